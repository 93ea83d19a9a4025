/** The finder itself, on pages with one planted fault each: it must find that fault, and nothing on a sound page. */
import { expect, it } from '@jest/globals';
import { findAccessibilityFaults, findLayoutFaults } from './find-faults';
import { inChromium } from './in-chromium';

const LONG = 'Internationale Gesellschaft für Cloudinfrastrukturdienstleistungen';

const planted: readonly (readonly [fault: string, body: string, found: RegExp])[] = [
  ['a word wider than the card', `<p>${LONG.replaceAll(' ', '')}</p>`, /text is cut/],
  ['a picture wider than the card', '<div style="width:400px;height:9px"></div>', /div reaches beyond/],
  [
    'a title that ends in an ellipsis',
    `<div style="width:90px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${LONG}</div>`,
    /text is cut/,
  ],
  [
    'a word that its column breaks',
    '<div style="width:70px;overflow-wrap:anywhere">Warteschlange</div>',
    /a word is broken: "Warteschlange"/,
  ],
  ['lines below a fixed height', `<div style="height:20px;overflow:hidden">${LONG}</div>`, /text is cut/],
  [
    'text that scrolls sideways',
    `<div style="overflow-x:auto;white-space:nowrap">${LONG}</div>`,
    /text is cut/,
  ],
  [
    'a button that its row cuts',
    '<div style="width:60px;overflow:hidden"><button style="width:90px">Send</button></div>',
    /button is cut: "Send"/,
  ],
  [
    'two texts in one place',
    '<p>One line</p><p style="margin-top:-36px">Another</p>',
    /drawn over each other/,
  ],
  [
    'a placeholder that does not fit',
    `<input aria-label="Customer" placeholder="${LONG}" style="width:90px" />`,
    /placeholder is cut/,
  ],
  ['grey on white', '<p style="color:#999">Source</p>', /color-contrast/],
  ['grey on a coloured band', '<p style="background:#fbf6d9;color:#8a8a8a">Waiting</p>', /color-contrast/],
  ['text on a picture', '<p style="background-image:linear-gradient(red,blue)">Text</p>', /color-contrast/],
  ['an input without a label', '<input />', /\(label\)/],
  ['a choice without a label', '<select><option>One</option></select>', /\(select-name\)/],
  ['a picture without a text', '<img src="data:," width="30" height="30" />', /\(image-alt\)/],
  ['a button without a name', '<button style="width:30px;height:30px"></button>', /\(button-name\)/],
  [
    'a row that is named otherwise',
    '<div role="button" tabindex="0" aria-label="Show">PD-0042</div>',
    /mismatch/,
  ],
];

const sound = `<h4>An answer</h4><p>${LONG}</p>
  <label for="area">Area</label> <input id="area" placeholder="Optional" />
  <div style="display:none;width:400px">Folded</div> <button style="height:32px">Send</button>`;

inChromium('the finder', (browser) => {
  const faultsOf = async (body: string) => {
    const page = await browser().newPage();
    await page.setContent(`<!doctype html><html lang="en"><title>Planted</title><body>
      <div class="card" data-where="planted" style="width:320px;background:#fff;color:#242424">${body}</div>`);
    const faults = [...(await findLayoutFaults(page)), ...(await findAccessibilityFaults(page))];
    await page.close();
    return faults;
  };

  it.each(planted)('finds %s', async (_fault, body, found) => {
    expect(await faultsOf(body)).toContainEqual(expect.stringMatching(found));
  });

  it('finds nothing on a sound card', async () => {
    expect(await faultsOf(sound)).toEqual([]);
  });
});
