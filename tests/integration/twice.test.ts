/** Every button and every form twice: one after the other, and both at the same moment. It is done once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cards, type Verb } from '../../cards';
import type { Actor, Outgoing } from '../../src/conversation/message';
import { actor, inPersonal, openConversation, textOfAll } from '../support/conversation';
import { openTestDesk, personalAddress, submission, type TestDesk } from '../support/desk';

const maya = actor('maya', 'Maya Hoffmann', { tenantId: '11111111-0000-4000-8000-000000000001' });
const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });

interface Press {
  readonly by: Actor;
  /** What is typed before, so that it can be pressed; # is the request's number. */
  readonly after: readonly (readonly [Actor, string])[];
  readonly data?: Readonly<Record<string, string>>;
  /** What opens the form whose button it is. */
  readonly form?: Verb;
  /** What both presses of a form get as an answer. */
  readonly says?: RegExp;
}

const claimed = [[priya, 'claim #']] as const;
const asked = [...claimed, [priya, 'ask # which region?']] as const;
const withdrawn = [[maya, 'withdraw #']] as const;

const accepted = [...claimed, [priya, 'accept # 2026-12-05']] as const;
const proposed = [...accepted, [maya, 'propose date # 2027-01-15']] as const;

const changing: Partial<Record<Verb, Press>> = {
  'handoff.claim': { by: priya, after: [] },
  'handoff.release': { by: priya, after: claimed },
  'confirmation.withdraw': { by: maya, after: [] },
  'request.withdraw': { by: maya, after: [] },
  'waiting.withdraw': { by: maya, after: [] },
  'request.reopen': { by: maya, after: withdrawn },
  'accept-form.submit': {
    ...{ by: priya, after: claimed, form: 'handoff.accept', says: /You accepted/ },
    data: { date: '2026-12-05' },
  },
  'ask-form.submit': {
    ...{ by: priya, after: claimed, form: 'handoff.ask', says: /You asked a question about/ },
    data: { question: 'How many shops?' },
  },
  'answer-form.submit': {
    ...{ by: maya, after: asked, form: 'request.answer', says: /You answered the question about/ },
    data: { answer: 'Forty.' },
  },
  'note-form.submit': {
    ...{ by: maya, after: [], form: 'request.note', says: /You added a note to/ },
    data: { note: 'We met.' },
  },
  'edit-form.submit': {
    ...{ by: maya, after: [], form: 'request.edit', says: /You updated/ },
    data: { customer: 'Another', confidential: 'false', solutionAreaId: '', wantedBy: '', details: 'More.' },
  },
  'reschedule-form.submit': {
    ...{ by: priya, after: accepted, form: 'handoff.reschedule', says: /You moved/ },
    data: { date: '2027-01-15', note: '' },
  },
  'propose-date-form.submit': {
    ...{ by: maya, after: accepted, form: 'request.propose-date', says: /You proposed/ },
    data: { date: '2027-01-15', note: '' },
  },
  'handoff.confirm-date': { by: priya, after: proposed, data: { day: '2027-01-15' } },
  'handoff.decline-date': { by: priya, after: proposed, data: { day: '2027-01-15' } },
  'decline-form.submit': {
    ...{ by: priya, after: [], form: 'handoff.decline', says: /You declined/ },
    data: { reasonId: 'sustained-effort', explanation: '' },
  },
  'complete-form.submit': {
    ...{ by: priya, after: claimed, form: 'handoff.complete', says: /You completed/ },
    data: { outcomeId: 'delivered', hours: '6', summary: 'Two workshops.' },
  },
  'transfer-form.submit': {
    ...{ by: priya, after: claimed, form: 'handoff.transfer', says: /is now with Tom Okafor/ },
    data: { targetId: 'person:tom-okafor', remark: '' },
  },
};

/** These store requests; engagement.test.ts and the journeys press them twice. */
const submitting: readonly Verb[] = ['intake.submit', 'duplicate.send-anyway'];
/** These change no request; waiting.test.ts presses them at once. */
const nudging: readonly Verb[] = ['waiting.nudge', 'request.nudge'];
/** These tell whether a handoff card is there; delivery.test.ts decides twice. */
const deciding: readonly Verb[] = ['delivery-check.there', 'delivery-check.again'];
/** These change no request either; feedback.test.ts rates twice. */
const rating: readonly Verb[] = ['feedback.like', 'feedback.dislike', 'feedback.send'];
/** These only say or show something. */
const showing: readonly Verb[] = [
  'history.page',
  ...([
    'intake.cancel',
    'intake.clear',
    'need.request',
    'refusal.change',
    'request.show',
    'request-list.page',
  ] as const),
  ...(['request.answer', 'request.edit', 'request.note', 'request.propose-date'] as const),
  ...(['handoff.accept', 'handoff.reschedule'] as const),
  ...(['handoff.ask', 'handoff.complete', 'handoff.transfer', 'handoff.decline'] as const),
  ...(['guide.answer', 'guide.back', 'guide.restart', 'digest.list'] as const),
  ...(['channel-answer.post', 'channel-answer.request', 'channel-answer.guide'] as const),
];

let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
beforeAll(async () => {
  test = await openTestDesk();
  conversation = openConversation(test);
});
afterAll(async () => {
  expect(conversation.errors).toEqual([]);
  await test.close();
});

const say = (by: Actor, text: string) => conversation.say(by, inPersonal(by), text);
const press = (by: Actor, data: unknown) => conversation.press(by, inPersonal(by), data);

let submissions = 0;
async function makeRequest(): Promise<{ id: string; number: string }> {
  const submitted = await test.desk.submit({
    by: await test.directory.recognise(maya),
    address: personalAddress(maya.userId),
    confirmationActivityId: null,
    input: submission({ submissionId: `form-${(submissions += 1)}`, evenIfDuplicate: true }),
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  return submitted.request;
}

/** How many events the request has, and how many messages went out because of them. */
async function count(id: string) {
  const { engagementStore, database } = test.storage;
  const events = await engagementStore.listEvents(database.direct, id);
  const { messages } = await database.direct
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('messages'))
    .where('args', 'like', `%${id}%`)
    .executeTakeFirstOrThrow();
  return { events: events.length, messages };
}

function formIdOf(outgoing: readonly Outgoing[]): string {
  return /"formId":"([^"]+)"/.exec(textOfAll(outgoing))?.[1] ?? 'none';
}

async function prepare(verb: Verb, { by, after, form, data }: Press) {
  const { id, number } = await makeRequest();
  for (const [who, text] of after) await say(who, text.replace('#', number));
  const formId = form === undefined ? undefined : formIdOf(await press(by, { verb: form, number }));
  expect(formId).not.toBe('none');
  const sent = { verb, number, ...data, ...(formId === undefined ? {} : { formId }) };
  return { id, before: await count(id), send: () => press(by, sent) };
}

const table = Object.entries(changing) as [Verb, Press][];

describe('every button', () => {
  it('is here', () => {
    const all = Object.values(cards).flatMap(({ name, actions }) =>
      Object.keys(actions).map((action) => `${name}.${action}`),
    );
    const others = [...submitting, ...nudging, ...deciding, ...rating, ...showing];
    expect([...Object.keys(changing), ...others].sort()).toEqual(all.sort());
  });
});

describe.each(table)('%s', (verb, what) => {
  it('twice is done once, and a form gets the same answer again', async () => {
    const once = await prepare(verb, what);
    await once.send();
    const after = await count(once.id);
    expect(after.events).toBe(once.before.events + 1);
    const again = await once.send();
    expect(await count(once.id)).toEqual(after);
    if (what.says !== undefined) expect(textOfAll(again)).toMatch(what.says);
  });

  it('twice at the same moment is done once', async () => {
    const both = await prepare(verb, what);
    const answers = await Promise.all([both.send(), both.send()]);
    expect((await count(both.id)).events).toBe(both.before.events + 1);
    if (what.says === undefined) return;
    for (const answer of answers) expect(textOfAll(answer)).toMatch(what.says);
  });
});

describe('the same form', () => {
  it('sent by two people is what each of them did', async () => {
    const { number, id } = await makeRequest();
    await say(priya, `claim ${number}`);
    const formId = formIdOf(await press(maya, { verb: 'request.note', number }));
    for (const who of [maya, priya, maya, priya])
      await press(who, { verb: 'note-form.submit', number, formId, note: `Of ${who.name}.` });
    expect((await count(id)).events).toBe(4);
  });

  it('drawn again is another form: two notes are two', async () => {
    const { number, id } = await makeRequest();
    for (const note of ['One.', 'Two.']) {
      const formId = formIdOf(await press(maya, { verb: 'request.note', number }));
      await press(maya, { verb: 'note-form.submit', number, formId, note });
    }
    expect((await count(id)).events).toBe(3);
  });

  it('of an older version, without an id, is taken as before', async () => {
    const { number, id } = await makeRequest();
    await press(maya, { verb: 'note-form.submit', number, note: 'One.' });
    expect((await count(id)).events).toBe(2);
  });

  it('sent by somebody else does not pass for theirs', async () => {
    const { number, id } = await makeRequest();
    const formId = formIdOf(await press(maya, { verb: 'request.note', number }));
    await press(maya, { verb: 'note-form.submit', number, formId, note: 'One.' });
    const stranger = actor('sam', 'Sam', { tenantId: 'nowhere' });
    const answer = await press(stranger, { verb: 'note-form.submit', number, formId, note: 'One.' });
    expect(textOfAll(answer)).toContain('can’t find that request');
    expect((await count(id)).events).toBe(2);
  });
});

describe('a message that Teams repeats', () => {
  it.each([
    ['note', maya, [], 'note # we met them', /You added a note/],
    ['ask', priya, claimed, 'ask # which region?', /You asked a question about/],
    ['release', priya, claimed, 'release #', /is free again|You released|back in/],
  ] as const)('does %s once, and says so again', async (_name, by, after, text, says) => {
    const { id, number } = await makeRequest();
    for (const [who, typed] of after) await say(who, typed.replace('#', number));
    const before = await count(id);
    const place = { ...inPersonal(by), activityId: `message-of-${number}` };
    const send = () => conversation.say(by, place, text.replace('#', number));
    for (const answer of [await send(), await send()]) expect(textOfAll(answer)).toMatch(says);
    expect((await count(id)).events).toBe(before.events + 1);
  });
});
