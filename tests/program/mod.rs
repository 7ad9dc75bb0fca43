//! The program as a process: run to its end, or as a server.
#![allow(dead_code, reason = "each test binary uses a part of this")]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// How long an unoptimised program may take to build a site on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(180);

/// What a run printed, and its exit code.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The acts as published, the smallest first.
pub fn published() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("seeds")).expect("seeds can be listed");
    let mut seeds: Vec<(u64, PathBuf)> = entries
        .map(|entry| {
            let entry = entry.expect("an entry can be read");
            let size = entry.metadata().expect("a seed has a size").len();
            (size, entry.path())
        })
        .collect();
    seeds.sort();
    seeds.into_iter().map(|(_, path)| path).collect()
}

/// A folder with one published act, small enough to build often.
pub fn small_seeds() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let act = &published()[0];
    let name = act.file_name().expect("a seed has a name");
    fs::copy(act, folder.path().join(name)).expect("a seed can be copied");
    folder
}

/// Runs the program with the content of the project and these seeds.
pub fn run(verb: &str, seeds: &Path, more: &[&str]) -> Run {
    finish(command(verb).args(["--seeds", text(seeds)]).args(more))
}

/// Builds into a folder.
pub fn build(seeds: &Path, out: &Path, more: &[&str]) -> Run {
    finish(
        command("build")
            .args(["--seeds", text(seeds), "--out", text(out)])
            .args(more),
    )
}

/// Runs a command that ends by itself.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().expect("the program can be started");
    Run {
        code: output.status.code().expect("the program ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("it prints UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("it prints UTF-8"),
    }
}

/// The program with a verb, in the project's folder and without a terminal.
pub fn command(verb: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qyzmet"));
    command
        .arg(verb)
        .args(["--root", text(root())])
        .stdin(Stdio::null());
    command
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("the path is UTF-8")
}

/// A running server, ended when it goes out of scope.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:<port>`.
    pub address: String,
}

impl Server {
    /// Starts `serve` on a free port and waits for the address that it prints.
    pub fn start(seeds: &Path, out: &Path) -> Self {
        let mut child = command("serve")
            .args(["--seeds", text(seeds), "--out", text(out)])
            .args(["--address", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let (sender, addresses) = mpsc::channel();
        watch(child.stdout.take().expect("it is piped"), sender.clone());
        watch(child.stderr.take().expect("it is piped"), sender);
        let Ok(address) = addresses.recv_timeout(START_LIMIT) else {
            child.kill().expect("the program can be ended");
            panic!("the server printed no address");
        };
        Self { child, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads a stream to its end, so that the program never waits for a reader, and
/// hands over the first address in it.
fn watch(stream: impl Read + Send + 'static, sender: mpsc::Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if let Some(start) = line.find("http://127.0.0.1:") {
                let end = line[start + 7..]
                    .find(|character: char| {
                        !character.is_ascii_digit() && !".:".contains(character)
                    })
                    .map_or(line.len(), |end| start + 7 + end);
                // The receiver is gone once it has its address.
                let _ = sender.send(line[start..end].to_owned());
            }
        }
    });
}
