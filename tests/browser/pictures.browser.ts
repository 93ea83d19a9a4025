/**
 * The README's pictures: conversations made of card samples in a Teams-like frame. `UPDATE_PICTURES=1` writes them into
 * teamsapp/pictures/; otherwise they go to .data/browser/ and are only checked.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sayAsData, type CardName } from '../../cards';
import type { AdaptiveCard } from '../../cards/define-card';
import { languages } from '../../cards/words/languages';
import { drawFound } from '../../src/conversation/answers/lookups';
import { findContentDir, loadContent } from '../../src/knowledge/load/load-content';
import { createLookup } from '../../src/answering/lookup';
import { findProjectRoot } from '../../src/shared/project-root';
import { drawExhibits } from '../../src/cli/exhibits';
import { drawPage } from '../../src/cli/develop/gallery/page';
import { findLayoutFaults } from './find-faults';
import { inChromium } from './in-chromium';

/** What a person says, a card of the bot or of who looked it up, a dialog, or the list that is typed for. */
type Line =
  | { readonly at: string; readonly from: string; readonly says: string }
  | { readonly at: string; readonly card: AdaptiveCard; readonly sender?: string }
  | { readonly dialog: string; readonly card: AdaptiveCard }
  | { readonly typed: string; readonly found: readonly { readonly title: string; readonly text: string }[] };
interface Chat {
  readonly name: string;
  /** On a phone; else on a desktop. */
  readonly isPhone?: boolean;
  readonly theme?: 'light' | 'dark';
  readonly lines: readonly Line[];
}

const PARTNER = 'Paula Partner';
const COLLEAGUE = 'Tom Okafor';
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
  channel: [
    {
      name: 'In a channel, the answer appears in the thread',
      lines: [
        {
          at: '14:10',
          from: COLLEAGUE,
          says: '@Partner Desk can a partner use ASfP for a customer on an EA?',
        },
        { at: '14:10', card: sample('channel-answer', 'a case') },
      ],
    },
    {
      name: 'Its button opens a dialog that only you see',
      lines: [{ dialog: languages.en.lookup.title, card: sayAsData(sample('guide', 'in a dialog')) }],
    },
  ],
  'look-up': [
    { name: 'Results appear while you type', lines: [lookUp('ea customer', 4)] },
    {
      name: 'The posted card is readable without the app',
      lines: [{ at: '14:15', sender: COLLEAGUE, card: lookUpCard('ea customer') }],
    },
  ],
  phone: [
    {
      name: 'On a phone',
      isPhone: true,
      lines: [{ at: '13:01', card: sample('answer', 'flagged') }],
    },
    {
      name: 'My open requests',
      isPhone: true,
      theme: 'dark',
      lines: [{ at: '13:02', card: sample('request-list', 'mine') }],
    },
    {
      name: 'For the knowledge owner',
      isPhone: true,
      lines: [{ at: '13:03', card: sample('insights', 'usual') }],
    },
  ],
};

function sample(card: CardName, name: string): AdaptiveCard {
  const drawn = exhibits.find((exhibit) => exhibit.name === card)?.samples[name];
  if (!drawn) throw new Error(`The card "${card}" has no sample "${name}".`);
  return drawn.content;
}

function lookUp(typed: string, count: number): Line {
  return { typed, found: find(typed, count) };
}

function lookUpCard(typed: string): AdaptiveCard {
  const [first] = find(typed, 1);
  if (first === undefined) throw new Error(`No results for "${typed}".`);
  return first.card.content;
}

/** Searches the content like the message extension. */
function find(typed: string, count: number) {
  const lookup = createLookup(loadContent({ dir: findContentDir() }));
  const links = { deepLink: 'https://teams.microsoft.com/l/chat/0/0', link: null };
  return lookup.find(typed, { skip: 0, count }).map((found) => drawFound(found, links, languages.en));
}

inChromium('the README’s pictures', (browser) => {
  const folder = path.join(
    findProjectRoot(),
    process.env['UPDATE_PICTURES'] ? 'teamsapp' : '.data/browser',
    'pictures',
  );
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
  });

  it.each(Object.entries(pictures))('show whole cards: %s', async (name, chats) => {
    const page = await browser().newPage({ timezoneId: 'UTC', locale: 'en-US' });
    await page.setContent(drawPage('chat.js', chats));
    const lines = chats.flatMap((chat) => chat.lines);
    expect(await page.locator('.ac-adaptiveCard').count()).toBe(
      lines.filter((line) => 'card' in line).length,
    );
    expect(await findLayoutFaults(page)).toEqual([]);
    await page.locator('.chats').screenshot({ path: path.join(folder, `${name}.png`) });
    await page.close();
  });
});
