// What holds for every kind of page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { HtmlValidate } from 'html-validate';

import { kindsOfPages } from './addresses.js';
import { launch, openPage } from './browser.js';
import { startProgram } from './program.js';

const languages = ['kk', 'ru'];

let program;
let browser;
let addresses;

before(async () => {
  program = await startProgram();
  browser = await launch();
  const kinds = Object.entries(kindsOfPages(program.catalogue));
  addresses = languages.flatMap((language) =>
    kinds.map(([kind, path]) => ({ kind, language, url: `/${language}/${path}` })),
  );
});

after(async () => {
  await browser?.close();
  await program?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`every kind of page has its language, one heading and a skip link ${mode}`, async () => {
    const { page, faults, close } = await openPage(browser, program.address, { javaScriptEnabled });
    for (const { language, url } of addresses) {
      await page.goto(url);
      assert.equal(await page.locator('html').getAttribute('lang'), language, url);
      assert.equal(await page.locator('h1').count(), 1, `headings of ${url}`);
      assert.equal(await page.locator('main').count(), 1, `main parts of ${url}`);
      const skip = page.locator('body > a[href^="#"]').first();
      const target = await skip.getAttribute('href');
      assert.equal(await page.locator(`main${target}`).count(), 1, `skip link of ${url}`);
      await page.keyboard.press('Tab');
      assert.equal(await page.locator(':focus').getAttribute('href'), target, `first stop of ${url}`);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('an address that does not exist has a page that leads on', async () => {
  const { page, close } = await openPage(browser, program.address);
  const response = await page.goto('/kk/services/no-such-service/');
  assert.equal(response.status(), 404);
  assert.equal(await page.locator('h1').count(), 1);
  assert.ok((await page.locator('a[href="/kk/"], a[href="/ru/"], a[href="/"]').count()) > 0);
  await close();
});

for (const width of [320, 360]) {
  test(`no page is wider than a screen of ${width} pixels`, async () => {
    const { page, close } = await openPage(browser, program.address, {
      viewport: { width, height: 720 },
    });
    const tooWide = [];
    for (const { url } of [...addresses, { url: '/' }]) {
      await page.goto(url);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      if (widest > width) tooWide.push(`${url} is ${widest} pixels wide`);
    }
    assert.deepEqual(tooWide, []);
    await close();
  });
}

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing at ${width} pixels in ${colorScheme} colours`, async () => {
      const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const { page, close } = await openPage(browser, program.address, {
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      });
      const found = [];
      for (const { url } of [...addresses, { url: '/' }]) {
        await page.goto(url);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, { resultTypes: ['violations'] }),
        );
        for (const { id, nodes } of violations) {
          found.push(`${url}: ${id} at ${nodes.slice(0, 3).map((node) => node.target).join(' and ')}`);
        }
      }
      assert.deepEqual(found, []);
      await close();
    });
  }
}

test('the built pages are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // How templates indent is not the reader's concern.
      'no-trailing-whitespace': 'off',
      // The anchors of an act's units begin with what the act prints.
      'valid-id': ['error', { relaxed: true }],
    },
  });
  const found = [];
  for (const { url } of [...addresses, { url: '/' }]) {
    if (url.includes('search/')) continue;
    const file = path.join(program.out, url, 'index.html');
    const report = await validator.validateFile(file);
    for (const { messages } of report.results) {
      for (const { line, ruleId, message } of messages.slice(0, 5)) {
        found.push(`${url}:${line} ${ruleId}: ${message}`);
      }
    }
  }
  assert.deepEqual(found, []);
});
