import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../cards/words/languages';
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import { formatDay } from '../../src/directory/wall-clock';
import type { Identity } from '../../src/directory/recognise';
import type { EngagementDesk } from '../../src/engagement/desk';
import { findProposal } from '../../src/engagement/events/propose-date';
import type { Relation } from '../../src/engagement/relations';
import { CHANGE_NAMES, type ChangeName } from '../../src/engagement/events';
import type { State } from '../../src/engagement/request';
import type { OutboxRow } from '../../src/outbox/message';
import { designAllows, designTarget } from '../support/design-table';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  submission,
  type TestDesk,
} from '../support/desk';
import { content } from '../support/shared';

/**
 * The whole state machine with people acting at the same moment. Each round is a few actions at once, over a real
 * database; what they were answered must be what some order of them gives in the model, tests/support/design-table.ts.
 */

const SECRET = 'Zyxwell';
const DAY_MS = 24 * 60 * 60 * 1000;
const ACTORS = ['anna', 'berta', 'priya', 'tom', 'lena', 'lead', 'marcus', 'operator', 'stranger'] as const;
type ActorName = (typeof ACTORS)[number];
interface Action {
  readonly actor: ActorName;
  readonly event: ChangeName;
  readonly target: 'first' | 'second';
}

/** Directory ids of the people in it, and the queue that each is a member of. */
const PEOPLE: Partial<Record<ActorName, { id: string; queue: string }>> = {
  priya: { id: 'priya-nair', queue: 'pdm-emea' },
  tom: { id: 'tom-okafor', queue: 'pdm-emea' },
  lena: { id: 'lena-fischer', queue: 'pts-emea' },
  marcus: { id: 'marcus-reed', queue: 'none' },
};
const TRANSFER_TO = { first: 'tom-okafor', second: 'lena-fischer' } as const;
const QUEUES = { first: 'pdm-emea', second: 'pts-emea' } as const;
const QUEUE_OF: Record<string, string> = { 'tom-okafor': 'pdm-emea', 'lena-fischer': 'pts-emea' };

interface Model {
  readonly state: State;
  readonly owner: string | null;
  readonly queue: string;
  readonly assigned: string | null;
  readonly askedFrom: State | null;
  readonly closedAtMs: number | null;
  readonly edits: number;
  readonly isProposed: boolean;
  readonly isConfidential: boolean;
}

function modelRelations(model: Model, actor: ActorName): Set<Relation> {
  const relations = new Set<Relation>();
  if (actor === 'anna') relations.add('requester');
  if (actor === 'berta' && !model.isConfidential) relations.add('colleague');
  if (actor === 'operator') relations.add('operator');
  if (actor === 'lead') relations.add('lead').add('member');
  const inDirectory = PEOPLE[actor];
  const id = actor === 'lead' ? 'amara-diallo' : inDirectory?.id;
  if (inDirectory?.queue === model.queue || (id !== undefined && id === model.assigned))
    relations.add('member');
  if (id !== undefined && id === model.owner) relations.add('owner');
  return relations;
}

/** The state that the table gives; undefined if the action must be refused. */
function modelStep(model: Model, { actor, event, target }: Action, nowMs: number): Model | undefined {
  const agreed = (model.state === 'needs-info' ? model.askedFrom : model.state) === 'accepted';
  const dates = { agreed, proposed: model.isProposed };
  if (!designAllows(modelRelations(model, actor), event, model.state, dates)) return undefined;
  const state = designTarget(event, model.state, model.askedFrom);
  if (state === undefined) return undefined;
  const closedAtMs = ['completed', 'declined', 'withdrawn'].includes(state) ? nowMs : null;
  const keeps = state === 'accepted' || state === 'needs-info';
  const isProposed = keeps && event !== 'accept' && model.isProposed;
  const next: Model = { ...model, state, closedAtMs, isProposed };
  const free = { owner: null, askedFrom: null };
  switch (event) {
    case 'claim':
      return { ...next, owner: actor === 'lead' ? 'amara-diallo' : (PEOPLE[actor]?.id ?? null) };
    case 'release':
      return { ...next, ...free };
    case 'transfer-to-person': {
      const to = TRANSFER_TO[target];
      if (to === model.owner) return undefined;
      return { ...next, owner: to, queue: QUEUE_OF[to] ?? model.queue, askedFrom: null };
    }
    case 'transfer-to-queue': {
      const to = QUEUES[target];
      return to === model.queue ? undefined : { ...next, ...free, queue: to, assigned: null };
    }
    case 'ask':
      return { ...next, askedFrom: model.state };
    case 'reopen': {
      const tooLate = model.closedAtMs === null || nowMs - model.closedAtMs > 14 * DAY_MS;
      return tooLate ? undefined : { ...next, owner: null };
    }
    case 'edit':
      return { ...next, edits: model.edits + 1 };
    case 'note':
      return next;
    case 'propose-date':
      return { ...next, isProposed: true };
    case 'reschedule':
    case 'confirm-date':
    case 'decline-date':
      return { ...next, isProposed: false };
    default:
      return { ...next, askedFrom: null };
  }
}

let edits = 0;
let days = 0;
function anotherDay(): string {
  return formatDay(Date.UTC(2100, 0, (days += 1)));
}
const text = `About ${SECRET}.`;
/** What is sent with each event of the registry: a new one needs its line. */
const INPUTS: Readonly<Record<ChangeName, (target: Action['target']) => object>> = {
  claim: () => ({}),
  release: () => ({}),
  'transfer-to-person': (target) => ({ to: TRANSFER_TO[target], text }),
  'transfer-to-queue': (target) => ({ to: QUEUES[target] }),
  ask: () => ({ text }),
  answer: () => ({ text }),
  accept: () => ({ acceptedFor: '2099-12-01' }),
  reschedule: () => ({ acceptedFor: anotherDay() }),
  'propose-date': () => ({ acceptedFor: anotherDay() }),
  'confirm-date': () => ({}),
  'decline-date': () => ({}),
  decline: () => ({ reasonId: 'sustained-effort', text }),
  complete: () => ({ text, hours: 1.5 }),
  withdraw: () => ({ text: '' }),
  edit: () => ({ details: `${SECRET}, version ${(edits += 1)}` }),
  note: () => ({ text }),
  reopen: () => ({}),
};
async function act(
  desk: EngagementDesk,
  by: Identity,
  id: string,
  { event, target }: Action,
): Promise<string> {
  const input = INPUTS[event](target);
  const outcome = event === 'claim' ? await desk.claim(by, { id }) : await desk[event](by, { id }, input);
  return outcome.outcome;
}

/** Whether some order of the round's actions gives exactly these answers; where it leads to, each once. */
function explain(
  models: readonly Model[],
  actions: readonly Action[],
  done: readonly boolean[],
  nowMs: number,
) {
  const reached = new Map<string, Model>();
  const walk = (model: Model, left: readonly number[]): void => {
    if (left.length === 0) reached.set(JSON.stringify(model), model);
    for (const index of left) {
      const next = modelStep(model, actions[index]!, nowMs);
      if ((next !== undefined) !== done[index]) continue;
      walk(
        next ?? model,
        left.filter((other) => other !== index),
      );
    }
  };
  for (const model of models) walk(model, [...actions.keys()]);
  return [...reached.values()];
}

const action: fc.Arbitrary<Action> = fc.record({
  actor: fc.constantFrom(...ACTORS),
  event: fc.constantFrom(...CHANGE_NAMES),
  target: fc.constantFrom('first', 'second'),
});
/** Mostly people who have something to do with it, so that runs get somewhere. */
const likelyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 1, arbitrary: action },
  {
    weight: 3,
    arbitrary: fc.record({
      actor: fc.constantFrom('anna', 'priya', 'tom', 'lead'),
      event: fc.constantFrom(
        'claim',
        'ask',
        'answer',
        'accept',
        'complete',
        'release',
        'reopen',
        'transfer-to-queue',
        'propose-date',
        'confirm-date',
        'reschedule',
      ),
      target: fc.constantFrom('first', 'second'),
    }),
  },
);
const round = fc.oneof(
  { weight: 8, arbitrary: fc.array(likelyAction, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
);

/** One life in which every event happens, so that none goes untried by chance. */
const FULL_LIFE: readonly Action[] = (
  [
    ['anna', 'edit'],
    ['berta', 'note'],
    ['lead', 'transfer-to-queue', 'second'],
    ['lead', 'transfer-to-queue', 'first'],
    ['priya', 'claim'],
    ['priya', 'ask'],
    ['anna', 'answer'],
    ['priya', 'accept'],
    ['priya', 'reschedule'],
    ['anna', 'propose-date'],
    ['priya', 'decline-date'],
    ['anna', 'propose-date'],
    ['priya', 'confirm-date'],
    ['priya', 'release'],
    ['lead', 'transfer-to-person', 'first'],
    ['tom', 'decline'],
    ['anna', 'reopen'],
    ['tom', 'claim'],
    ['tom', 'complete'],
    ['lead', 'reopen'],
    ['anna', 'withdraw'],
  ] as const
).map(([actor, event, target = 'first']) => ({ actor, event, target }));

async function findActors({ directory }: TestDesk): Promise<Record<ActorName, Identity>> {
  return {
    anna: await requester(directory, 'northwind-traders', 'Anna'),
    berta: await requester(directory, 'northwind-traders', 'Berta'),
    stranger: await requester(directory, null, 'Stranger'),
    operator: { ...(await requester(directory, null, 'Olga')), isOperator: true },
    priya: await person(directory, 'priya-nair'),
    tom: await person(directory, 'tom-okafor'),
    lena: await person(directory, 'lena-fischer'),
    lead: await person(directory, 'amara-diallo'),
    marcus: await person(directory, 'marcus-reed'),
  };
}

async function submit(
  { desk }: TestDesk,
  anna: Identity,
  { submissionId, isConfidential }: { readonly submissionId: string; readonly isConfidential: boolean },
): Promise<string> {
  const customer = isConfidential ? SECRET : 'Adatum';
  const outcome = await desk.submit({
    by: anna,
    input: submission({
      submissionId,
      ...{ customer, isConfidential, details: `${customer} wants a lakehouse.` },
      background: {
        asked: [{ text: `Can the desk help ${customer}?`, answerTitle: `About ${customer}` }],
        scope: null,
      },
      wantedBy: null,
      evenIfDuplicate: true,
    }),
    address: personalAddress(anna.userId),
    confirmationActivityId: null,
  });
  if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
  return outcome.request.id;
}

describe('the life of a request', () => {
  it('follows the table when several people act at the same moment', async () => {
    const test = await openTestDesk();
    for (const queueId of Object.values(QUEUES))
      await test.outbox.rememberAddress({ kind: 'queue', queueId }, channelAddress(queueId));
    const actors = await findActors(test);
    const seen = new Map<string, number>();
    let runs = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 14 }), async (rounds) => {
        const isConfidential = (runs += 1) % 2 === 0;
        const id = await submit(test, actors.anna, { submissionId: `form-${runs}`, isConfidential });
        const start: Model = {
          state: 'submitted',
          owner: null,
          queue: 'pdm-emea',
          assigned: 'priya-nair',
          askedFrom: null,
          closedAtMs: null,
          edits: 0,
          isProposed: false,
          isConfidential,
        };
        let models: readonly Model[] = [start];
        let events = 1;
        for (const actions of rounds) {
          if (typeof actions === 'number') {
            test.clock.advance(actions * DAY_MS);
            continue;
          }
          const answers = await Promise.all(actions.map((one) => act(test.desk, actors[one.actor], id, one)));
          const done = answers.map((answer) => answer === 'done');
          models = explain(models, actions, done, test.clock.nowMs());
          expect({ actions, answers, explained: models.length > 0 }).toMatchObject({ explained: true });
          events += done.filter(Boolean).length;
          for (const [index, { event }] of actions.entries()) {
            if (done[index]) seen.set(event, (seen.get(event) ?? 0) + 1);
          }
          await expectSound(test, id, events, models);
        }
      }),
      { numRuns: 100, examples: [[FULL_LIFE.map((one) => [one])]] },
    );

    expect(CHANGE_NAMES.filter((event) => !seen.has(event))).toEqual([]);
    await expectNoSecretInChannels(test);
    await test.close();
  }, 120_000);
});

async function expectSound(
  test: TestDesk,
  id: string,
  events: number,
  models: readonly Model[],
): Promise<void> {
  const { engagementStore: store, database } = test.storage;
  const request = await store.find(database.direct, { id });
  const trail = await store.listEvents(database.direct, id);
  if (request === undefined) throw new Error('The request is lost.');

  // No event is lost or doubled, and each begins where the one before ended.
  expect(trail.map(({ version }) => version)).toEqual(
    Array.from({ length: events }, (_, index) => index + 1),
  );
  expect(request.version).toBe(events);
  for (const [index, event] of trail.entries()) {
    expect(event.from).toBe(index === 0 ? null : trail[index - 1]!.to);
  }
  expect(trail.at(-1)?.to).toBe(request.state);

  // Exactly one owner while it is held, none while it is free, and the stored request is one the model knows.
  const held = ['claimed', 'needs-info', 'accepted'].includes(request.state);
  if (held) expect(request.ownerId).not.toBeNull();
  if (request.state === 'submitted') expect(request.ownerId).toBeNull();
  const { state, ownerId: owner, queueId: queue, assignedId: assigned } = request;
  const { askedFrom, closedAtMs, isConfidential } = request;
  const known = models.map((model) => ({ ...model, edits: 0 }));
  const isProposed = findProposal(trail) !== null;
  expect(known).toContainEqual({
    state,
    owner,
    queue,
    assigned,
    askedFrom,
    closedAtMs,
    edits: 0,
    isProposed,
    isConfidential,
  });
}

/** Everything that any channel was ever sent: text, mentions, toast and card, as they would be drawn now. */
async function expectNoSecretInChannels({ outbox, desk, storage }: TestDesk): Promise<void> {
  const draw = async (row: OutboxRow): Promise<string> => {
    const model = await desk.readCard(row);
    if (model === null) {
      // Only a former owner's card is never sent: they can't see the request any more.
      const { engagementStore, database } = storage;
      const request = await engagementStore.find(database.direct, { id: row.args.requestId! });
      expect(row).toMatchObject({ kind: 'post', card: 'owner-request', to: { kind: 'person' } });
      expect(row.to).not.toMatchObject({ personId: request!.ownerId });
      return '';
    }
    const drawn = drawDeskCard(model, {
      content,
      words: languages.en,
    });
    return JSON.stringify([row.args, model, drawn]);
  };
  const rows = await outbox.listByState(['pending']);
  const channels = rows.filter(({ to }) => to.kind === 'queue');
  expect(channels.length).toBeGreaterThan(0);
  for (const row of channels) {
    expect(await draw(row)).not.toContain(SECRET);
  }
  const owners = rows.filter(({ card }) => card === 'owner-request');
  const shown = await Promise.all(owners.map(draw));
  expect(shown.some((card) => card.includes(SECRET))).toBe(true);
}
