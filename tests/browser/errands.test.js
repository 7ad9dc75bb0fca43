// Five errands of citizens and staff, as a new user would do them, in both languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { servicePath } from './addresses.js';
import { languages, modes, servedSite, telephone } from './site.js';

const site = servedSite();

/** What people type and read, by language. */
const words = {
  kk: {
    childBenefit: 'балаларға жәрдемақы Балқаш',
    prosthetics: 'протез Тараз',
    wheelchair: 'mugedek arbasy',
    balkhash: 'Балқаш',
    repealed: /[Кк]үші жойылған|жойды/,
    newer: /жаңарақ акт/,
    menu: 'Негізгі мәзір',
    places: 'Өңірлер',
    karagandy: /Қарағанды облысы/,
    temirtau: /Теміртау/,
    employment: /Теміртау.*жұмыспен қамту/,
    contacts: 'Байланыс деректері',
  },
  ru: {
    childBenefit: 'пособие на детей Балхаш',
    prosthetics: 'протез Тараз',
    wheelchair: 'invalidnaya kolyaska',
    balkhash: 'Балхаш',
    repealed: /[Уу]тратил силу/,
    newer: /[Бб]олее нов/,
    menu: 'Главное меню',
    places: 'Регионы',
    karagandy: /Карагандинская область/,
    temirtau: /Темиртау/,
    employment: /занятости.*Темиртау/,
    contacts: 'Контакты',
  },
};

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

for (const language of languages) {
  for (const { mode, javaScriptEnabled } of modes) {
    const own = words[language];
    const how = `in ${language}, ${mode}`;

    test(`from Балқаш to the child benefit: office, hours and papers on one sheet ${how}`, async () => {
      const { page, faults, close } = await site.open({ javaScriptEnabled });
      await ask(page, language, own.childBenefit);
      await page.locator('main a[href*="/child-benefit/karagandy-"]').first().click();
      await page.waitForURL(/\/services\/child-benefit\/karagandy-/);
      await page.locator('details.place > summary', { hasText: own.balkhash }).first().click();
      const office = page.locator('details.place[open] .office').first();
      assert.ok((await office.innerText()).includes(own.balkhash));
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

    test(`in Taraz: the papers for prosthetics sent by messenger ${how}`, async () => {
      const { page, faults, close } = await site.open({ javaScriptEnabled, ...telephone });
      await ask(page, language, own.prosthetics);
      const hits = page.locator('main a[href*="/prosthetics/zhambyl-"]');
      const addresses = await hits.evaluateAll((links) => links.map((link) => link.pathname));
      const listed = site.program.catalogue.services.find(
        (service) => service.topic === 'prosthetics' && service.act.startsWith('zhambyl-') && service.documents.length,
      );
      const wanted = addresses.find((address) => address.includes(listed.act));
      assert.ok(wanted, `the edition that lists papers is found among ${addresses}`);
      await page.goto(wanted);
      await page.locator('.send-papers > summary').click();
      const link = page.locator('.send-papers a[href^="https://wa.me/"]');
      assert.ok(await link.isVisible());
      const text = new URL(await link.getAttribute('href')).searchParams.get('text');
      assert.match(text, own.repealed);
      for (const [at] of listed.documents.entries()) {
        assert.ok(text.includes(`\n${at + 1}. `), `paper ${at + 1} is sent`);
      }
      const address = new URL(text.trim().split('\n').at(-1));
      assert.equal(address.hash, '#documents');
      await page.goto(address.pathname + address.hash);
      await page.waitForURL((url) => url.pathname === wanted);
      assert.deepEqual(faults, []);
      await close();
    });

    test(`a wheelchair, spelled in Latin letters on a telephone: repealed, and here is the newest ${how}`, async () => {
      const { page, faults, close } = await site.open({ javaScriptEnabled, ...telephone });
      await ask(page, language, own.wheelchair);
      assert.match(await page.locator('.hit .tag').first().innerText(), own.repealed);
      await page.locator('main a[href*="/services/wheelchair/"]').first().click();
      await page.waitForURL(/\/services\/wheelchair\//);
      const banner = page.locator('.banner');
      if (await banner.count()) {
        assert.match(await banner.innerText(), own.repealed);
        assert.match(await banner.innerText(), own.newer);
      } else {
        assert.match(page.url(), /\/wheelchair\/$/);
        const years = await page.locator('.editions .year').allInnerTexts();
        assert.ok(years.length > 0, 'the page of the topic names its editions');
      }
      assert.deepEqual(faults, []);
      await close();
    });

    test(`to the telephone of the office in Теміртау by headings and landmarks ${how}`, async () => {
      const { page, faults, close } = await site.open({ javaScriptEnabled });
      await page.goto(`/${language}/`);
      const menu = page.getByRole('navigation', { name: own.menu });
      await menu.getByRole('link', { name: own.places }).click();
      await page.getByRole('main').getByRole('link', { name: own.karagandy }).first().click();
      await page.getByRole('main').getByRole('link', { name: own.temirtau }).first().click();
      await page.getByRole('main').getByRole('link', { name: own.employment }).first().click();
      assert.ok(await page.getByRole('heading', { level: 1, name: own.temirtau }).isVisible());
      assert.equal(await page.getByRole('region', { name: own.contacts }).count(), 1);
      const telephone = page.getByRole('main').locator('a[href^="tel:"]').first();
      assert.ok(await telephone.isVisible());
      assert.deepEqual(faults, []);
      await close();
    });

    test(`from the address on an old leaflet to the page that it names ${how}`, async () => {
      const { page, faults, close } = await site.open({ javaScriptEnabled });
      const service = site.program.catalogue.services.find((one) => one.topic && one.documents.length);
      const path = `/${language}/${servicePath(service)}`;
      await page.goto(path);
      const leaflet = new URL(await page.locator('.share-url').getAttribute('href'));
      // People leave out the slash at the end and the scheme at the beginning.
      await page.goto(leaflet.pathname.replace(/\/$/, ''));
      await page.waitForURL((url) => url.pathname === path);
      assert.ok(await page.locator('h1').isVisible());
      assert.deepEqual(faults, []);
      await close();
    });
  }
}
