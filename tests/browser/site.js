// The site as every file of tests needs it: served, with a browser beside it.

import { after, before } from 'node:test';

import { launch, openPage } from './browser.js';
import { startProgram } from './program.js';

/** Languages of the site. */
export const languages = ['kk', 'ru'];

/** Each test runs with JavaScript and without. */
export const modes = [
  { mode: 'with JavaScript', javaScriptEnabled: true },
  { mode: 'without JavaScript', javaScriptEnabled: false },
];

/** A telephone that is not new. */
export const telephone = { viewport: { width: 360, height: 740 } };

/**
 * The site of a folder of acts for all tests of a file. `open` gives a page on it;
 * what stands in `program` and `browser` is there once the tests run.
 */
export function servedSite(options) {
  const site = {
    program: undefined,
    browser: undefined,
    open: (pageOptions) => openPage(site.browser, site.program.address, pageOptions),
  };
  before(async () => {
    site.program = await startProgram(options);
    site.browser = await launch();
  });
  after(async () => {
    await site.browser?.close();
    await site.program?.stop();
  });
  return site;
}
