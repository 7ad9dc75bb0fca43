// What holds for every kind of page.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { HtmlValidate } from 'html-validate';

import { folderOfActs } from './acts.js';
import { kindsOfPages, servicePath } from './addresses.js';
import { languages, modes, servedSite } from './site.js';

const site = servedSite();
const current = servedSite({ seeds: folderOfActs() });
const require = createRequire(import.meta.url);

/** One page of every kind in both languages. */
function addresses() {
  const kinds = Object.entries(kindsOfPages(site.program.catalogue));
  return languages.flatMap((language) =>
    kinds.map(([kind, path]) => ({ kind, language, url: `/${language}/${path}` })),
  );
}

/** Pages that stand outside of the two languages. */
const outside = ['/', '/404.html'];

for (const { mode, javaScriptEnabled } of modes) {
  test(`every kind of page has its language, one heading and a skip link ${mode}`, async () => {
    const { page, faults, close } = await site.open({ javaScriptEnabled });
    for (const { language, url } of addresses()) {
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

test('every page says where it stands in the other language', async () => {
  const { page, close } = await site.open();
  for (const { language, url } of addresses()) {
    await page.goto(url);
    const other = languages.find((one) => one !== language);
    const link = page.locator(`header a[hreflang="${other}"]`);
    assert.equal(await link.getAttribute('lang'), other, url);
    assert.equal(await link.getAttribute('href'), url.replace(`/${language}/`, `/${other}/`), url);
    // Answers of the search have no address of their own among the published pages.
    if (url.includes('/search/')) continue;
    const head = async (selector, name = 'href') => page.locator(`head ${selector}`).getAttribute(name);
    assert.equal(new URL(await head('link[rel=canonical]')).pathname, url);
    for (const one of languages) {
      const target = new URL(await head(`link[rel=alternate][hreflang=${one}]`));
      assert.equal(target.pathname, url.replace(`/${language}/`, `/${one}/`));
    }
  }
  await close();
});

test('an address that does not exist has a page that leads on', async () => {
  const { page, close } = await site.open();
  const response = await page.goto('/kk/services/no-such-service/');
  assert.equal(response.status(), 404);
  assert.equal(await page.locator('h1').count(), 1);
  assert.ok((await page.locator('a[href="/kk/"], a[href="/ru/"], a[href="/"]').count()) > 0);
  assert.ok((await page.locator('form[role=search]').count()) > 0);
  await close();
});

// 320 pixels are also a screen of 1280 at 400 % zoom; 3840 is a large screen.
for (const width of [320, 360, 3840]) {
  for (const large of [false, true]) {
    test(`no page is wider than a screen of ${width} pixels${large ? ' with large letters' : ''}`, async () => {
      const { page, close } = await site.open({ viewport: { width, height: 720 } });
      const tooWide = [];
      for (const url of [...addresses().map((one) => one.url), ...outside]) {
        const joint = url.includes('?') ? '&' : '?';
        await page.goto(large ? `${url}${joint}large=1` : url);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        if (widest > width) tooWide.push(`${url} is ${widest} pixels wide`);
      }
      assert.deepEqual(tooWide, []);
      await close();
    });
  }
}

/** What axe finds on pages of a site, with everything unfolded. */
async function violations(served, urls, { width, colorScheme }) {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  const { page, close } = await served.open({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
  const found = [];
  for (const url of urls) {
    await page.goto(url);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, { resultTypes: ['violations'] }),
    );
    for (const { id, nodes } of violations) {
      found.push(`${url}: ${id} at ${nodes.slice(0, 3).map((node) => node.target).join(' and ')}`);
    }
  }
  await close();
  return found;
}

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing at ${width} pixels in ${colorScheme} colours`, async () => {
      const urls = [...addresses().map((one) => one.url), ...outside];
      assert.deepEqual(await violations(site, urls, { width, colorScheme }), []);
    });
  }
}

test('axe finds nothing on pages of acts in force', async () => {
  const { services, acts, offices } = current.program.catalogue;
  const paths = [...services.map(servicePath), ...acts.map((act) => `acts/${act.id}/`), `offices/${offices[0].id}/`];
  const urls = languages.flatMap((language) => paths.map((path) => `/${language}/${path}`));
  for (const colorScheme of ['light', 'dark']) {
    assert.deepEqual(await violations(current, urls, { width: 360, colorScheme }), []);
  }
});

test('every page of the site is valid HTML to html-validate', async (t) => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // How templates indent is not the reader's concern.
      'no-trailing-whitespace': 'off',
      // The anchors of an act's units begin with what the act prints.
      'valid-id': ['error', { relaxed: true }],
    },
  });
  const report = await validator.validateMultipleFiles(await htmlFiles(site.program.out));
  t.diagnostic(`${report.errorCount} errors`);
  const found = report.results.flatMap(({ filePath, messages }) =>
    messages.slice(0, 3).map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
  );
  assert.deepEqual(found.slice(0, 20), []);
});

test('every page and the style sheet are valid to the checker of the W3C', async () => {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const check = ['-Xss8m', '-Xmx1g', '-jar', jar, '--errors-only', '--format', 'json', '--skip-non-html', '--exit-zero-always'];
  // The checker writes what it finds to standard error.
  const { stderr } = await promisify(execFile)('java', [...check, site.program.out], { maxBuffer: 2 ** 26 });
  const { messages } = JSON.parse(stderr);
  const found = messages.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`);
  assert.deepEqual(found.slice(0, 20), []);
});

async function htmlFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).map((name) => path.join(folder, name));
}
