import path from 'node:path';
import { readLabelledLines } from '../../src/cli/develop/labelled-lines';
import { findProjectRoot } from '../../src/shared/project-root';
import type { NextActivity } from './load';

/** A tenant of the sample organisation's, whose people are recognised as a partner's. */
const PARTNER_TENANT = '11111111-0000-4000-8000-000000000001';
const HOME_TENANT = '10000000-0000-4000-8000-000000000001';
const BOT = { id: '28:bot', name: 'Partner Desk' };
/** Who leads the sample organisation's queues. */
export const LEAD_MAIL = 'amara.diallo@contoso.com';
export const LEAD = { id: '29:bench-lead', name: 'Amara Diallo', aadObjectId: toUuid(999_999) };
/** The number of people who send turns, each in their own chat, as over a day. */
export const PEOPLE = 200;

/** What people do, and what the stock bot does in its place. */
export interface Scenario {
  readonly name: string;
  readonly stock: NextActivity;
  readonly ours: NextActivity;
}

let nextId = 0;

/** Each scenario goes through the people by itself, so that all have said the same before whenever it is run again. */
function fromPeople(serviceUrl: string, next: () => Record<string, unknown>): NextActivity {
  let turns = 0;
  return () => activity(serviceUrl, (turns += 1) % PEOPLE, next());
}

function activity(serviceUrl: string, who: number, fields: Record<string, unknown>): Record<string, unknown> {
  nextId += 1;
  return {
    id: `bench-${String(nextId)}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:bench-${String(who)}`, name: `Person ${String(who)}`, aadObjectId: toUuid(who) },
    recipient: BOT,
    conversation: {
      id: `a:bench-${String(who)}`,
      conversationType: 'personal',
      tenantId: PARTNER_TENANT,
    },
    channelData: { tenant: { id: PARTNER_TENANT } },
    locale: 'en-US',
    ...fields,
  };
}

function toUuid(number: number): string {
  return `20000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Questions from tests/eval/ that make sense alone. Requests don't, because their text is never kept. */
function listQuestions(): readonly string[] {
  return readLabelledLines(path.join(findProjectRoot(), 'tests/eval/questions.jsonl'))
    .filter(({ earlier, kind }) => earlier.length === 0 && kind !== 'mention')
    .filter(({ label }) => label !== 'request-engagement')
    .map(({ text }) => text);
}

/** A few of every kind, in the order of the file. */
function listPopularQuestions(): readonly string[] {
  return listQuestions().filter((_question, index) => index % 14 === 0);
}

function rotate<Item>(items: readonly Item[]): () => Item {
  let index = 0;
  return () => {
    const item = items[index % items.length];
    index += 1;
    if (item === undefined) throw new Error('Nothing to choose from.');
    return item;
  };
}

const message = (serviceUrl: string, text: () => string): NextActivity => {
  return fromPeople(serviceUrl, () => ({ type: 'message', text: text() }));
};
const press = (serviceUrl: string, value: () => Record<string, unknown>): NextActivity => {
  return fromPeople(serviceUrl, () => ({ type: 'message', value: value(), replyToId: 'act-1' }));
};
const query = (serviceUrl: string, words: () => string): NextActivity => {
  return fromPeople(serviceUrl, () => ({
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'search',
      parameters: [{ name: 'searchText', value: words() }],
      queryOptions: { skip: 0, count: 10 },
    },
  }));
};

/** A question that nobody asked before: the same kinds of words, told apart by a number. */
export function newQuestion(): () => string {
  const question = rotate(listQuestions());
  const start = Date.now() % 1_000_000;
  let asked = 0;
  return () => `${question()} (case ${String(start + (asked += 1))})`;
}

/** New questions of many people. */
export function questionOfOthers(serviceUrl: string, text: () => string): NextActivity {
  return message(serviceUrl, text);
}

/** Messages of this length, each of other words, all of one person who asks nothing else here. */
export function longMessage(serviceUrl: string, characters: number): NextActivity {
  const question = newQuestion();
  return () => {
    const text = Array.from({ length: 400 }, question).join(' ').slice(0, characters);
    return activity(serviceUrl, PEOPLE + 1, { type: 'message', text });
  };
}

export function listScenarios(serviceUrl: string): readonly Scenario[] {
  const stock = message(serviceUrl, rotate(listQuestions()));
  const stockPress = press(serviceUrl, () => ({ verb: 'echo' }));
  const stockQuery = query(serviceUrl, rotate(['desk', 'asfp']));
  let forms = 0;
  return [
    {
      name: 'repeated question',
      stock,
      ours: message(serviceUrl, rotate(listPopularQuestions())),
    },
    { name: 'new question', stock, ours: message(serviceUrl, newQuestion()) },
    {
      name: 'button',
      stock: stockPress,
      ours: press(serviceUrl, () => ({ verb: 'request-list.page', listId: 'me:requested' })),
    },
    {
      name: 'type-ahead',
      stock: stockQuery,
      ours: query(serviceUrl, rotate(['desk', 'asfp', 'archi', 'hours', 'tpd pri', 'vulnerab'])),
    },
    {
      name: 'submit',
      stock: stockPress,
      ours: press(serviceUrl, () => ({
        verb: 'intake.submit',
        formId: `bench-${String(Date.now())}-${String((forms += 1))}`,
        serviceId: 'architecture-design-session',
        customer: `Customer ${String(forms)}`,
        confidential: 'false',
        details: 'A landing zone for forty shops.',
      })),
    },
  ];
}

/** Opens a queue in a channel of its own, as its lead. */
export function registerQueue(serviceUrl: string, queueId: string): Record<string, unknown> {
  const channelId = `19:bench-${queueId}@thread.tacv2`;
  return activity(serviceUrl, 0, {
    type: 'message',
    text: `<at>${BOT.name}</at> register queue ${queueId}`,
    entities: [{ type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT }],
    from: LEAD,
    conversation: { id: channelId, conversationType: 'channel', isGroup: true, tenantId: HOME_TENANT },
    channelData: { tenant: { id: HOME_TENANT }, team: { id: '19:team' }, channel: { id: channelId } },
  });
}
