// Folders of acts for sites of their own, made of the acts of the other tests.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const acts = fileURLToPath(new URL('../acts', import.meta.url));

const inForce = [
  'standard-with-points-of-2016.ru.txt',
  'facts/offices-with-a-cell-a-paragraph.ru.txt',
  'facts/regulations-as-numbered-annexes-in-force.kk.txt',
];

/** Acts of every kind that the reference pictures show. */
export const pictured = [
  'rules-requirements-behind-tabulators.ru.txt',
  'facts/break-named-before-its-time.kk.txt',
  'facts/offices-with-a-cell-a-paragraph.ru.txt',
];

/** A folder with acts, by default some in force; `change` may change their text. */
export function folderOfActs(names = inForce, change = (text) => text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'qyzmet-acts-'));
  for (const name of names) {
    const text = readFileSync(path.join(acts, name), 'utf8');
    writeFileSync(path.join(folder, path.basename(name)), change(text));
  }
  return folder;
}
