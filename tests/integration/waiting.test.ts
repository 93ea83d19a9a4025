/** What is done about a request that waits, by a scripted clock: who is asked next, who hears it, and what is left alone. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import type { DirectoryFiles } from '../../src/directory/csv';
import { readDirectoryFiles } from '../../src/directory/files';
import type { Identity } from '../../src/directory/recognise';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher';
import { channelAddress, openTestDesk, person, personalAddress, requester } from '../support/desk';
import { SAMPLE, submission, type TestDesk } from '../support/desk';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { content } from '../support/shared';
import { createScriptedCourier } from '../support/scripted-courier';

const HOUR_MS = 60 * 60 * 1000;
const SECRET = 'Zebrafish Holdings';

let test: TestDesk;
let teams: ReturnType<typeof createScriptedCourier>;
let delivering: Dispatcher;
let maya: Identity;
let priya: Identity;
let drawn: string[];
const problems: unknown[] = [];

async function open(files?: DirectoryFiles): Promise<void> {
  test = await openTestDesk(files === undefined ? {} : { files });
  teams = createScriptedCourier();
  drawn = [];
  delivering = createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: teams.courier,
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    onProblem: ({ error }) => problems.push(error),
    render: async (row) => {
      const model = await test.desk.readCard(row);
      if (model === null) return null;
      const sources = { content, words: languages.en };
      const message = drawDeskCard(model, sources);
      drawn.push(JSON.stringify(message));
      const what = 'stage' in model ? model.stage : model.card;
      const at = message.text === undefined || model.card === 'handoff' ? '' : ` ${message.text}`;
      return { text: `${model.card === what ? '' : `${model.card} `}${what}${at}` };
    },
  });
  maya = await requester(test.directory, 'northwind-traders', 'Maya');
  priya = await person(test.directory, 'priya-nair');
  const by = await person(test.directory, 'amara-diallo');
  for (const queue of ['pdm-emea', 'catch-all'])
    await test.desk.registerQueue({
      by,
      queue,
      address: channelAddress(queue),
      teamName: null,
      channelName: null,
    });
}

beforeEach(() => open());
afterEach(async () => {
  expect(problems).toEqual([]);
  expect(drawn.filter((card) => card.includes(SECRET) && !card.includes('confidential: only'))).toEqual([]);
  await test.close();
});

async function submit(changes: Readonly<Record<string, unknown>> = {}, by = maya): Promise<string> {
  const outcome = await test.desk.submit({
    by,
    input: submission({ customer: SECRET, isConfidential: true, ...changes }),
    address: personalAddress(by.userId),
    confirmationActivityId: `confirmation-${JSON.stringify(changes)}`,
  });
  if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
  await deliver();
  return outcome.request.id;
}

async function meet(...ids: string[]): Promise<void> {
  for (const personId of ids)
    await test.outbox.rememberAddress({ kind: 'person', personId }, personalAddress(personId));
}

const PACE_MS = 2_000;

/** What was posted since the last look; updates of standing cards on demand. */
async function deliver(kind: 'post' | 'update' = 'post'): Promise<string[]> {
  const from = teams.sent.length;
  await delivering.drain();
  // What the pace of Teams put off for a second.
  test.clock.advance(PACE_MS);
  await delivering.drain();
  test.clock.advance(-PACE_MS);
  return teams.sent
    .slice(from)
    .filter((sent) => sent.kind === kind)
    .map(({ conversationId, text }) => `${conversationId}: ${text}`)
    .sort();
}

/** Sets the clock, in UTC; in November that is Dublin’s. */
function at(time: string): void {
  test.clock.advance(Date.parse(`${time}:00Z`) - test.clock.nowMs());
}
const stages = async () =>
  (await test.desk.runWaitingStages()).map(({ number, stage }) => `${number} ${stage}`);

async function sampleWith(change: (queues: string) => string): Promise<DirectoryFiles> {
  const files = await readDirectoryFiles(SAMPLE);
  return { ...files, queues: change(files.queues) };
}

describe('a request that nobody claims', () => {
  // Sent on Monday at ten: 7 working hours are left of that day, and each day has 8.
  it('is brought up, then asked of a backup, of the lead, and its partner told, each after the queue’s hours', async () => {
    await meet('tom-okafor');
    const id = await submit();
    at('2026-11-24T09:59');
    expect(await stages()).toEqual([]);
    at('2026-11-24T10:00');
    expect(await stages()).toEqual(['PD-0001 remind']);
    expect(await deliver()).toEqual(['19:pdm-emea: reminder remind', '1:1-29:Maya: waiting-news remind']);
    at('2026-11-24T14:00');
    expect(await stages()).toEqual(['PD-0001 backup']);
    expect(await deliver()).toEqual(['1:1-29:Maya: waiting-news backup', '1:1-tom-okafor: reminder backup']);
    expect(drawn.join()).toContain('I’ve asked Tom Okafor, the backup');
    at('2026-11-25T10:00');
    expect(await stages()).toEqual(['PD-0001 lead']);
    expect(await deliver()).toEqual(['19:pdm-emea: reminder lead', '1:1-29:Maya: waiting-news lead']);
    at('2026-11-26T10:00');
    expect(await stages()).toEqual(['PD-0001 give-up']);
    expect(await deliver()).toEqual(['19:pdm-emea: reminder give-up', '1:1-29:Maya: waiting-news give-up']);
    at('2026-12-04T10:00');
    expect(await stages()).toEqual([]);

    const found = await test.desk.findRequest(maya, { id });
    const shown = found.outcome === 'found' ? found.request : undefined;
    expect(shown?.steps.map(({ stage, person: who }) => [stage, who?.name ?? null])).toEqual([
      ['remind', null],
      ['backup', 'Tom Okafor'],
      ['lead', null],
      ['give-up', null],
    ]);
    expect(shown?.events.map(({ event }) => event)).toEqual(['submit']);
  });

  it('shows on the cards that stand already what was done', async () => {
    await submit();
    at('2026-11-24T10:00');
    await stages();
    expect(await deliver('update')).toEqual(['19:pdm-emea: handoff', '1:1-29:Maya: request-status']);
    expect(drawn.filter((card) => card.includes('Reminded the queue')).length).toBeGreaterThanOrEqual(2);
  });

  it('after a time in which nobody looked is asked of the furthest alone', async () => {
    await submit();
    at('2026-11-25T12:00');
    expect(await stages()).toEqual(['PD-0001 lead']);
    expect(await stages()).toEqual([]);
    at('2026-11-26T10:00');
    expect(await stages()).toEqual(['PD-0001 give-up']);
  });

  it('is asked of somebody once, however many look at the same moment', async () => {
    await submit();
    at('2026-11-24T10:00');
    const looks = await Promise.all(Array.from({ length: 5 }, stages));
    expect(looks.flat()).toEqual(['PD-0001 remind']);
    expect(await deliver()).toHaveLength(2);
  });

  it('starts to wait again when it comes back to its queue, and sends no earlier message late', async () => {
    const id = await submit();
    at('2026-11-24T10:00');
    await stages();
    await test.desk.claim(priya, { id });
    await test.desk.release(priya, { id }, {});
    expect((await deliver()).filter((sent) => sent.includes('remind'))).toEqual([]);
    expect(await stages()).toEqual([]);
    at('2026-11-25T10:00');
    expect(await stages()).toEqual(['PD-0001 remind']);
  });

  it('asks the next in the chain of backups where one is away, and nobody who may not claim', async () => {
    await test.close();
    const files = await readDirectoryFiles(SAMPLE);
    const people = files.people.replace(
      'Europe/London,,,',
      'Europe/London,lena-fischer,2026-11-23,2026-11-30',
    );
    await open({ ...files, people });
    await submit();
    at('2026-11-24T16:00');
    expect(await stages()).toEqual(['PD-0001 remind']);
    await deliver();
  });

  it('asks the queue’s own backup where the one asked first has none, and tells the partner by role', async () => {
    await test.close();
    const files = await readDirectoryFiles(SAMPLE);
    const people = files.people.replace('Europe/Dublin,tom-okafor', 'Europe/Dublin,');
    await open({ ...files, people, queues: files.queues.replace('ireland,', 'ireland,tom-okafor') });
    await meet('tom-okafor');
    await submit();
    at('2026-11-24T14:00');
    expect(await stages()).toEqual(['PD-0001 backup']);
    expect(await deliver()).toContain('1:1-tom-okafor: reminder backup');
    const toPartner = drawn.filter(
      (card) => card.includes(languages.en.waiting.askLead) || card.includes('Asked a backup'),
    );
    expect(toPartner.length).toBeGreaterThan(0);
    expect(toPartner.filter((card) => card.includes('Tom Okafor'))).toEqual([]);
  });

  it('does not wait on a holiday', async () => {
    at('2026-12-24T16:00');
    await submit({ wantedBy: null });
    // Friday is Christmas, then a weekend: seven hours are left on Monday.
    at('2026-12-28T15:59');
    expect(await stages()).toEqual([]);
    at('2026-12-28T16:00');
    expect(await stages()).toEqual(['PD-0001 remind']);
  });

  it('is left alone where the organisation set no clock', async () => {
    const stranger = await requester(test.directory, null, 'Sam');
    await submit({}, stranger);
    at('2026-12-31T16:00');
    expect(await stages()).toEqual([]);
    expect(await deliver()).toEqual([]);
  });
});

describe('a request whose owner takes no step', () => {
  it('reminds them and then their lead, but not while the partner is asked, and starts again after each step', async () => {
    await meet('priya-nair', 'amara-diallo');
    const id = await submit();
    await test.desk.claim(priya, { id });
    await test.desk.ask(priya, { id }, { text: 'How many?' });
    at('2026-11-26T10:00');
    expect(await stages()).toEqual([]);
    await test.desk.answer(maya, { id }, { text: 'Forty.' });
    await deliver();
    at('2026-11-30T09:59');
    expect(await stages()).toEqual([]);
    at('2026-11-30T10:00');
    expect(await stages()).toEqual(['PD-0001 owner']);
    expect(await deliver()).toEqual(['1:1-29:Maya: waiting-news owner', '1:1-priya-nair: reminder owner']);
    // A note of the partner is no step of the owner.
    await test.desk.note(maya, { id }, { text: 'Soon, please.' });
    await deliver();
    at('2026-12-02T10:00');
    expect(await stages()).toEqual(['PD-0001 owner-lead']);
    expect(await deliver()).toEqual([
      '1:1-29:Maya: waiting-news owner-lead',
      '1:1-amara-diallo: reminder owner-lead',
    ]);
    await test.desk.note(priya, { id }, { text: 'Tomorrow.' });
    at('2026-12-03T10:00');
    expect(await stages()).toEqual([]);
    at('2026-12-04T10:00');
    expect(await stages()).toEqual(['PD-0001 owner']);
    await test.desk.accept(priya, { id }, { acceptedFor: '2027-01-10' });
    at('2026-12-31T16:00');
    expect(await stages()).toEqual([]);
  });
});

describe('a nudge', () => {
  const nudge = async (by: Identity, id: string) => (await test.desk.nudge(by, { id })).outcome;

  it('reaches the queue, or the owner once there is one, at most once a day by the queue’s calendar', async () => {
    await meet('priya-nair');
    const id = await submit();
    const pressed = await Promise.all([nudge(maya, id), nudge(maya, id), nudge(maya, id)]);
    expect(pressed.toSorted()).toEqual(['nudged', 'too-early', 'too-early']);
    expect(await deliver()).toEqual(['19:pdm-emea: nudge']);
    expect(await test.desk.nudge(maya, { id })).toMatchObject({
      outcome: 'too-early',
      againAtMs: Date.parse('2026-11-24T00:00:00Z'),
    });
    await test.desk.claim(priya, { id });
    await deliver();
    at('2026-11-23T23:59');
    expect(await nudge(maya, id)).toBe('too-early');
    at('2026-11-24T00:00');
    expect(await nudge(maya, id)).toBe('nudged');
    expect(await deliver()).toEqual(['1:1-priya-nair: nudge']);
    expect(drawn.join()).toContain('Maya asks for an update');
  });

  it('of an owner who is silent reaches the channel once where the bot can write to neither owner nor lead', async () => {
    const id = await submit();
    await test.desk.claim(priya, { id });
    at('2026-11-30T12:00');
    await deliver();
    expect(await test.desk.nudge(maya, { id })).toMatchObject({ heard: [{ as: 'queue' }] });
    expect(await deliver()).toEqual(['19:pdm-emea: nudge']);
    await meet('amara-diallo');
    at('2026-12-01T12:00');
    expect(await test.desk.nudge(maya, { id })).toMatchObject({ heard: [{ as: 'queue' }, { as: 'lead' }] });
    expect(await deliver()).toEqual(['19:pdm-emea: nudge', '1:1-amara-diallo: nudge']);
  });

  it('is the partner’s who sent it, while somebody is to act on it', async () => {
    const id = await submit();
    const colleague = await requester(test.directory, 'northwind-traders', 'Nils');
    const stranger = await requester(test.directory, null, 'Sam');
    expect(await nudge(colleague, id)).toBe('not-found');
    expect(await nudge(stranger, id)).toBe('not-found');
    expect(await nudge(priya, id)).toBe('not-allowed');
    await test.desk.claim(priya, { id });
    await test.desk.ask(priya, { id }, { text: 'How many?' });
    expect(await nudge(maya, id)).toBe('waits-for-partner');
    await test.desk.withdraw(maya, { id }, {});
    expect(await nudge(maya, id)).toBe('closed');
  });

  it('is turned off where the organisation does not set it, and no card offers it', async () => {
    const stranger = await requester(test.directory, null, 'Sam');
    const id = await submit({}, stranger);
    expect(await nudge(stranger, id)).toBe('turned-off');
    expect(await test.desk.findRequest(stranger, { id })).toMatchObject({ request: { canBeNudged: false } });
  });
});

describe('the digest', () => {
  it('tells a queue once in the morning of a working day what waits, is quiet and is due', async () => {
    const names = ['oldest', 'claimed', 'agreed', 'youngest'];
    const ids: string[] = [];
    for (const submissionId of names) {
      ids.push(await submit({ submissionId, evenIfDuplicate: true, customer: SECRET }));
      test.clock.advance(HOUR_MS / 4);
    }
    const [, claimed = '', agreed = ''] = ids;
    await test.desk.claim(priya, { id: claimed });
    await test.desk.claim(priya, { id: agreed });
    await test.desk.accept(priya, { id: agreed }, { acceptedFor: '2026-11-30' });
    await deliver();
    // A Sunday.
    at('2026-11-29T12:00');
    expect(await test.desk.postDigests()).toEqual([]);
    at('2026-11-30T08:59');
    expect(await test.desk.postDigests()).toEqual([]);
    at('2026-11-30T09:00');
    const looks = await Promise.all([1, 2, 3].map(() => test.desk.postDigests()));
    expect(looks.flat()).toEqual(['pdm-emea']);
    expect(await deliver()).toEqual(['19:pdm-emea: digest']);
    const card = drawn.at(-1) ?? '';
    expect(card).toContain('PDM EMEA: 2 waiting in queue, 1 without progress, 1 due today or overdue');
    const order = [...card.matchAll(/"text":"(PD-\d{4})/g)].map(([, number]) => number);
    expect(order).toEqual(['PD-0001', 'PD-0004', 'PD-0002', 'PD-0003']);
    expect(card).not.toContain(SECRET);
    at('2026-11-30T12:00');
    expect(await test.desk.postDigests()).toEqual([]);
    at('2026-12-01T09:30');
    expect(await test.desk.postDigests()).toEqual(['pdm-emea']);
  });

  it('says nothing where there is nothing, all day; nothing late in the evening; and nothing where it is off', async () => {
    at('2026-11-24T09:00');
    expect(await test.desk.postDigests()).toEqual([]);
    const stranger = await requester(test.directory, null, 'Sam');
    await submit();
    await submit({}, stranger);
    at('2026-11-24T10:00');
    expect(await test.desk.postDigests()).toEqual([]);
    at('2026-11-25T17:00');
    expect(await test.desk.postDigests()).toEqual([]);
    at('2026-11-26T16:59');
    expect(await test.desk.postDigests()).toEqual(['pdm-emea']);
  });

  it('is read as things stand when it is sent', async () => {
    const id = await submit();
    at('2026-11-24T09:00');
    expect(await test.desk.postDigests()).toEqual(['pdm-emea']);
    await test.desk.withdraw(maya, { id }, {});
    expect((await deliver()).filter((sent) => sent.includes('digest'))).toEqual([]);
  });
});

describe('in the chat and in the channel', () => {
  const byMaya = actor('Maya', 'Maya', { tenantId: '11111111-0000-4000-8000-000000000001' });
  const byTom = actor('tom', 'Tom', { mail: 'tom.okafor@contoso.com' });
  const channel = inQueueChannel('pdm-emea');
  let conversation: ReturnType<typeof openConversation>;
  beforeEach(() => {
    conversation = openConversation(test);
  });
  afterEach(() => {
    expect(conversation.errors).toEqual([]);
  });

  it('a nudge is typed or pressed by the partner in 1:1, and says when again', async () => {
    const number = 'PD-0001';
    await submit();
    const typed = await conversation.say(byMaya, inPersonal(byMaya), `nudge ${number}`);
    expect(textOfAll(typed)).toContain('You nudged PD-0001. Sent to PDM EMEA.');
    for (const verb of ['waiting.nudge', 'request.nudge']) {
      const pressed = await conversation.press(byMaya, inPersonal(byMaya), { verb, number });
      expect(textOfAll(pressed)).toContain('{{DATE(2026-11-24T00:00:00Z, SHORT)}}');
    }
    const forged = await conversation.press(byTom, inPersonal(byTom), { verb: 'waiting.nudge', number });
    expect(textOfAll(forged)).toContain('Only the partner who sent a request can nudge');
    const inChannel = await conversation.press(byMaya, channel, { verb: 'waiting.nudge', number });
    expect(textOfAll(inChannel)).toContain(languages.en.channelAnswer.status.title);
    const shown = await conversation.say(byMaya, inPersonal(byMaya), `status ${number}`);
    expect(textOfAll(shown)).toContain('You asked for an update');
    expect(await deliver()).toEqual(['19:pdm-emea: nudge']);
  });

  it('the list behind a digest is for who works that queue, and names no confidential customer', async () => {
    await submit();
    const data = { verb: 'digest.list', queueId: 'pdm-emea' };
    const listed = textOfAll(await conversation.press(byTom, channel, data));
    expect(listed).toContain('PD-0001');
    expect(listed).not.toContain(SECRET);
    const refused = textOfAll(await conversation.press(byMaya, channel, data));
    expect(refused).not.toContain('PD-0001');
  });
});

describe('a queue from which the clocks were taken', () => {
  it('leaves everybody alone, whatever waits', async () => {
    await test.close();
    await open(await sampleWith((queues) => queues.replace('8,12,16,24,16,yes,09:00', ',,,,,no,')));
    const id = await submit();
    at('2026-12-10T10:00');
    expect(await stages()).toEqual([]);
    expect(await test.desk.postDigests()).toEqual([]);
    await test.desk.claim(priya, { id });
    await deliver();
    at('2027-01-12T10:00');
    expect(await stages()).toEqual([]);
    expect(await deliver()).toEqual([]);
  });
});
