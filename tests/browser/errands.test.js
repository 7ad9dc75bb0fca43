// Five errands of citizens and staff, as a new user would do them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, openPage } from './browser.js';
import { startProgram } from './program.js';

let program;
let browser;

before(async () => {
  program = await startProgram();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await program?.stop();
});

/** Types a question on the home page of a language and waits for the answer. */
async function ask(page, language, query) {
  await page.goto(`/${language}/`);
  await page.locator('input[name=q]').fill(query);
  await page.locator('input[name=q]').press('Enter');
  await page.waitForURL((url) => url.pathname === `/${language}/search/`);
}

/** The number of sheets of a printed page. */
async function sheets(page) {
  const pdf = await page.pdf({ format: 'A4' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`from Балқаш to the child benefit: office, hours and papers on one sheet ${mode}`, async () => {
    const { page, faults, close } = await openPage(browser, program.address, { javaScriptEnabled });
    await ask(page, 'kk', 'балаларға жәрдемақы Балқаш');
    await page.locator('main a[href*="/child-benefit/karagandy-"]').first().click();
    await page.waitForURL(/\/kk\/services\/child-benefit\/karagandy-/);
    await page.locator('details.place > summary', { hasText: 'Балқаш' }).first().click();
    const office = page.locator('details.place[open] .office').first();
    assert.match(await office.innerText(), /Балқаш/);
    assert.match(await office.locator('a[href^="tel:"]').first().getAttribute('href'), /^tel:\+7\d{10}$/);
    assert.ok((await page.locator('#documents .checklist > li').count()) >= 5);

    await page.emulateMedia({ media: 'print' });
    for (const part of ['.banner', '.summary', '#documents .checklist', '.print-address .code']) {
      assert.ok(await page.locator(part).first().isVisible(), `${part} is printed`);
    }
    assert.ok(await office.isVisible(), 'the chosen office is printed');
    assert.ok(!(await page.locator('#steps').isVisible()), 'what happens inside is not printed');
    assert.equal(await sheets(page), 1);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`in Taraz: the papers for prosthetics sent by messenger ${mode}`, async () => {
    const { page, faults, close } = await openPage(browser, program.address, {
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    });
    await ask(page, 'ru', 'протез Тараз');
    const hits = page.locator('main a[href*="/prosthetics/zhambyl-"]');
    const addresses = await hits.evaluateAll((links) => links.map((link) => link.pathname));
    const listed = program.catalogue.services.find(
      (service) => service.topic === 'prosthetics' && service.act.startsWith('zhambyl-') && service.documents.length,
    );
    const wanted = addresses.find((address) => address.includes(listed.act));
    assert.ok(wanted, `the edition that lists papers is found among ${addresses}`);
    await page.goto(wanted);
    await page.locator('.send-papers > summary').click();
    const link = page.locator('.send-papers a[href^="https://wa.me/"]');
    assert.ok(await link.isVisible());
    const text = new URL(await link.getAttribute('href')).searchParams.get('text');
    assert.match(text, /утратил силу/);
    for (const [at] of listed.documents.entries()) {
      assert.ok(text.includes(`\n${at + 1}. `), `paper ${at + 1} is sent`);
    }
    const address = text.trim().split('\n').at(-1);
    await page.goto(address);
    await page.waitForURL((url) => url.pathname === wanted);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`mugedek arbasy on a telephone: the act is repealed, and here is the newest ${mode}`, async () => {
    const { page, faults, close } = await openPage(browser, program.address, {
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    });
    await ask(page, 'kk', 'mugedek arbasy');
    await page.locator('main a[href*="/services/wheelchair/"]').first().click();
    await page.waitForURL(/\/kk\/services\/wheelchair\//);
    const banner = page.locator('.banner');
    if (await banner.count()) {
      assert.match(await banner.innerText(), /күші жойылған/);
      assert.match(await banner.innerText(), /жаңарақ акт/);
    } else {
      assert.match(page.url(), /\/wheelchair\/$/);
      const years = await page.locator('.editions .year').allInnerTexts();
      assert.ok(years.length > 0, 'the page of the topic names its editions');
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test(`to the telephone of the office in Теміртау by headings and landmarks ${mode}`, async () => {
    const { page, faults, close } = await openPage(browser, program.address, { javaScriptEnabled });
    await page.goto('/kk/');
    await page.getByRole('navigation', { name: 'Негізгі мәзір' }).getByRole('link', { name: 'Өңірлер' }).click();
    await page.getByRole('main').getByRole('link', { name: /Қарағанды облысы/ }).first().click();
    await page.getByRole('main').getByRole('link', { name: /Теміртау/ }).first().click();
    await page.getByRole('main').getByRole('link', { name: /Теміртау.*жұмыспен қамту/ }).first().click();
    assert.ok(await page.getByRole('heading', { level: 1, name: /Теміртау/ }).isVisible());
    assert.equal(await page.getByRole('region', { name: 'Байланыс деректері' }).count(), 1);
    const telephone = page.getByRole('main').locator('a[href^="tel:"]').first();
    assert.ok(await telephone.isVisible());
    assert.deepEqual(faults, []);
    await close();
  });
}

test('from an address on an old leaflet to the page that it names', async () => {
  const { page, faults, close } = await openPage(browser, program.address, { javaScriptEnabled: false });
  const office = program.catalogue.offices[0];
  await page.goto(`/ru/offices/${office.id}/`);
  const leaflet = new URL(await page.locator('.share-url').getAttribute('href'));
  // People leave out the slash at the end and the scheme at the beginning.
  await page.goto(leaflet.pathname.replace(/\/$/, ''));
  await page.waitForURL((url) => url.pathname === `/ru/offices/${office.id}/`);
  assert.equal(await page.locator('h1').innerText(), office.labels.ru);
  assert.deepEqual(faults, []);
  await close();
});

test('a link to a section copies its whole address', async () => {
  const { page, faults, close } = await openPage(browser, program.address);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const service = program.catalogue.services.find((one) => one.topic && one.documents.length);
  await page.goto(`/ru/services/${service.topic}/${service.act}/`);
  await page.locator('#documents a.anchor').click();
  const status = page.getByRole('status');
  await status.filter({ hasText: 'Ссылка скопирована' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, page.url());
  assert.match(copied, /#documents$/);
  assert.deepEqual(faults, []);
  await close();
});

test('suggestions come while somebody types', async () => {
  const { page, faults, close } = await openPage(browser, program.address);
  await page.goto('/ru/');
  await page.locator('input[name=q]').pressSequentially('протез');
  await page.waitForFunction(() => document.querySelector('datalist')?.options.length > 0);
  assert.deepEqual(faults, []);
  await close();
});
