// What Lighthouse says of the pages that people open most, on a telephone.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { kindsOfPages } from './addresses.js';
import { startProgram } from './program.js';

const lighthouse = process.env.LIGHTHOUSE ?? 'lighthouse';
const kinds = ['home', 'service with papers', 'office', 'act', 'search results'];

/**
 * The least figures. Pages of whole acts are long. Answers to a question ask search
 * engines not to keep them, which Lighthouse counts as a fault.
 */
const least = {
  act: { performance: 95 },
  'search results': { seo: 0 },
};

const program = await startProgram();
let failed = 0;
try {
  const pages = kindsOfPages(program.catalogue);
  for (const kind of kinds) {
    const { stdout } = await promisify(execFile)(lighthouse, [
      `${program.address}/ru/${pages[kind]}`,
      '--quiet',
      '--output=json',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ], { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' }, maxBuffer: 2 ** 27 });
    const report = JSON.parse(stdout);
    const figures = Object.entries(report.categories).map(([name, { score }]) => [name, Math.round(100 * score)]);
    console.log(`${kind}: ${figures.map(([name, figure]) => `${name} ${figure}`).join(', ')}`);
    for (const [name, figure] of figures) {
      if (figure >= (least[kind]?.[name] ?? 100)) continue;
      failed += 1;
      const audits = report.categories[name].auditRefs.map(({ id }) => report.audits[id]);
      const faults = audits.filter(({ score }) => score !== null && score < 1).map(({ id }) => id);
      console.log(`  ${name} is below its least figure: ${faults.join(', ')}`);
    }
  }
} finally {
  await program.stop();
}
process.exitCode = failed ? 1 : 0;
