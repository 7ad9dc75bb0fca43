// What staff hand over the counter: one sheet with the checklist, the office, the code
// and the address.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { servicePath } from './addresses.js';
import { languages, servedSite } from './site.js';

const site = servedSite();

test('every service with its first district fills one sheet A4', async () => {
  const { page, faults, close } = await site.open();
  const tooLong = [];
  for (const [at, service] of site.program.catalogue.services.filter((one) => one.topic).entries()) {
    // Each service in one language: the other differs by a word here and there.
    const path = `/${languages[at % 2]}/${servicePath(service)}`;
    await page.goto(path);
    await page.evaluate(() => document.querySelector('details.place')?.setAttribute('open', ''));
    const pdf = await page.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    if (sheets > 1) tooLong.push(`${path} takes ${sheets} sheets`);
  }
  assert.deepEqual(tooLong, []);
  assert.deepEqual(faults, []);
  await close();
});

test('the sheet says that the act is repealed and where the page is', async () => {
  const { page, close } = await site.open();
  const service = site.program.catalogue.services.find((one) => one.topic && one.documents.length);
  await page.goto(`/kk/${servicePath(service)}`);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.banner', '.summary', '#documents .checklist', '.print-address .code', '.print-address span']) {
    assert.ok(await page.locator(part).first().isVisible(), `${part} is printed`);
  }
  for (const part of ['.site-nav', '.languages', '.share', '#text', '.site-footer']) {
    assert.ok(!(await page.locator(part).first().isVisible()), `${part} is not printed`);
  }
  await close();
});
