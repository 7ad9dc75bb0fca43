// The program under test: built into a folder of its own, served on a free
// port, ended with the process that was started.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = process.env.QYZMET ?? path.join(root, 'target/debug/qyzmet');

// Building the site in an unoptimised program on a busy machine.
const startLimit = 120_000;

/** Starts the program; resolves when it says where it listens. */
export async function startProgram() {
  const folder = await mkdtemp(path.join(tmpdir(), 'qyzmet-browser-'));
  const out = path.join(folder, 'public');
  const child = spawn(
    binary,
    ['serve', '--address', '127.0.0.1:0', '--out', out],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  }

  try {
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
