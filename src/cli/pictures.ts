/**
 * `npm run pictures` draws the README's pictures into teamsapp/pictures/: conversations with the cards' own samples, in a
 * Teams-like frame, by the Chromium of this machine.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CardName } from '../../cards';
import type { AdaptiveCard } from '../../cards/define-card';
import { findProjectRoot } from '../shared/project-root';
import { findChromium, openChromium } from './chromium';
import { drawExhibits } from './gallery/exhibits';
import { drawPage } from './gallery/page';

/** One message: what a person says, or a card of the bot. */
type Line =
  | { readonly at: string; readonly from: string; readonly says: string }
  | { readonly at: string; readonly card: AdaptiveCard };
interface Chat {
  readonly name: string;
  readonly lines: readonly Line[];
}

const PARTNER = 'Paula Partner';
const exhibits = drawExhibits('en');

const pictures: Readonly<Record<string, readonly Chat[]>> = {
  ask: [
    {
      name: 'A partner asks',
      lines: [
        { at: '13:01', from: PARTNER, says: 'Can I open a ticket for our EA customer through ASfP?' },
        { at: '13:01', card: sample('answer', 'flagged') },
      ],
    },
    {
      name: 'What the desk is, and isn’t',
      lines: [
        { at: '13:03', from: PARTNER, says: 'What is and isn’t the Architecture Desk?' },
        { at: '13:03', card: sample('scope', 'desk') },
      ],
    },
  ],
  request: [
    {
      name: 'A partner requests an engagement',
      lines: [
        {
          at: '13:04',
          from: PARTNER,
          says: 'I need a design session on Azure for Contoso by 10 December, with my PDM Ana',
        },
        { at: '13:04', card: sample('intake', 'filled from the chat') },
      ],
    },
    {
      name: 'The form becomes its confirmation, then news',
      lines: [
        { at: '13:05', card: sample('confirmation', 'sent') },
        { at: '13:20', card: sample('news', 'claimed') },
      ],
    },
  ],
  claim: [
    {
      name: 'The queue’s channel: the card explains itself',
      lines: [{ at: '13:05', card: sample('handoff', 'submitted') }],
    },
    {
      name: 'The owner’s 1:1, once it is claimed',
      lines: [{ at: '13:20', card: sample('request', 'to its owner') }],
    },
  ],
};

function sample(card: CardName, name: string): AdaptiveCard {
  const drawn = exhibits.find((exhibit) => exhibit.name === card)?.samples[name];
  if (!drawn) throw new Error(`The card "${card}" has no sample "${name}".`);
  return drawn.content;
}

async function main(): Promise<void> {
  const executable = findChromium();
  if (executable === null) throw new Error('No Chromium is on the PATH, and CHROMIUM names none.');
  const folder = path.join(findProjectRoot(), 'teamsapp', 'pictures');
  mkdirSync(folder, { recursive: true });
  const browser = await openChromium(executable);
  try {
    for (const [name, chats] of Object.entries(pictures)) {
      const page = await browser.newPage({ timezoneId: 'UTC', locale: 'en-US' });
      await page.setContent(drawPage('chat.js', chats));
      const file = path.join(folder, `${name}.png`);
      await page.locator('.chats').screenshot({ path: file });
      console.log(`${path.relative(process.cwd(), file)}: ${statSync(file).size} bytes`);
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
