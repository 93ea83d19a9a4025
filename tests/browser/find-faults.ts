/**
 * What is wrong with the cards (`.card`) that a page shows, in words, each with the card it is about (`data-where`).
 * The judges are plain scripts in in-page/, as they run in the browser.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Text that is cut, reaches beyond its card or lies over another, and placeholders that do not fit. */
export async function findLayoutFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: path.join(__dirname, 'in-page', 'find-layout-faults.js') });
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('.card')].flatMap((card) =>
      findLayoutFaults(card).map((fault) => card.dataset.where + ': ' + fault))`,
  );
}

/** What axe-core holds against them by WCAG 2.2 A and AA, contrast and labels among it, or could not judge. */
export async function findAccessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  await page.addScriptTag({ path: path.join(__dirname, 'in-page', 'find-accessibility-faults.js') });
  return page.evaluate<string[]>('findAccessibilityFaults()');
}
