/**
 * Whatever one person writes and another reads stays words: no mention, link, bold, HTML or card function comes of it. The
 * real process, hostile text in every field, and a look at all that the connector receives.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDirectoryFiles } from '../../src/directory/files';
import { SAMPLE } from '../support/desk';
import { chat, Journey, PDM_CHANNEL, people } from '../support/journey';

/** Unlike in every field, so that it is seen which of them was drawn; a name of the directory has a hundred characters. */
const hostile = (field: string) =>
  `<at>All</at> [x](https://evil.example) **b** <img src=x> {{DATE(2026-01-01)}} EVIL-${field}`;

const { maya, amara } = people;
const named = {
  maya: { ...maya, name: hostile('requester') },
  priya: { ...people.priya, name: hostile('person') },
  tom: people.tom,
};
const channel = { ...PDM_CHANNEL, name: hostile('channel') };

let journey: Journey;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'partner-desk-'));
  const { partners, people: persons, queues, ...others } = await readDirectoryFiles(SAMPLE);
  const files = {
    ...others,
    partners: partners.replace('Northwind Traders', hostile('partner')),
    people: persons.replace('Priya Nair', hostile('person')),
    queues: queues.replace('PDM EMEA', hostile('queue')),
  };
  mkdirSync(path.join(folder, 'sample'));
  for (const [name, csv] of Object.entries(files))
    writeFileSync(path.join(folder, 'sample', `${name}.csv`), csv);
  journey = await Journey.start({
    env: { CONTENT_DIR: folder },
    known: [named.maya, named.priya, named.tom, amara],
  });
  await journey.inChannel(amara, channel, 'register queue pdm-emea');
  for (const who of [named.priya, named.tom]) await journey.say(who, 'hello');
  await liveThrough();
}, 120_000);
afterAll(async () => {
  await journey.connector.stop();
  await journey.bot.stop();
  journey.bot.removeData();
  rmSync(folder, { recursive: true, force: true });
  expect(journey.bot.log).not.toMatch(/a turn failed/);
});

/** Two requests from the form to their end, every field of every form filled in. */
async function liveThrough(): Promise<void> {
  const { maya, priya, tom } = named;
  const form = { serviceId: 'architecture-design-session', details: hostile('details') };
  const first = await journey.request(maya, 'new request', { ...form, customer: hostile('customer') });
  const { number } = first;
  const send = (who: typeof maya, verb: string, fields: Record<string, string>, of = number) =>
    journey.press(who, first.confirmation, { verb, number: of, ...fields });
  await journey.arrived(channel, 'POST', new RegExp(number));
  await journey.say(priya, `claim ${number}`);
  await send(priya, 'ask-form.submit', { question: hostile('question') });
  await send(maya, 'request.answer', {});
  await send(maya, 'answer-form.submit', { answer: hostile('answer') });
  await send(maya, 'note-form.submit', { note: hostile('note') });
  await send(maya, 'edit-form.submit', {
    customer: hostile('new-customer'),
    confidential: 'false',
    details: hostile('new-details'),
  });
  await send(priya, 'transfer-form.submit', { targetId: 'person:tom-okafor', remark: hostile('remark') });
  await journey.arrived(chat(tom), 'POST', /EVIL-remark/);
  await send(tom, 'complete-form.submit', { outcomeId: 'delivered', hours: '', summary: hostile('summary') });
  await journey.arrived(chat(maya), 'POST', /EVIL-summary/);
  const second = await journey.request(maya, 'new request', { ...form, customer: hostile('second') });
  const declined = { reasonId: 'other', explanation: hostile('explanation') };
  await send(priya, 'decline-form.submit', declined, second.number);
  await journey.arrived(chat(maya), 'POST', /EVIL-explanation/);
  for (const text of ['my requests', `status ${number}`, `status ${second.number}`, 'who is my PDM?'])
    await journey.say(maya, text);
  await journey.say(priya, 'queue');
  await journey.inChannel(priya, channel, 'queue completed');
  await journey.say(maya, `a design session for ${hostile('typed')}`);
  await journey.say(maya, hostile('question-of-the-desk'));
  await journey.inChannel(maya, channel, hostile('said-in-the-channel'));
}

/** Whether words are words there, by the property and the type of its element; else markup must have been taken out. */
function isPlain({ property, type, text }: Found): boolean {
  if (type === 'TextRun') return property === 'text';
  if (type.startsWith('Input.')) return ['value', 'label', 'placeholder'].includes(property);
  if (type.startsWith('Action.')) return property === 'title';
  if (property === 'fallbackText') return !/\]\(|[<>]|\{\{/.test(text);
  // Of an activity: the line of its toast, and what the people in it are called. Of a choice: its title.
  return property === 'summary' || (type === '' && ['title', 'name'].includes(property));
}

interface Found {
  readonly property: string;
  readonly type: string;
  readonly text: string;
}

function findEvil(value: unknown, property = '', type = ''): Found[] {
  if (typeof value === 'string') return value.includes('EVIL-') ? [{ property, type, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as { type?: unknown }).type;
  return Object.entries(value).flatMap(([key, inner]) =>
    findEvil(inner, Array.isArray(value) ? property : key, typeof own === 'string' ? own : ''),
  );
}

describe('hostile text', () => {
  it.each([
    ...['requester', 'person', 'channel', 'partner', 'queue', 'customer', 'details', 'question', 'answer'],
    ...['note', 'new-customer', 'new-details', 'remark', 'summary', 'explanation'],
  ])('of the field %s is shown to somebody, and only where words are words', (field) => {
    const found = journey.connector.calls
      .flatMap(({ activity }) => findEvil(activity))
      .filter(({ text }) => text.includes(`EVIL-${field}`));
    expect(found).not.toEqual([]);
    expect(found.filter((one) => !isPlain(one))).toEqual([]);
    const drawn = found.filter(({ type }) => type === 'TextRun');
    expect(drawn.filter(({ text }) => text.includes('{{'))).toEqual([]);
  });

  it('makes no mention of anybody but who is meant', () => {
    const mentions = journey.connector.calls.flatMap(({ activity }) => activity['entities'] ?? []) as {
      readonly type: string;
      readonly text?: string;
      readonly mentioned?: { readonly id: string };
    }[];
    expect(mentions.filter(({ text }) => (text?.match(/</g) ?? []).length > 2)).toEqual([]);
    for (const { mentioned } of mentions.filter(({ type }) => type === 'mention'))
      expect([named.priya.id, named.tom.id]).toContain(mentioned?.id);
  });

  it('that is a question is not said back in a channel', () => {
    expect(journey.connector.findInChannels('EVIL-said-in-the-channel')).toEqual([]);
  });
});
