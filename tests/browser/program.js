// The program under test: a site of its own, served on a free port, ended with the
// process that was started.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = process.env.QYZMET ?? path.join(root, 'target/debug/qyzmet');

/** The address that the site believes to have: no page may depend on being there. */
export const baseUrl = 'https://qyzmet.example';

// Building the site in an unoptimised program on a busy machine.
const startLimit = 180_000;

/**
 * Builds and serves the acts of a folder, by default the published ones. Those are
 * built only once where `QYZMET_SITE` names a folder that holds the site already.
 */
export async function startProgram({ seeds } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'qyzmet-browser-'));
  const ready = seeds ? undefined : process.env.QYZMET_SITE;
  const out = ready ?? path.join(folder, 'public');
  const folders = ['--out', out, ...(seeds ? ['--seeds', seeds] : [])];
  let child;

  async function stop() {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  }

  try {
    if (!ready) {
      const build = ['build', ...folders, '--base-url', baseUrl];
      await promisify(execFile)(binary, build, { cwd: root, timeout: startLimit, maxBuffer: 2 ** 26 });
    }
    child = spawn(binary, ['serve', '--address', '127.0.0.1:0', ...folders], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const address = await printedAddress(child);
    const catalogue = JSON.parse(await readFile(path.join(out, 'data/catalogue.json'), 'utf8'));
    return { address, out, catalogue, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function printedAddress(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const limit = setTimeout(
      () => reject(new Error(`the program printed no address:\n${printed}`)),
      startLimit,
    );
    const read = (chunk) => {
      printed += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (address) {
        clearTimeout(limit);
        resolve(address[0]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`the program ended with ${code}:\n${printed}`));
    });
  });
}
