// Six pages as they were looked at and found good. The pictures show made-up acts, so
// that what is read of the published ones may become better without a new picture, and
// a font of the tests, so that they are the same on every machine.
//
// QYZMET_PICTURES=keep takes them anew: look at them before they are kept.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { folderOfActs, pictured } from './acts.js';
import { servicePath } from './addresses.js';
import { servedSite } from './site.js';

const site = servedSite({ seeds: folderOfActs(pictured) });
const pictures = fileURLToPath(new URL('pictures', import.meta.url));

/** Side of the squares that are compared, in pixels: small changes of edges vanish in them. */
const square = 16;
/** How far the mean colour of a square may move, of 255. */
const nearly = 20;
/** The part of the squares that may be further off. */
const few = 0.005;

const require = createRequire(import.meta.url);

/** Style rules that set all text in one font, which stands in them. */
function fontRules() {
  const rules = ['400.css', '700.css'].map((name) => {
    const file = require.resolve(`@fontsource/noto-sans/${name}`);
    return readFileSync(file, 'utf8').replace(
      /src: url\(\.\/(files\/[^)]+\.woff2)\)[^;]*;/g,
      (_, font) => {
        const data = readFileSync(path.join(path.dirname(file), font)).toString('base64');
        return `src: url(data:font/woff2;base64,${data}) format("woff2");`;
      },
    );
  });
  return `${rules.join('\n')}\n* { font-family: "Noto Sans" !important; transition: none !important; }`;
}

async function pictureOf(address, { width, height, colorScheme }) {
  const { page, close } = await site.open({ viewport: { width, height }, colorScheme, bypassCSP: true });
  // Whether it is open now must not depend on when the picture is taken.
  await page.clock.setFixedTime(new Date('2026-11-27T05:00:00Z'));
  await page.goto(address);
  await page.addStyleTag({ content: fontRules() });
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  await close();
  return picture;
}

/** The part of the squares of two pictures whose colours differ; 1 where the sizes do. */
async function differenceOf(one, other) {
  const { page, close } = await site.open({ bypassCSP: true });
  await page.goto('/404.html');
  const urls = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  const difference = await page.evaluate(async ({ urls, square, nearly }) => {
    const pixels = await Promise.all(urls.map(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }));
    const [first, second] = pixels;
    if (first.width !== second.width || first.height !== second.height) return 1;
    const mean = (image, left, top, channel) => {
      let sum = 0;
      let count = 0;
      for (let y = top; y < Math.min(top + square, image.height); y += 1) {
        for (let x = left; x < Math.min(left + square, image.width); x += 1) {
          sum += image.data[(y * image.width + x) * 4 + channel];
          count += 1;
        }
      }
      return sum / count;
    };
    let all = 0;
    let different = 0;
    for (let top = 0; top < first.height; top += square) {
      for (let left = 0; left < first.width; left += square) {
        all += 1;
        const off = [0, 1, 2].map((channel) => Math.abs(mean(first, left, top, channel) - mean(second, left, top, channel)));
        if (Math.max(...off) > nearly) different += 1;
      }
    }
    return different / all;
  }, { urls, square, nearly });
  await close();
  return difference;
}

const telephone = { width: 360, height: 1600 };
const desk = { width: 1280, height: 1300 };

/** A service of an act whose id begins so. */
function serviceOf(act) {
  return servicePath(site.program.catalogue.services.find((one) => one.act.startsWith(act)));
}

const looks = {
  'home-kk-desk': [desk, 'light', () => '/kk/'],
  'service-in-force-ru-telephone': [telephone, 'light', () => `/ru/${serviceOf('republic-')}`],
  'service-repealed-kk-desk-dark': [desk, 'dark', () => `/kk/${serviceOf('kostanay-')}`],
  'office-ru-telephone-dark': [telephone, 'dark', () => `/ru/offices/${site.program.catalogue.offices[0].id}/`],
  'act-kk-desk': [desk, 'light', () => `/kk/acts/${site.program.catalogue.acts.find((act) => act.id.startsWith('republic-')).id}/`],
  'search-ru-telephone': [telephone, 'light', () => `/ru/search/?q=${encodeURIComponent('жилищная помощь')}`],
};

for (const [name, [size, colorScheme, address]] of Object.entries(looks)) {
  test(`${name} looks as it did`, async (t) => {
    const file = path.join(pictures, `${name}.png`);
    const picture = await pictureOf(address(), { ...size, colorScheme });
    if (process.env.QYZMET_PICTURES === 'keep') {
      mkdirSync(pictures, { recursive: true });
      writeFileSync(file, picture);
      return;
    }
    const difference = await differenceOf(readFileSync(file), picture);
    t.diagnostic(`${(100 * difference).toFixed(2)} % of the squares differ`);
    if (difference > few) {
      const seen = path.join(process.env.QYZMET_SEEN ?? pictures, `${name}.seen.png`);
      writeFileSync(seen, picture);
      assert.fail(`${(100 * difference).toFixed(2)} % of the squares differ; compare ${file} with ${seen}`);
    }
  });
}

test('the comparison sees a part that moved, and lets the edges of letters be', async () => {
  const usual = await pictureOf('/ru/', { ...desk, colorScheme: 'light' });
  assert.equal(await differenceOf(usual, usual), 0);
  const dark = await pictureOf('/ru/', { ...desk, colorScheme: 'dark' });
  assert.ok((await differenceOf(usual, dark)) > 0.5);
  const { page, close } = await site.open({ viewport: desk, bypassCSP: true });
  await page.goto('/ru/');
  await page.addStyleTag({ content: `${fontRules()}\nmain { padding-top: 24px; }` });
  await page.evaluate(() => document.fonts.ready);
  assert.ok((await differenceOf(usual, await page.screenshot())) > few);
  await close();
});
