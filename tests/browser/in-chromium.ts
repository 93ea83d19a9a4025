import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findChromium, openChromium } from './find-chromium';

/** A suite that needs a browser. Where there is none it is skipped and says so. */
export function inChromium(name: string, suite: (browser: () => Browser) => void): void {
  const executable = findChromium();
  if (executable === null) {
    process.stderr.write(
      `Skipped, as no Chromium is on the PATH and CHROMIUM names none: ${name}\n` +
        'Install one (Debian: apt-get install chromium) and run "npm run test:browser" again.\n',
    );
    describe.skip(name, () => {
      suite(() => {
        throw new Error('No browser.');
      });
    });
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await openChromium(executable);
    }, 60_000);
    afterAll(() => browser?.close());
    suite(() => {
      if (browser === undefined) throw new Error('The browser is not open yet.');
      return browser;
    });
  });
}
