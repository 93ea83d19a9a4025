/**
 * The rules of Teams' store, and of good manners in Teams, as far as a test can hold them: on the real process, on every
 * card, and on the app package. That nothing is cut at 320 px is judged in a browser: tests/browser/gallery.browser.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cards } from '../../cards';
import type { CardActions, CardDefinition } from '../../cards/define-card';
import { languages } from '../../cards/words/languages';
import { findProjectRoot } from '../../src/shared/project-root';
import { BOT, inChannel, mentions, personal, says } from '../support/activities';
import { objectsOf } from '../support/card-check';
import { textOf } from '../support/fake-connector';
import { Journey, PDM_CHANNEL, people, PTS_CHANNEL, textOfAll } from '../support/journey';

interface Manifest {
  name: { short: string; full: string };
  description: { short: string };
  bots: { commandLists: { scopes: string[]; commands: { title: string; type?: string }[] }[] }[];
}
const manifest = JSON.parse(
  readFileSync(path.join(findProjectRoot(), 'teamsapp', 'manifest.json'), 'utf8'),
) as Manifest;

type AnyCard = CardDefinition<string, never, CardActions>;
const drawn = Object.values(languages).flatMap((words) =>
  (Object.values(cards) as unknown as AnyCard[]).flatMap(({ name, samples, render }) =>
    Object.entries(samples).map(([sample, model]) => ({ name, sample, card: render(model, words) })),
  ),
);

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
}, 120_000);
afterAll(async () => {
  await journey.connector.stop();
  await journey.bot.stop();
  journey.bot.removeData();
});

const GREETINGS = ['hi', 'Hi', 'HI', 'hello', 'HELLO', 'help', 'Help', 'HELP'];

describe('names', () => {
  it('are not those of Teams, Microsoft or a part of Teams', () => {
    const { short, full } = manifest.name;
    expect(`${short} ${full}`).not.toMatch(
      /teams|microsoft|office|azure|\b(chat|calls?|files|activity|calendar|apps)\b/i,
    );
    expect(short.replace(/\$\{\{\w+\}\}/, '').length).toBeLessThanOrEqual(30 - '-local'.length);
  });

  it('of commands are not said twice in one place', () => {
    for (const { commandLists } of manifest.bots)
      for (const { scopes, commands } of commandLists) {
        const titles = commands.map(({ title }) => title.toLowerCase());
        expect([scopes, titles.filter((title, index) => titles.indexOf(title) !== index)]).toEqual([
          scopes,
          [],
        ]);
      }
  });

  it('of buttons do not stand twice on one card', () => {
    for (const { name, sample, card } of drawn) {
      if (sample.startsWith('longest') || name === 'faq') continue;
      const titles = objectsOf(card.content)
        .filter(({ type }) => type === 'Action.Submit' || type === 'Action.OpenUrl')
        .flatMap(({ title }) => (typeof title === 'string' ? [title] : []));
      const twice = titles.filter((title, index) => titles.indexOf(title) !== index);
      // Two contacts have a chat each, and a list as many requests as there are.
      if (name !== 'person' && name !== 'request-list')
        expect([name, sample, twice]).toEqual([name, sample, []]);
    }
  });
});

describe('a welcome', () => {
  const added = (fields: Record<string, unknown>) => ({
    type: 'conversationUpdate',
    membersAdded: [BOT],
    ...fields,
  });

  it('is said once in 1:1, however often Teams tells that the app was added', async () => {
    const { nils } = people;
    expect(await journey.turn(personal(journey.connector, nils, added({})))).toHaveLength(1);
    expect(await journey.turn(personal(journey.connector, nils, added({})))).toEqual([]);
    const installed = { type: 'installationUpdate', action: 'add' };
    expect(await journey.turn(personal(journey.connector, nils, installed))).toEqual([]);
  });

  it('is for a channel what can be done there, once, and nobody’s name', async () => {
    const general = { id: '19:general@thread.tacv2', name: 'General' };
    const turn = () => journey.turn(inChannel(journey.connector, people.priya, general, added({})));
    const [welcome, ...others] = await turn();
    expect(others).toEqual([]);
    expect(textOf(welcome!.activity)).toContain('@mention me');
    expect(textOf(welcome!.activity)).not.toContain('Priya');
    expect(await turn()).toEqual([]);
  });

  it('is not said when somebody else joins', async () => {
    const joined = added({ membersAdded: [{ id: people.lena.id, name: people.lena.name }] });
    expect(await journey.turn(inChannel(journey.connector, people.priya, PTS_CHANNEL, joined))).toEqual([]);
  });
});

describe('hi, hello and help', () => {
  it.each(GREETINGS)('get an answer to "%s" in 1:1 and in a channel', async (word) => {
    expect(await journey.say(people.maya, word)).toMatch(/what do you need\?|How I can help/);
    expect(await journey.inChannel(people.priya, PTS_CHANNEL, word)).toContain('@mention me');
  });

  it('begin with the queue for who works one', async () => {
    expect(await journey.say(people.priya, 'hello')).toMatch(
      /Hi Priya[^]*Open in my queues[^]*Requests I own/,
    );
    expect(await journey.say(people.maya, 'hello')).not.toContain('Open in my queues');
  });
});

describe('anything', () => {
  const sticker = { contentType: 'image/gif', contentUrl: 'https://example.com/s.gif' };
  it.each([
    ['nothing', { type: 'message', text: '' }],
    ['spaces', says('   \n ')],
    ['an emoji', says('🙃')],
    ['punctuation', says('?!')],
    ['a sticker alone', { type: 'message', attachments: [sticker] }],
    [
      'a file alone',
      { type: 'message', text: '', attachments: [{ contentType: 'text/html', content: '<img>' }] },
    ],
    ['letters without sense', says('asdf qwer zxcv')],
    ['another language', says('どこに連絡すればいいですか')],
    ['code', says('<script>alert(1)</script> ${{x}} {{DATE(x)}}')],
    ['a story without an end', says('and then we met again '.repeat(400))],
  ])('gets one answer with a way on: %s', async (_what, fields) => {
    const sent = await journey.turn(personal(journey.connector, people.maya, fields));
    expect(sent.length).toBeGreaterThan(0);
    expect(textOfAll(sent)).not.toMatch(/went wrong|undefined|\[object/);
    expect(sent.some(({ activity }) => objectsOf(activity).some(isPress) || hasHint(textOf(activity)))).toBe(
      true,
    );
  });
});

/** Says what to do in a word that people act on: in English or German. */
function hasHint(text: string): boolean {
  return /\b(type|tell|try|send|ask|check|write|mention|sign in|register|request|press|start one)\b|\b(schreiben|sagen|versuchen|senden|fragen|prüfen|erwähnen|wenden|melden|bitten|bitte|informieren|stellen|registrieren)\b/i.test(
    text,
  );
}

function isPress({ type }: Readonly<Record<string, unknown>>): boolean {
  return type === 'Action.Submit' || type === 'Action.OpenUrl' || String(type).startsWith('Input.');
}

describe('no card is a dead end', () => {
  /** Below an answer that has its next steps; and what is done, where nothing is left to do. */
  const ends = new Set(['comparison', 'handoff completed', 'delivery-check decided', 'notice over']);

  it('each one, in every state and language, has a button or says what to do', () => {
    const dead = drawn.filter(({ name, sample, card }) => {
      const words = objectsOf(card.content).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
      const goesOn = objectsOf(card.content).some(isPress) || words.some(hasHint);
      return !goesOn && !ends.has(name) && !ends.has(`${name} ${sample}`);
    });
    expect(dead.map(({ name, sample }) => `${name}, ${sample}`)).toEqual([]);
  });
});

describe('in a channel', () => {
  it.each(['request an engagement', 'I need a design session for Contoso', 'my requests', 'status PD-0001'])(
    'nobody is led through what is theirs alone: "%s"',
    async (text) => {
      const sent = await journey.turn(inChannel(journey.connector, people.maya, PTS_CHANNEL, mentions(text)));
      const objects = sent.flatMap(({ activity }) => objectsOf(activity));
      expect(objects.filter(({ type }) => String(type).startsWith('Input.'))).toEqual([]);
      // Except what opens in a dialog that nobody else sees; this connector gets the press beneath it.
      const presses = objects.filter(({ type }) => type === 'Action.Submit').map(({ data }) => data);
      expect(presses.filter((data) => (data as { verb: string }).verb !== 'channel-answer.request')).toEqual(
        [],
      );
      expect(textOfAll(sent)).toContain('1:1');
      expect(textOfAll(sent)).not.toContain('Contoso');
    },
  );
});

describe('the frequent questions in a channel', () => {
  it.each(['faq', 'FAQ tpd'])('stand to be read, each in full, with nothing to press: "%s"', async (text) => {
    const sent = await journey.turn(inChannel(journey.connector, people.maya, PTS_CHANNEL, mentions(text)));
    expect(sent.flatMap(({ activity }) => objectsOf(activity)).filter(isPress)).toEqual([]);
    const shown = textOfAll(sent);
    expect(shown).toContain('@mention me with one of these');
    for (const title of ['How do I request TPD?', 'What does TPD not cover?', 'What is TPD for?'])
      expect(shown).toContain(title);
    expect(shown.includes('How do I engage the Architecture Desk?')).toBe(text === 'faq');
  });
});

describe('what is sent without being asked for', () => {
  it('says in its toast why the reader gets it: whose request, or which queue', async () => {
    const { number } = await journey.request(people.maya, 'I need a design session for Fabrikam on Azure', {
      customer: 'Fabrikam',
    });
    const handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    expect(handoff.activity['summary']).toMatch(new RegExp(`^${number} for PDM EMEA`));
    await journey.inChannel(people.priya, PDM_CHANNEL, `claim ${number}`);
    const news = await journey.arrived({ id: 'a:chat-29b1' }, 'POST', /claimed it/);
    expect(news.activity['summary']).toMatch(new RegExp(`^Your request ${number}: `));
  }, 60_000);

  it('names the request or the queue before anything else, in every other card of the kind and each language', () => {
    const kinds = ['delivery-check', 'digest', 'reminder', 'waiting'];
    const toasts = drawn.filter(({ name }) => kinds.includes(name));
    expect(new Set(toasts.map(({ name }) => name)).size).toBe(kinds.length);
    for (const { card } of toasts)
      expect(card.summary).toMatch(/^[^:]*(PD-\d{4}|PDM EMEA|GmbH|mbH)[^:]*: \S/);
  });
});
