// How heavy the first view of a page is: what an old telephone on a slow net waits for.

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';

import { servicePath } from './addresses.js';
import { languages, servedSite, telephone } from './site.js';

const site = servedSite();

/** HTML and style sheet together, compressed. */
const heaviest = 30 * 1024;
const mostRequests = 3;

/** The number of bytes that the server sends for an address to a browser. */
function bytesOf(url) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'Accept-Encoding': 'gzip, br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => { bytes += chunk.length; });
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('HTML and style sheet of every service stay within 30 KB, compressed', async (t) => {
  const { address, catalogue } = site.program;
  const style = await bytesOf(`${address}/static/qyzmet.css`);
  const pages = [];
  for (const language of languages) {
    for (const service of catalogue.services.filter((one) => one.topic)) {
      const path = `/${language}/${servicePath(service)}`;
      pages.push({ path, bytes: style + (await bytesOf(address + path)) });
    }
  }
  pages.sort((one, other) => other.bytes - one.bytes);
  const median = pages[Math.floor(pages.length / 2)];
  t.diagnostic(`style sheet ${style} bytes, script ${await bytesOf(`${address}/static/qyzmet.js`)} bytes`);
  t.diagnostic(`first view: heaviest ${pages[0].bytes} bytes (${pages[0].path}), median ${median.bytes} bytes`);
  assert.deepEqual(pages.filter(({ bytes }) => bytes > heaviest), []);
});

test('a service needs at most three requests and does not move while it loads', async (t) => {
  const { catalogue } = site.program;
  // One service of each act: the pages of an act are made alike.
  const services = catalogue.acts.map((act) => catalogue.services.find((one) => one.act === act.id && one.topic));
  for (const viewport of [telephone.viewport, { width: 1280, height: 800 }]) {
    for (const service of services.filter(Boolean)) {
      const { page, faults, close } = await site.open({ viewport });
      const requests = [];
      page.on('request', (one) => {
        const { pathname } = new URL(one.url());
        // The sign of the tab is fetched after the view, and once for the whole site.
        if (pathname !== '/static/favicon.svg') requests.push(pathname);
      });
      await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`/ru/${servicePath(service)}`, { waitUntil: 'networkidle' });
      const shift = await page.evaluate(() => window.shift);
      t.diagnostic(`${viewport.width} px, ${service.act}: ${requests.length} requests, layout shift ${shift}`);
      assert.ok(requests.length <= mostRequests, requests.join(', '));
      assert.equal(shift, 0);
      assert.deepEqual(faults, []);
      await close();
    }
  }
});
