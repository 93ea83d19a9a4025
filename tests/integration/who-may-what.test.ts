/**
 * Everyone x every change x every state, through the one door and over a real database file: pressed and typed, in 1:1
 * and in the queue's channel. The expected result is the table in tests/support/design-table.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Outgoing, Place } from '../../src/conversation/message';
import { CHANGES } from '../../src/conversation/requests/changes';
import type { Relation } from '../../src/engagement/relations';
import { STATES, type EngagementRequest, type EventName, type State } from '../../src/engagement/request';
import { objectsOf } from '../support/card-check';
import { recipientKey } from '../../src/outbox/message';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { designAllows, designTarget } from '../support/design-table';
import { PROPOSED, SECRET, TRIED } from '../support/tried-changes';
import { channelAddress, openTestDesk, personalAddress, submission, type TestDesk } from '../support/desk';

const NORTHWIND = { tenantId: '11111111-0000-4000-8000-000000000001' };

interface Somebody {
  readonly actor: Actor;
  /** What they are to the request while nobody has claimed it. */
  readonly relations: readonly Relation[];
  /** The same afterwards, for the one who claimed. */
  readonly afterClaim?: readonly Relation[];
  /** Of the partner's company. That counts only where a request isn't confidential, as these are. */
  readonly isColleague?: true;
}

const maya: Somebody = { actor: actor('maya', 'Maya Hoffmann', NORTHWIND), relations: ['requester'] };
const priya: Somebody = {
  actor: actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' }),
  relations: ['member'],
  afterClaim: ['member', 'owner'],
};
const everyone: Readonly<Record<string, Somebody>> = {
  requester: maya,
  'colleague of the partner': {
    actor: actor('nils', 'Nils', NORTHWIND),
    relations: [],
    isColleague: true,
  },
  'guest of the partner': {
    actor: actor('gia', 'Gia', { mail: 'gia@northwindtraders.com' }),
    relations: [],
    isColleague: true,
  },
  'another partner': {
    actor: actor('tess', 'Tess', { tenantId: '11111111-0000-4000-8000-000000000002' }),
    relations: [],
  },
  stranger: { actor: actor('sam', 'Sam', { tenantId: 'nowhere' }), relations: [] },
  owner: priya,
  member: { actor: actor('tom', 'Tom', { mail: 'tom.okafor@contoso.com' }), relations: ['member'] },
  lead: {
    actor: actor('amara', 'Amara', { mail: 'amara.diallo@contoso.com' }),
    relations: ['member', 'lead'],
  },
  operator: { actor: actor('olga', 'Olga'), relations: ['operator'] },
  'PTS of another queue': {
    actor: actor('jonas', 'Jonas', { mail: 'jonas.weber@contoso.com' }),
    relations: [],
  },
  'colleague of ours outside the directory': {
    actor: actor('oscar', 'Oscar', { mail: 'oscar@contoso.com' }),
    relations: [],
  },
  'guest with a display name of ours': {
    actor: actor('fake', 'Priya Nair', { mail: 'priya.nair@outlook.com' }),
    relations: [],
  },
};

const channel = inQueueChannel('pdm-emea');
const requests = {} as Record<State, EngagementRequest>;
let test: TestDesk;
let conversation: ReturnType<typeof openConversation>;
const { say, press } = {
  say: (who: Somebody, place: Place, text: string) => conversation.say(who.actor, place, text),
  press: (who: Somebody, place: Place, data: unknown) => conversation.press(who.actor, place, data),
};

beforeAll(async () => {
  test = await openTestDesk({ admins: ['aad-olga'] });
  conversation = openConversation(test);
  for (const queueId of ['pdm-emea', 'pts-emea'])
    await test.outbox.rememberAddress({ kind: 'queue', queueId }, channelAddress(queueId));
  for (const state of STATES) requests[state] = await makeRequest(state);
});
afterAll(async () => {
  await test.close();
});

/** The partner of every accepted request proposed another date. A question is open on one that had none. */
const datesIn = (state: State) => ({ agreed: state === 'accepted', proposed: state === 'accepted' });

async function submit(changes: Readonly<Record<string, unknown>>): Promise<string> {
  const submitted = await test.desk.submit({
    by: await test.directory.recognise(maya.actor),
    address: personalAddress(maya.actor.userId),
    confirmationActivityId: null,
    input: submission({ customer: SECRET, isConfidential: true, evenIfDuplicate: true, ...changes }),
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  return submitted.request.number;
}

/** A confidential request in that state, claimed by Priya unless it still waits, its card in the queue's channel. */
async function makeRequest(state: State): Promise<EngagementRequest> {
  const submitted = await test.desk.submit({
    by: await test.directory.recognise(maya.actor),
    address: personalAddress(maya.actor.userId),
    confirmationActivityId: null,
    input: submission({
      submissionId: `form-${state}`,
      customer: SECRET,
      isConfidential: true,
      evenIfDuplicate: true,
    }),
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  const { id, number } = submitted.request;
  const posted = { subject: `request:${id}`, recipient: { kind: 'queue', queueId: 'pdm-emea' } } as const;
  await test.outbox.rememberPosted({
    ...posted,
    address: channelAddress('pdm-emea'),
    activityId: `card-${number}`,
  });
  if (state !== 'submitted') await say(priya, inPersonal(priya.actor), `claim ${number}`);
  const steps: Readonly<Partial<Record<State, readonly [Somebody, string]>>> = {
    'needs-info': [priya, `ask ${number} how many users?`],
    accepted: [priya, `accept ${number} 2026-12-05`],
    completed: [priya, `complete ${number} done`],
    declined: [priya, `decline ${number} sustained-effort`],
    withdrawn: [maya, `withdraw ${number}`],
  };
  const step = steps[state];
  if (step !== undefined) await say(step[0], inPersonal(step[0].actor), step[1]);
  if (state === 'accepted') await say(maya, inPersonal(maya.actor), `propose date ${number} ${PROPOSED}`);
  const made = await find(id);
  expect(made.state).toBe(state);
  return made;
}

async function find(id: string): Promise<EngagementRequest> {
  const { storage } = test;
  const found = await storage.engagementStore.find(storage.database.direct, { id });
  if (found === undefined) throw new Error('A request was lost.');
  return found;
}

/** What happened to the request, which is then put back as it was. */
async function observe(before: EngagementRequest): Promise<readonly [EventName, State] | null> {
  const { database, engagementStore } = test.storage;
  const after = await find(before.id);
  const { version } = requests[before.state];
  if (after.version === version) return null;
  const events = await engagementStore.listEvents(database.direct, before.id);
  const restored = { ...before, version: after.version + 1 };
  await engagementStore.compareAndSet(database.direct, after.version, restored);
  requests[before.state] = restored;
  await database.direct
    .deleteFrom('request_events')
    .where('request_id', '=', before.id)
    .where('version', '>', version)
    .execute();
  return [events.at(-1)!.event, after.state];
}

/** The position of the newest message in the outbox. */
async function findLastPosition(): Promise<number> {
  const row = await test.storage.database.direct
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

async function isPostedTo({ actor }: Somebody, afterPosition: number): Promise<boolean> {
  const [account = ''] = (await actor.findMail())?.split('@') ?? [];
  const rows = await test.storage.database.direct
    .selectFrom('outbox')
    .select('id')
    .where('recipient', '=', recipientKey({ kind: 'person', personId: account.replace('.', '-') }))
    .where('kind', '=', 'post')
    .where('position', '>', afterPosition)
    .execute();
  return rows.length > 0;
}

function relationsOf({ relations, afterClaim }: Somebody, state: State): ReadonlySet<Relation> {
  return new Set(state === 'submitted' ? relations : (afterClaim ?? relations));
}

function numberOf({ number }: EngagementRequest): string {
  return `PD-${String(number).padStart(4, '0')}`;
}

function cardNames(outgoing: readonly Outgoing[]): string[] {
  return outgoing.map(({ card }) => card?.name ?? '');
}

it('tries every event, where its row says that it may be done', () => {
  const rows = CHANGES.map(({ name, inChannel }) => [name, inChannel]);
  expect(TRIED.map(({ event, inChannel }) => [event, inChannel]).sort()).toEqual(rows.sort());
});

describe.each(TRIED)('$event', (change) => {
  const { event, pressed, form, typed, inChannel } = change;

  it.each(STATES)(
    'is done by exactly those who may while a request is %s, pressed or typed',
    async (state) => {
      const target = designTarget(event, state, state === 'needs-info' ? 'claimed' : null);
      for (const [role, who] of Object.entries(everyone)) {
        const may = designAllows(relationsOf(who, state), event, state, datesIn(state));
        const number = numberOf(requests[state]);
        const ways: readonly (readonly [string, boolean, () => Promise<readonly Outgoing[]>])[] = [
          ['pressed in 1:1', may, () => press(who, inPersonal(who.actor), { ...pressed, number })],
          ['pressed in the channel', may && inChannel, () => press(who, channel, { ...pressed, number })],
          [
            'typed in 1:1',
            may && change.typedOpensForm !== true,
            () => say(who, inPersonal(who.actor), typed.replace('#', number)),
          ],
          ['typed in the channel', may && inChannel, () => say(who, channel, typed.replace('#', number))],
        ];
        for (const [way, isAllowed, act] of ways) {
          const positionBefore = await findLastPosition();
          const outgoing = await act();
          const happened = await observe(requests[state]);
          const isPartner = way === 'typed in 1:1' && relationsOf(who, state).has('requester');
          const instead = isPartner ? change.typedByPartner?.[state] : undefined;
          expect({ role, way, happened }).toEqual({
            role,
            way,
            happened: isAllowed ? [event, target] : instead === undefined ? null : [instead, state],
          });
          // Who takes a request on in 1:1 gets its card from the outbox, and nothing else (quiet.test.ts).
          const isAnswered = outgoing.length > 0 || (await isPostedTo(who, positionBefore));
          expect({ role, way, isAnswered }).toEqual({ role, way, isAnswered: true });
          if (way.endsWith('channel') || !mayKnowCustomer(who, state))
            expect(textOfAll(outgoing)).not.toContain(SECRET);
        }
      }
    },
  );

  if (form === undefined) return;
  it('opens its form, whose button sends what is sent here, for exactly those who may', async () => {
    for (const state of STATES) {
      for (const [role, who] of Object.entries(everyone)) {
        const may = designAllows(relationsOf(who, state), event, state, datesIn(state));
        const number = numberOf(requests[state]);
        const outgoing = await press(who, inPersonal(who.actor), { verb: form.verb, number });
        const opened = cardNames(outgoing).includes(form.card);
        expect({ state, role, opened }).toEqual({ state, role, opened: may });
        if (may) expect(fieldsOf(outgoing)).toEqual([...Object.keys(pressed), 'formId', 'number'].sort());
        const inTheChannel = await press(who, channel, { verb: form.verb, number });
        expect({ state, role, opened: cardNames(inTheChannel).includes(form.card) }).toEqual({
          state,
          role,
          opened: may && inChannel,
        });
        expect(textOfAll(inTheChannel)).not.toContain(SECRET);
      }
    }
  });
});

function mayKnowCustomer(who: Somebody, state: State): boolean {
  const relations = relationsOf(who, state);
  return relations.has('requester') || relations.has('owner');
}

/** The names of what a form sends: its inputs, and the data of its button. */
function fieldsOf([opened]: readonly Outgoing[]): string[] {
  const elements = objectsOf(opened?.card?.content);
  const inputs = elements.filter(({ type }) => String(type).startsWith('Input.'));
  const sends = elements.find(({ type, data }) => type === 'Action.Submit' && data !== undefined);
  const data = Object.keys(sends?.['data'] as object).filter((key) => key !== 'msteams');
  return [...inputs.map(({ id }) => String(id)), ...data].sort();
}

describe('a look', () => {
  it.each(STATES)('at one request is given to those who may see it, while it is %s', async (state) => {
    const number = numberOf(requests[state]);
    for (const [role, who] of Object.entries(everyone)) {
      const relations = relationsOf(who, state);
      const sees = (['requester', 'owner', 'member', 'lead', 'operator'] as const).some((one) =>
        relations.has(one),
      );
      const shown = [
        await say(who, inPersonal(who.actor), `status ${number}`),
        await say(who, inPersonal(who.actor), number),
        await press(who, inPersonal(who.actor), { verb: 'request.show', number }),
      ];
      const names = mayKnowCustomer(who, state) ? ['request'] : sees ? ['handoff'] : ['notice'];
      for (const outgoing of shown) {
        expect({ role, cards: cardNames(outgoing) }).toEqual({ role, cards: names });
        expect({ role, named: textOfAll(outgoing).includes(SECRET) }).toEqual({
          role,
          named: mayKnowCustomer(who, state),
        });
      }
      for (const outgoing of [
        await say(who, channel, `status ${number}`),
        await press(who, channel, { verb: 'request.show', number }),
      ]) {
        expect(cardNames(outgoing)).toEqual(['channel-answer']);
      }
    }
  });

  it('at a request that isn’t confidential is given to the partner’s colleagues, too', async () => {
    const open = await submit({ submissionId: 'form-open', isConfidential: false });
    for (const [role, who] of Object.entries(everyone)) {
      const isOfCompany = who === maya || who.isColleague === true;
      const sees = isOfCompany || who.relations.length > 0;
      const shown = await say(who, inPersonal(who.actor), `status ${open}`);
      expect({ role, sees: textOfAll(shown).includes(SECRET) }).toEqual({ role, sees });
      const listed = textOfAll(await say(who, inPersonal(who.actor), 'company requests'));
      expect({ role, listed: listed.includes(open) }).toEqual({ role, listed: isOfCompany });
      expect({ role, secret: listed.includes('PD-0001') }).toEqual({ role, secret: who === maya });
      const data = { verb: 'request-list.page', listId: 'me:company', state: 'all' };
      expect(textOfAll(await press(who, channel, data))).not.toContain(open);
      expect(textOfAll(await say(who, channel, 'company requests'))).not.toContain(open);
    }
  });

  it('at a queue goes to the people who work or run it, and names no confidential customer', async () => {
    for (const [role, who] of Object.entries(everyone)) {
      const works = who.relations.some((one) => ['member', 'lead', 'operator'].includes(one));
      const data = { verb: 'request-list.page', listId: 'pdm-emea', state: 'all' };
      for (const outgoing of [
        await say(who, inPersonal(who.actor), 'queue pdm-emea all'),
        await press(who, inPersonal(who.actor), data),
        await press(who, channel, data),
      ]) {
        expect({ role, listed: textOfAll(outgoing).includes('PD-0001') }).toEqual({ role, listed: works });
        expect(textOfAll(outgoing)).not.toContain(SECRET);
      }
    }
  });

  it('at one’s own requests and at what one owns holds nothing else', async () => {
    for (const [role, who] of Object.entries(everyone)) {
      const requested = textOfAll(await say(who, inPersonal(who.actor), 'my requests'));
      expect({ role, has: requested.includes('PD-0001') }).toEqual({ role, has: who === maya });
      const owned = textOfAll(await say(who, inPersonal(who.actor), 'mine'));
      expect({ role, has: owned.includes('PD-0002') }).toEqual({ role, has: who === priya });
    }
  });

  it('never fails inside', () => {
    expect(conversation.errors).toEqual([]);
  });
});
