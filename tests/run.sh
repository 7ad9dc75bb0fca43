#!/usr/bin/env bash
# Runs every check of the project, or the steps that are named.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null

all_steps=(format lints unit data browser)

usage() {
  cat <<'TEXT'
Usage: tests/run.sh [STEP]...

Runs the checks of Qyzmet, all of them in this order when no step is named:

  format   the code is formatted as rustfmt does it
  lints    clippy has nothing to say
  unit     tests of the library, the command line and the server
  data     the open data of the site, read by other programs
  browser  tests of the site in headless Chromium, and of its HTML

One more step runs only when it is named, because its figures depend on how busy the
machine is:

  lighthouse  what Lighthouse says of five pages on a telephone

Needs Rust and a C compiler. The check of the data needs python3 with venv; rdflib is
installed into the target folder. The browser tests also need node, npm, chromium and
java; what is missing is installed with apt-get, which takes root. CHROMIUM names
another browser than the one on the PATH. QYZMET_PICTURES=keep takes the reference
pictures anew.
TEXT
}

heading() {
  printf '\n== %s ==\n' "$*"
}

# Debian installs nothing while another installation runs; waiting is right.
apt_install() {
  local as_root=()
  [[ $(id -u) == 0 ]] || as_root=(sudo)
  "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
}

install_browser() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  command -v java >/dev/null || missing+=(default-jre-headless)
  [[ -n ${CHROMIUM:-} ]] || command -v chromium >/dev/null || missing+=(chromium)
  if ((${#missing[@]})); then
    heading "installing ${missing[*]}"
    apt_install "${missing[@]}"
  fi
  CHROMIUM=${CHROMIUM:-$(command -v chromium)}
  export CHROMIUM

  # npm ci empties the folder first, so it runs only when the lock has changed.
  local installed=tests/browser/node_modules/.installed
  if ! cmp -s tests/browser/package-lock.json "$installed"; then
    heading "installing the packages of the browser tests"
    npm ci --prefix tests/browser --no-audit --no-fund --ignore-scripts
    cp tests/browser/package-lock.json "$installed"
  fi
}

step_format() {
  heading "format"
  cargo fmt --check
}

step_lints() {
  heading "lints"
  cargo clippy --all-targets --locked -- -D warnings
}

step_unit() {
  heading "tests of the library, the command line and the server"
  INSTA_UPDATE=no cargo test --locked --no-fail-fast
}

# rdflib of one version, in a folder of its own.
step_data() {
  heading "open data"
  local target=${CARGO_TARGET_DIR:-target}
  local python=$target/rdflib/bin/python
  if ! "$python" -c 'import rdflib' 2>/dev/null; then
    python3 -m venv "$target/rdflib" || { apt_install python3-venv && python3 -m venv "$target/rdflib"; }
    "$python" -m pip install --quiet --disable-pip-version-check 'rdflib==7.6.0'
  fi
  cargo test --locked --no-run --test commands
  local site
  site=$(mktemp -d)
  "$target/debug/qyzmet" build --out "$site/public" --base-url https://qyzmet.example
  "$python" tests/data/check.py "$site/public"
  rm -r "$site"
}

step_browser() {
  install_browser
  heading "tests in the browser"
  # The tests of the commands build the program as they need it; asking for it
  # alone would compile most dependencies again with other features.
  cargo test --locked --no-run --test commands
  local binary site
  binary=$(realpath "${CARGO_TARGET_DIR:-target}/debug/qyzmet")
  # All files of tests share one site of the published acts.
  site=$(mktemp -d)
  "$binary" build --out "$site/public" --base-url https://qyzmet.example
  (cd tests/browser &&
    QYZMET=$binary QYZMET_SITE=$site/public node --test --test-reporter=spec ./*.test.js)
  rm -r "$site"
}

# Lighthouse is large and slow: it is installed when it is asked for.
step_lighthouse() {
  install_browser
  heading "Lighthouse"
  local tools=${CARGO_TARGET_DIR:-target}/lighthouse
  [[ -x $tools/node_modules/.bin/lighthouse ]] ||
    PUPPETEER_SKIP_DOWNLOAD=1 npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts lighthouse@12.8.2
  cargo build --locked --release
  QYZMET=$(realpath "${CARGO_TARGET_DIR:-target}/release/qyzmet") \
    LIGHTHOUSE=$(realpath "$tools/node_modules/.bin/lighthouse") node tests/browser/lighthouse.js
}

steps=()
for argument in "$@"; do
  case $argument in
    -h | --help)
      usage
      exit 0
      ;;
    format | lints | unit | data | browser | lighthouse) steps+=("$argument") ;;
    *)
      printf 'tests/run.sh: there is no step %q\n\n' "$argument" >&2
      usage >&2
      exit 2
      ;;
  esac
done
((${#steps[@]})) || steps=("${all_steps[@]}")

# Every step runs even when an earlier one failed: one run tells everything.
failed=()
for step in "${steps[@]}"; do
  # A subshell with a fresh `set -e`: in an `if` the shell would ignore failures
  # in the middle of a step.
  set +e
  (
    set -e
    "step_$step"
  )
  status=$?
  set -e
  ((status == 0)) || failed+=("$step")
done

if ((${#failed[@]})); then
  heading "failed: ${failed[*]}"
  exit 1
fi
heading "all steps passed: ${steps[*]}"
