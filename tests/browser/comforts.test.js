// What the script adds. Everything that it does has a way without it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { servicePath } from './addresses.js';
import { folderOfActs } from './acts.js';
import { servedSite, telephone } from './site.js';

const site = servedSite();
const current = servedSite({ seeds: folderOfActs() });

/** A service with papers and a long list of districts. */
function widespread() {
  return site.program.catalogue.services.find((one) => one.topic && one.documents.length && one.offices.length > 100);
}

test('a link to a section copies its whole address', async () => {
  const { page, faults, close } = await site.open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/ru/${servicePath(widespread())}`);
  await page.locator('#documents a.anchor').click();
  await page.getByRole('status').filter({ hasText: 'Ссылка скопирована' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, page.url());
  assert.match(copied, /#documents$/);
  assert.deepEqual(faults, []);
  await close();
});

test('a link to an office opens the district that holds it', async () => {
  const { page, faults, close } = await site.open();
  await page.goto(`/kk/${servicePath(widespread())}`);
  const anchor = await page.locator('details.place .office[id]').last().getAttribute('id');
  await page.goto('/kk/');
  await page.goto(`/kk/${servicePath(widespread())}#${anchor}`);
  await page.locator(`[id="${anchor}"]`).waitFor({ state: 'visible' });
  assert.deepEqual(faults, []);
  await close();
});

test('suggestions come while somebody types', async () => {
  const { page, faults, close } = await site.open();
  await page.goto('/ru/');
  await page.locator('input[name=q]').pressSequentially('протез');
  await page.waitForFunction(() => document.querySelector('datalist')?.options.length > 0);
  assert.deepEqual(faults, []);
  await close();
});

test('the slash key leads to the search, also where the header has no room for it', async () => {
  const { page, faults, close } = await site.open();
  await page.goto('/ru/acts/');
  await page.keyboard.press('/');
  assert.equal(await page.locator(':focus').getAttribute('name'), 'q');
  await page.setViewportSize(telephone.viewport);
  await page.goto('/ru/acts/');
  await page.keyboard.press('/');
  await page.waitForURL((url) => url.pathname === '/ru/search/');
  assert.deepEqual(faults, []);
  await close();
});

test('by keys alone a part opens and a slash is typed', async () => {
  const { page, faults, close } = await site.open();
  await page.goto(`/ru/${servicePath(widespread())}`);
  await page.getByText('Отправить или распечатать').focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.share-url').first().isVisible());
  await page.locator('#header-query').focus();
  await page.keyboard.type('32/08');
  assert.equal(await page.locator('#header-query').inputValue(), '32/08');
  assert.deepEqual(faults, []);
  await close();
});

test('the language switch stays at the same place of the page', async () => {
  const { page, faults, close } = await site.open();
  await page.goto(`/ru/${servicePath(widespread())}#refusal`);
  await page.locator('header a[hreflang="kk"]').click();
  await page.waitForURL(/\/kk\//);
  assert.equal(new URL(page.url()).hash, '#refusal');
  assert.deepEqual(faults, []);
  await close();
});

test('large letters stay from page to page by the address, and leave it again', async () => {
  const { page, faults, close } = await site.open(telephone);
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await page.goto('/kk/');
  const usual = await size();
  const box = page.getByRole('checkbox', { name: 'Ірі қаріп' });
  await box.check();
  const large = await size();
  assert.ok(parseFloat(large) > 1.3 * parseFloat(usual), `${large} is larger than ${usual}`);

  await page.locator('input[name=q]').fill('протез');
  await page.locator('input[name=q]').press('Enter');
  await page.waitForURL(/\/kk\/search\//);
  assert.equal(await size(), large);
  await page.locator('.hit a').first().click();
  await page.waitForURL(/\/kk\/services\//);
  assert.equal(await size(), large);
  await page.locator('header a[hreflang="ru"]').click();
  await page.waitForURL(/\/ru\/services\//);
  assert.equal(await size(), large);

  await page.getByRole('checkbox', { name: 'Крупный шрифт' }).uncheck();
  assert.equal(new URL(page.url()).search, '');
  await page.locator('header a.site-name').click();
  await page.waitForURL(/\/ru\/$/);
  assert.equal(await size(), usual);
  assert.equal((await page.context().cookies()).length, 0);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(faults, []);
  await close();
});

test('larger letters need no script on the page itself', async () => {
  const { page, close } = await site.open({ javaScriptEnabled: false });
  await page.goto('/ru/');
  const size = () => page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().height);
  const usual = await size();
  await page.locator('#large-print').check();
  assert.ok((await size()) > usual);
  await close();
});

test('a field narrows a long list of districts', async () => {
  const { page, faults, close } = await site.open();
  await page.goto(`/ru/${servicePath(widespread())}`);
  const group = page.locator('.office-group[data-filter]').first();
  const places = group.locator('details:visible');
  const all = await places.count();
  const name = await places.nth(3).locator('summary').innerText();
  await group.getByLabel('Найти район или город').fill(name.slice(0, 6).toUpperCase());
  const shown = await places.count();
  assert.ok(shown >= 1 && shown < all, `${shown} of ${all} are shown`);
  assert.ok(await places.filter({ hasText: name }).first().isVisible());
  assert.deepEqual(faults, []);
  await close();
});

/** What the page of a service in force says at a moment. */
async function openNow(language, moment) {
  const { page, faults, close } = await current.open();
  await page.clock.setFixedTime(new Date(moment));
  const service = current.program.catalogue.services.find((one) => one.hours?.osm);
  await page.goto(`/${language}/${servicePath(service)}`);
  const said = await page.locator('.summary .open-now').first().innerText();
  assert.deepEqual(faults, []);
  await close();
  return said;
}

test('hours of an act in force are held against the clock of Kazakhstan', async () => {
  // Monday to Friday 09:00-18:30 with a break 13:00-14:30; UTC is five hours behind.
  assert.match(await openNow('ru', '2026-11-27T05:00:00Z'), /сейчас открыто, до 13:00/);
  assert.match(await openNow('ru', '2026-11-27T08:30:00Z'), /закрыто. Откроется: 14:30/);
  assert.match(await openNow('ru', '2026-11-27T14:00:00Z'), /закрыто. Откроется: понедельник, 09:00/);
  assert.match(await openNow('kk', '2026-11-27T05:00:00Z'), /қазір ашық, сағат 13:00 дейін/);
});

test('hours of a repealed act are not held against the clock', async () => {
  const { page, close } = await site.open();
  const service = site.program.catalogue.services.find((one) => one.topic && one.hours?.osm);
  await page.goto(`/ru/${servicePath(service)}`);
  assert.equal(await page.locator('[data-opening]').count(), 0);
  await close();
});
