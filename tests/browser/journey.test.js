// The way of a citizen through the site, with JavaScript and without.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { servicePath, wordOf } from './addresses.js';
import { modes, servedSite } from './site.js';

const site = servedSite();

for (const { mode, javaScriptEnabled } of modes) {
  test(`a citizen finds a service in Kazakh and reads it in Russian ${mode}`, async () => {
    const { page, faults, close } = await site.open({ javaScriptEnabled });
    await page.goto('/');
    await page.getByRole('link', { name: 'Қазақша' }).click();
    assert.equal(new URL(page.url()).pathname, '/kk/');
    assert.equal(await page.locator('html').getAttribute('lang'), 'kk');

    const kazakh = site.program.catalogue.services.find((service) => service.titles.kk);
    const query = wordOf(kazakh).toLowerCase();
    // With a list of suggestions the field is a combobox, without one a searchbox.
    await page.locator('input[name=q]').fill(query);
    await page.locator('input[name=q]').press('Enter');
    await page.waitForURL((url) => url.pathname === '/kk/search/');
    assert.equal(new URL(page.url()).searchParams.get('q'), query);
    assert.equal(await page.locator('input[name=q]').inputValue(), query);

    const hit = page.locator('main a[href^="/kk/services/"]').first();
    const heading = (await hit.innerText()).trim();
    await hit.click();
    await page.waitForURL(/\/kk\/services\//);
    const path = new URL(page.url()).pathname;
    assert.match(path, /^\/kk\/services\/[^/]+\/[^/]+\/$/);
    assert.ok(heading.length > 0, 'the hit has a title');

    await page.locator('header a[hreflang="ru"]').click();
    await page.waitForURL(/\/ru\//);
    assert.equal(new URL(page.url()).pathname, path.replace(/^\/kk\//, '/ru/'));
    assert.equal(await page.locator('html').getAttribute('lang'), 'ru');
    assert.equal(await page.locator('h1').count(), 1);

    await page.locator('header a[hreflang="kk"]').click();
    await page.waitForURL(/\/kk\//);
    assert.equal(new URL(page.url()).pathname, path);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`every service of a repealed act says so in both languages ${mode}`, async () => {
    const { page, faults, close } = await site.open({ javaScriptEnabled });
    const repealed = new Map(
      site.program.catalogue.acts.filter((act) => act.status === 'repealed').map((act) => [act.id, act]),
    );
    // One service of each act: the pages of an act are made alike.
    const services = [...repealed.keys()].map((act) =>
      site.program.catalogue.services.find((service) => service.act === act && service.topic),
    );
    assert.ok(services.length > 0, 'the catalogue holds a repealed act');
    for (const service of services) {
      const { number } = repealed.get(service.act).repealed;
      for (const language of ['kk', 'ru']) {
        await page.goto(`/${language}/${servicePath(service)}`);
        const banner = page.locator('.banner');
        assert.ok(await banner.isVisible(), `${page.url()} has a banner`);
        const words = await banner.innerText();
        assert.ok(words.includes(number), `${page.url()} names the repealing act: ${words}`);
      }
    }
    assert.deepEqual(faults, []);
    await close();
  });
}
