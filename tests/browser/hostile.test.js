// Acts whose words would break a careless page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { folderOfActs } from './acts.js';
import { servicePath } from './addresses.js';
import { languages, modes, servedSite } from './site.js';

const script = '<script>alert(1)</script>';
const image = '<img src=x onerror=alert(2)>';
const unbroken = 'щ'.repeat(300);
const long = `очень ${'длинное слово '.repeat(357)}`.slice(0, 5000);

/** Words that a page shows as a title, paper, address, recipient and reason. */
function spoil(text) {
  return text
    .replaceAll('Назначение пособия на погребение', `Назначение ${script} 'пособия' &amp; ${unbroken}`)
    .replaceAll('1) заявление по форме', `1) заявление ${image} "${unbroken}" ${long} по форме`)
    .replaceAll('2) документ, удостоверяющий личность', '2) документ "><svg onload=alert(3)>, удостоверяющий личность')
    .replaceAll('город Актау, 9 микрорайон', `город Актау, ${script} ${unbroken}`)
    .replaceAll('aktau_sobes@mail.ru', `javascript:alert(4)@mail.ru${image}`)
    .replaceAll('1) установление недостоверности документов', `1) {{ 7 * 7 }} {% raw %} ${script}`);
}

const site = servedSite({ seeds: folderOfActs(undefined, spoil) });

for (const { mode, javaScriptEnabled } of modes) {
  test(`nothing runs and nothing breaks ${mode}`, async () => {
    const { page, faults, close } = await site.open({ javaScriptEnabled, viewport: { width: 320, height: 700 } });
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    const { catalogue } = site.program;
    const services = catalogue.services.map(servicePath);
    const offices = catalogue.offices.map((office) => `offices/${office.id}/`);
    const acts = catalogue.acts.map((act) => `acts/${act.id}/`);
    const search = `search/?q=${encodeURIComponent(`"><script>alert(5)</script>${unbroken.slice(0, 150)}`)}`;
    const paths = ['', ...services, ...offices, ...acts, 'services/', 'changes/', 'about/design/', search];
    for (const language of languages) {
      for (const path of paths) {
        const answer = await page.goto(`/${language}/${path}`);
        assert.equal(answer.status(), 200, path);
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
        assert.equal(await page.locator('h1').count(), 1, path);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(widest <= 320, `/${language}/${path} is ${widest} pixels wide`);
        assert.equal(await page.locator('main img, main [onerror], main [onload]').count(), 0, path);
        const scripts = await page.locator('script:not([src]):not([type="application/ld+json"])').count();
        assert.equal(scripts, 0, path);
        for (const data of await page.locator('script[type="application/ld+json"]').allTextContents()) {
          JSON.parse(data);
        }
      }
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('the hostile words are there to be read', async () => {
  const { page, close } = await site.open();
  const service = site.program.catalogue.services.find((one) => one.titles.ru?.text.includes(script));
  await page.goto(`/ru/${servicePath(service)}`);
  assert.ok((await page.locator('main').innerText()).includes(script));
  await close();
});
