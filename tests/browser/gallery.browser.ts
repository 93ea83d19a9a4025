/**
 * Every card of the registry, in every language, sample, theme and width, as drawn and with all folds open: nothing is cut, nothing
 * overflows, contrast and labels are as WCAG AA wants them.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES } from '../../cards/words/languages';
import { drawExhibits } from '../../src/cli/exhibits';
import { drawPage } from '../../src/cli/develop/gallery/page';
import { findProjectRoot } from '../../src/shared/project-root';
import { findAccessibilityFaults, findLayoutFaults } from './find-faults';
import { inChromium } from './in-chromium';

const folder = path.join(findProjectRoot(), '.data', 'browser', 'gallery');
rmSync(folder, { recursive: true, force: true });
const themes = ['light', 'dark', 'contrast'];

for (const language of LANGUAGES) {
  const exhibits = drawExhibits(language);
  const sampleCount = exhibits.flatMap(({ samples }) => Object.keys(samples)).length;
  // Colours know nothing of the language.
  const views = (language === 'en' ? themes : ['light']).flatMap((theme) =>
    ['320', '560'].flatMap((width) => ['false', 'true'].map((open) => ({ theme, width, open }))),
  );

  inChromium(`the gallery in "${language}"`, (browser) => {
    const file = path.join(folder, `${language}.html`);
    beforeAll(() => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, drawPage('gallery.js', exhibits, language));
    });

    it.each(views)('has no fault in $theme at $width px, folds open: $open', async (view) => {
      const page = await browser().newPage({ viewport: { width: 1280, height: 900 } });
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      await page.goto(`${pathToFileURL(file).href}?${new URLSearchParams(view).toString()}`);
      expect(await page.locator('.card').count()).toBe(sampleCount);

      faults.push(...(await findLayoutFaults(page)));
      // Neither colours nor labels know of the width.
      if (view.width === '320') faults.push(...(await findAccessibilityFaults(page)));
      if (faults.length > 0) {
        const picture = path.join(folder, `${[language, ...Object.values(view)].join('-')}.png`);
        await page.screenshot({ path: picture, fullPage: true });
      }
      expect(faults).toEqual([]);
      await page.close();
    });
  });
}
