/** What may arrive at the endpoint: what people do, what clients spoil, and what somebody sends who means harm. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { verbs } from '../../cards';
import { findProjectRoot } from '../../src/shared/project-root';
import { inChannel, mentions, personal, presses, says, type Someone } from '../support/activities';
import { CASES, readActivityCase } from '../support/cases';
import type { FakeConnector } from '../support/fake-connector';
import { FALLBACK_CHANNEL, PDM_CHANNEL, people, PTS_CHANNEL } from '../support/people';

type Json = Record<string, unknown>;

/** What is posted: an activity, or a body that is none. */
export type Sent = { readonly kind: string; readonly body: string };

export const HOSTILE = [
  '<script>alert(1)</script>',
  '<at>Everyone</at>',
  '[bank](https://evil.example)',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  "'; drop table requests; --",
  '${process.exit()} {{constructor.constructor("return 1")()}}',
  '__proto__',
  'constructor',
  '\u0000',
  '\u202Eevil\u202C',
  '\uD83D',
  'a\u0300'.repeat(200),
  '%s%n%p',
  '../../../../etc/passwd',
  '<div>'.repeat(300),
  '&amp;'.repeat(300),
  ' '.repeat(5_000),
  'a'.repeat(5_000),
  '1'.repeat(400),
  '('.repeat(2_000),
  '*_*_'.repeat(500),
  'a@'.repeat(1_000),
  'PD-0001 '.repeat(200),
  'PD \u2013 0001',
  '<blockquote itemtype="http://schema.skype.com/Reply">'.repeat(300),
];

/** Part of each story of a vulnerability; no stored table may contain it afterwards. */
export const STORY_MARK = 'wombat-2357';
const STORIES = [
  `By changing the number in the URL we could read the invoices of another customer, see ${STORY_MARK}.`,
  `With ${STORY_MARK} a guest made himself owner of the group without approval. We reproduced it twice.`,
  `There is an XSS in the admin portal, payload ${STORY_MARK}.`,
];
const story = fc.constantFrom(...STORIES);

const questions = ['questions', 'fresh-questions', 'engagements', 'fresh-engagements'].flatMap((name) =>
  readFileSync(path.join(findProjectRoot(), `tests/eval/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }));
const number = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => `PD-${String(n).padStart(4, '0')}`) },
  { weight: 1, arbitrary: fc.constantFrom('PD-9999', 'PD-', 'PD-99999999999999999999', 'pd-0001') },
);
const command = fc
  .tuple(
    fc.constantFrom(
      ...['claim', 'release', 'accept', 'ask', 'answer', 'note', 'decline', 'complete', 'transfer'],
      ...['withdraw', 'reopen', 'status', 'show', 'edit', 'register queue', 'queue', 'mine'],
      ...['my requests', 'help', 'hi', 'faq', 'scope', 'new request', 'is / isn’t'],
    ),
    fc.oneof(number, fc.constant('')),
    fc.oneof(fc.constant(''), fc.constantFrom(...questions), hostile),
  )
  .map((words) => words.filter(Boolean).join(' '));

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...questions) },
  { weight: 3, arbitrary: command },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: story },
  { weight: 1, arbitrary: story.map((told) => `note PD-0001 ${told}`) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 30 }) },
);

/** What a form's field may be sent as. */
const field = fc.oneof(
  { weight: 4, arbitrary: number },
  {
    weight: 2,
    arbitrary: fc.constantFrom('architecture-design-session', 'queue:pts-emea', 'person:priya-nair'),
  },
  { weight: 2, arbitrary: fc.constantFrom('2031-03-04', 'true', 'false', '', '3', 'other', 'me:requested') },
  { weight: 2, arbitrary: hostile },
  { weight: 2, arbitrary: story },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const FIELDS = [
  ...['number', 'formId', 'serviceId', 'customer', 'confidential', 'solutionAreaId', 'wantedBy', 'details'],
  ...[
    'person',
    'question',
    'answer',
    'note',
    'reasonId',
    'explanation',
    'outcomeId',
    'hours',
    'summary',
    'date',
  ],
  ...['targetId', 'remark', 'text', 'listId', 'before', 'state', 'guide', 'answers', 'step', 'msteams'],
];
const press = fc
  .tuple(
    fc.oneof(fc.constantFrom(...verbs), fc.constantFrom('no.such', '__proto__', 'handoff.burn')),
    number,
    fc.dictionary(fc.constantFrom(...FIELDS), field, { maxKeys: 8 }),
  )
  .map(([verb, number, fields]): Json => ({ number, formId: 'form', ...fields, verb }));

const invoke = fc
  .tuple(
    fc.constantFrom(
      ...['composeExtension/query', 'composeExtension/submitAction', 'composeExtension/fetchTask'],
      ...['composeExtension/queryLink', 'composeExtension/selectItem', 'message/submitAction', 'task/fetch'],
      ...['task/submit', 'adaptiveCard/action', 'signin/verifyState', 'fileConsent/invoke', 'x/y', ''],
    ),
    fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      text.map((words) => ({
        commandId: 'find',
        parameters: [{ name: 'q', value: words }],
        queryOptions: { skip: 0, count: 25 },
      })),
      press.map((data) => ({ action: { type: 'Action.Execute', verb: data['verb'], data }, data })),
    ),
  )
  .map(([name, value]): Json => ({ type: 'invoke', name, value }));

const event = fc
  .tuple(
    fc.constantFrom(
      ...['conversationUpdate', 'installationUpdate', 'messageReaction', 'messageUpdate', 'messageDelete'],
      ...['typing', 'event', 'endOfConversation', 'contactRelationUpdate', 'trace', 'handoff', 'unheard-of'],
    ),
    fc.record(
      {
        action: fc.constantFrom('add', 'remove', 'add-upgrade', 'remove-upgrade', ''),
        membersAdded: fc.array(fc.record({ id: fc.constantFrom('28:bot', '29:a1', '29:new') }), {
          maxLength: 3,
        }),
        membersRemoved: fc.array(fc.record({ id: fc.constantFrom('28:bot', '29:a1') }), { maxLength: 3 }),
        topicName: hostile,
        channelData: fc.jsonValue({ maxDepth: 2 }),
        value: fc.jsonValue({ maxDepth: 2 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([type, fields]): Json => ({ type, ...fields }));

const extra = fc.record(
  {
    locale: fc.oneof(
      fc.constantFrom('en-US', 'de-DE', 'xx'),
      hostile.map((words) => words.slice(0, 50)),
    ),
    textFormat: fc.constantFrom('plain', 'xml', 'markdown'),
    deliveryMode: fc.constantFrom('normal', 'notification', 'expectReplies', 'ephemeral'),
    entities: fc.array(
      fc.oneof(
        fc.constantFrom(
          ...[null, { type: null }, { type: 'mention' }, { type: 'clientInfo', locale: 'de-DE' }],
          { type: 'mention', text: '<at>x</at>', mentioned: null },
        ),
        fc.record({ type: fc.string({ maxLength: 10 }), text: hostile }),
      ),
      { maxLength: 4 },
    ),
    attachments: fc.array(
      fc.record({ contentType: fc.constantFrom('text/html', 'image/png', 'application/x'), content: text }),
      { maxLength: 3 },
    ),
    // Some of these are handoff cards, which no press may replace.
    replyToId: fc.oneof(
      fc.integer({ min: 1, max: 80 }).map((id) => `act-${String(id)}`),
      hostile,
    ),
    timestamp: fc.constantFrom('2026-11-27T13:00:00Z', 'yesterday', ''),
  },
  { requiredKeys: [] },
);

const who: Arbitrary<Someone> = fc.constantFrom(...Object.values(people));
/** Null is 1:1. */
const where = fc.constantFrom(null, null, null, PDM_CHANNEL, PTS_CHANNEL, FALLBACK_CHANNEL);

/** What Teams really sent, each time as another activity. */
function reported(connector: FakeConnector): Arbitrary<{ readonly kind: string; readonly activity: Json }> {
  const files = readdirSync(CASES).filter((file) => file.endsWith('.json'));
  const activities = files.map((file) => readActivityCase(file, connector)).filter((one) => 'type' in one);
  return fc
    .tuple(fc.constantFrom(...activities), fc.nat())
    .map(([activity, id]) => ({ kind: 'reported', activity: { ...activity, id: `reported-${id}` } }));
}

/** An activity as a client sends it. */
function clients(connector: FakeConnector): Arbitrary<{ readonly kind: string; readonly activity: Json }> {
  const content = fc.oneof(
    { weight: 8, arbitrary: text.map((words) => ['message', says(words), mentions(words)] as const) },
    { weight: 8, arbitrary: press.map((data) => ['press', presses(data, 'act-1')] as const) },
    { weight: 2, arbitrary: invoke.map((fields) => ['invoke', fields] as const) },
    { weight: 2, arbitrary: event.map((fields) => ['event', fields] as const) },
  );
  return fc
    .tuple(content, extra, who, where)
    .map(([[kind, inPrivate, inPublic = inPrivate], more, from, place]) => ({
      kind,
      activity:
        place === null
          ? personal(connector, from, { ...more, ...inPrivate })
          : inChannel(connector, from, place, { ...more, ...inPublic }),
    }));
}

/** The same with one or two places in it changed to anything. */
function spoil(activity: Json, at: readonly number[], value: unknown): Json {
  const copy = structuredClone(activity);
  let holder: Record<string, unknown> = copy;
  for (const step of at) {
    const keys = Object.keys(holder);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) break;
    const inner = holder[key];
    if (step % 3 === 0 && typeof inner === 'object' && inner !== null)
      holder = inner as Record<string, unknown>;
    else {
      if (value === undefined) Reflect.deleteProperty(holder, key);
      else holder[key] = value;
      break;
    }
  }
  return copy;
}

/** Everything that is posted in a run. */
export function everything(connector: FakeConnector): Arbitrary<Sent> {
  const client = fc.oneof(
    { weight: 9, arbitrary: clients(connector) },
    { weight: 1, arbitrary: reported(connector) },
  );
  const spoilt = fc
    .tuple(
      client,
      fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }),
      fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 3 }), hostile),
    )
    .map(([{ activity }, at, value]) => ({
      kind: 'spoilt',
      body: JSON.stringify(spoil(activity, at, value)),
    }));
  const sound = client.map(({ kind, activity }) => ({ kind, body: JSON.stringify(activity) }));
  const cut = fc
    .tuple(client, fc.nat())
    .map(([{ activity }, at]) => JSON.stringify(activity).slice(0, at % 500));
  const none = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      cut,
      fc.json({ maxDepth: 5 }),
      fc.constant('['.repeat(1e4)),
    )
    .map((body) => ({ kind: 'no activity', body }));
  return fc.oneof(
    { weight: 70, arbitrary: sound },
    { weight: 22, arbitrary: spoilt },
    { weight: 8, arbitrary: none },
  );
}
