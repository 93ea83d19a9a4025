import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runRequestsCommand } from '../../src/cli/requests';
import type { Identity } from '../../src/directory/recognise';
import { readDirectoryFiles } from '../../src/directory/files';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  SAMPLE,
  submission,
  type TestDesk,
} from '../support/desk';

const DAY_MS = 24 * 60 * 60 * 1000;

let test: TestDesk;
let anna: Identity;
let priya: Identity;
let tom: Identity;
let lead: Identity;

beforeEach(async () => {
  test = await openTestDesk();
  anna = await requester(test.directory, 'northwind-traders', 'Anna');
  priya = await person(test.directory, 'priya-nair');
  tom = await person(test.directory, 'tom-okafor');
  lead = await person(test.directory, 'amara-diallo');
});
afterEach(() => test.close());

const openChannel = (queueId: string) =>
  test.outbox.rememberAddress({ kind: 'queue', queueId }, channelAddress(queueId));

async function submitted(changes: Readonly<Record<string, unknown>> = {}, by = anna) {
  const outcome = await test.desk.submit({
    by,
    input: submission(changes),
    address: personalAddress(by.userId),
    confirmationActivityId: 'confirmation',
  });
  if (outcome.outcome !== 'submitted') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('a submit', () => {
  it('stores the request, routes it to the assigned PDM and says why', async () => {
    const { request, notified } = await submitted();
    expect(request).toMatchObject({
      number: 'PD-0001',
      state: 'submitted',
      queue: { id: 'pdm-emea' },
      assigned: { id: 'priya-nair' },
      because: { facts: { person: 'Priya Nair', partner: 'Northwind Traders' }, away: null },
      alternates: [
        { id: 'lena-fischer', as: 'PTS' },
        { id: 'tom-okafor', as: 'backup' },
      ],
    });
    expect(request.events.map(({ event }) => event)).toEqual(['submit']);
    expect(notified).toContainEqual({ to: { kind: 'queue', queueId: 'pdm-emea' }, reach: 'none' });
  });

  it('that comes twice gives the same request', async () => {
    const command = {
      by: anna,
      input: submission(),
      address: personalAddress(anna.userId),
      confirmationActivityId: null,
    };
    const both = await Promise.all([test.desk.submit(command), test.desk.submit(command)]);
    expect(both.map((one) => one.outcome === 'submitted' && one.request.number)).toEqual([
      'PD-0001',
      'PD-0001',
    ]);
    expect(both.map((one) => one.outcome === 'submitted' && one.isRepeat)).toEqual([false, true]);
    const rows = await test.outbox.listByState(['pending']);
    expect(rows.filter(({ card }) => card === 'handoff')).toHaveLength(1);
  });

  it('says who gets it and how once queues have channels', async () => {
    await test.desk.registerQueue({
      by: lead,
      queue: 'catch-all',
      address: channelAddress('general'),
      teamName: 'Desk',
      channelName: 'General',
    });
    const first = await submitted();
    expect(first.notified).toContainEqual({ to: { kind: 'queue', queueId: 'pdm-emea' }, reach: 'fallback' });
  });

  it('that repeats an open one is pointed to it, and may be sent all the same', async () => {
    await submitted();
    const again = submission({ submissionId: 'form-2', customer: ' FABRIKAM, ' });
    const command = { by: anna, address: personalAddress(anna.userId), confirmationActivityId: null };
    expect(await test.desk.submit({ ...command, input: again })).toMatchObject({
      outcome: 'duplicate',
      existing: { number: 'PD-0001', isYours: true },
    });
    expect(await test.desk.submit({ ...command, input: { ...again, evenIfDuplicate: true } })).toMatchObject({
      outcome: 'submitted',
      request: { number: 'PD-0002' },
    });
  });

  it('names every field that is wrong, and stores nothing', async () => {
    const outcome = await test.desk.submit({
      by: anna,
      input: submission({ customer: '  ', wantedBy: 'soon', details: 'x'.repeat(2001) }),
      address: personalAddress(anna.userId),
      confirmationActivityId: null,
    });
    expect(outcome).toMatchObject({ outcome: 'invalid' });
    const fields = outcome.outcome === 'invalid' ? outcome.problems.map(({ field }) => field) : [];
    expect(fields).toEqual(expect.arrayContaining(['wantedBy', 'details']));
    expect((await test.desk.listMine(anna)).requests).toEqual([]);
  });
});

describe('a claim', () => {
  it('is won by one of two at once, and the other learns who won', async () => {
    const { request } = await submitted();
    const [first, second] = await Promise.all([
      test.desk.claim(priya, { id: request.id }),
      test.desk.claim(tom, { id: request.id }),
    ]);
    expect(first).toMatchObject({
      outcome: 'done',
      request: { state: 'claimed', owner: { id: 'priya-nair' } },
    });
    expect(second).toMatchObject({ outcome: 'already-claimed', by: { id: 'priya-nair' }, isYou: false });
  });

  it('is refused to somebody outside the queue, who can’t even look it up by number', async () => {
    const { request } = await submitted();
    const marcus = await person(test.directory, 'marcus-reed');
    expect(await test.desk.claim(marcus, { id: request.id })).toMatchObject({
      outcome: 'not-yours',
      who: ['member'],
    });
    expect(await test.desk.claim(marcus, { number: 1 })).toEqual({ outcome: 'not-found' });
    expect(await test.desk.claim(anna, { id: request.id })).toMatchObject({ outcome: 'not-yours' });
  });

  it('tells the requester, updates both cards and gives the owner a card in 1:1', async () => {
    await openChannel('pdm-emea');
    const { request } = await submitted();
    await test.desk.claim(priya, { id: request.id });
    const rows = await test.outbox.listByState(['pending']);
    expect(rows.map(({ kind, card, to }) => `${kind} ${card} ${to.kind}`)).toEqual([
      'post handoff queue',
      'update request-status requester',
      'post request-news requester',
      'post owner-request person',
    ]);
  });
});

describe('a queue', () => {
  const channel = { address: channelAddress('pdm'), teamName: 'Desk', channelName: 'PDM' };

  it('is registered by its lead or an operator, and says who its members are', async () => {
    const registered = await test.desk.registerQueue({ by: lead, queue: 'PDM EMEA', ...channel });
    expect(registered).toMatchObject({ outcome: 'registered', queue: { id: 'pdm-emea' } });
    const members = registered.outcome === 'registered' ? registered.members.map(({ id }) => id) : [];
    expect(members).toEqual(['priya-nair', 'tom-okafor', 'amara-diallo']);
    const operator = { ...(await requester(test.directory, null, 'Olga')), isOperator: true };
    expect(await test.desk.registerQueue({ by: operator, queue: 'pts-emea', ...channel })).toMatchObject({
      outcome: 'registered',
      registration: { registeredBy: { name: 'Olga' } },
    });
  });

  it('is not registered by a member, from a 1:1, or under an unknown name', async () => {
    const register = (by: Identity, queue: string, address = channel.address) =>
      test.desk.registerQueue({ ...channel, by, queue, address });
    expect(await register(priya, 'pdm-emea')).toEqual({ outcome: 'not-allowed' });
    expect(await register(anna, 'nothing')).toEqual({ outcome: 'not-allowed' });
    expect(await register(lead, 'pdm-emea', personalAddress('lead'))).toEqual({ outcome: 'not-a-channel' });
    expect(await register(lead, 'nothing')).toMatchObject({ outcome: 'not-found' });
  });

  it('is listed, page by page, for its members only', async () => {
    for (let index = 1; index <= 5; index += 1)
      await submitted({ submissionId: `form-${index}`, customer: `C${index}` });
    const first = await test.desk.listQueue(tom, 'pdm-emea', { limit: 3 });
    expect(first).toMatchObject({
      outcome: 'listed',
      requests: [{ number: 'PD-0005' }, { number: 'PD-0004' }, { number: 'PD-0003' }],
      next: 3,
    });
    expect(await test.desk.listQueue(tom, 'pdm-emea', { limit: 3, before: 3 })).toMatchObject({
      requests: [{ number: 'PD-0002' }, { number: 'PD-0001' }],
      next: null,
    });
    expect(await test.desk.listQueue(anna, 'pdm-emea')).toEqual({ outcome: 'not-allowed' });
    expect((await test.desk.listQueues(tom)).map(({ id }) => id)).toEqual(['pdm-emea']);
  });

  it('is exported for its lead, without confidential customers and without formulas', async () => {
    await submitted({ submissionId: 'one', customer: '=HYPERLINK("http://x.example","y")' });
    await submitted({ submissionId: 'two', customer: 'Hush', isConfidential: true });
    expect(await test.desk.exportQueue(priya, 'pdm-emea')).toEqual({ outcome: 'not-allowed' });
    const exported = await test.desk.exportQueue(lead, 'pdm-emea');
    const csv = exported.outcome === 'exported' ? exported.csv : '';
    expect(csv).toMatch(/^\uFEFFnumber,state,/);
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain(`"'=HYPERLINK(""http://x.example"",""y"")"`);
    expect(csv).not.toContain('Hush');
  });

  it('is exported from the shell as well', async () => {
    await submitted();
    const [printed, complaints]: [string[], string[]] = [[], []];
    const run = (...args: string[]) =>
      runRequestsCommand({
        args,
        database: test.options,
        by: 'olga',
        print: (text) => printed.push(text),
        complain: (text) => complaints.push(text),
      });
    expect(await run('export', 'pdm-emea')).toBe(0);
    expect(printed.join('')).toContain('PD-0001,submitted,Architecture Design Session');
    expect(await run('export', 'nothing')).toBe(1);
    expect(complaints).toEqual(['Unknown queue "nothing". Choose one of: pdm-emea, pts-emea, catch-all.']);
    expect(await run('bla')).toBe(1);
  });

  it('counts why its requests were declined', async () => {
    const { request } = await submitted();
    expect(await test.desk.decline(priya, { id: request.id }, { reasonId: 'other' })).toMatchObject({
      outcome: 'invalid',
      problems: [{ field: 'explanation' }],
    });
    await test.desk.decline(priya, { id: request.id }, { reasonId: 'sustained-effort' });
    expect(await test.desk.countDeclines(lead, 'pdm-emea')).toEqual([
      { reasonId: 'sustained-effort', count: 1 },
    ]);
    expect(await test.desk.countDeclines(priya, 'pdm-emea')).toEqual([]);
  });
});

describe('a confidential customer', () => {
  it('is known to the requester and the owner, and to nobody else in the queue', async () => {
    const { request } = await submitted({ customer: 'Hush', isConfidential: true });
    await test.desk.claim(priya, { id: request.id });
    const seenBy = async (by: Identity) => {
      const found = await test.desk.findRequest(by, { id: request.id });
      return found.outcome === 'found' ? found.request : undefined;
    };
    expect(await seenBy(anna)).toMatchObject({ customer: 'Hush', details: expect.any(String) as unknown });
    expect(await seenBy(priya)).toMatchObject({ customer: 'Hush' });
    expect(await seenBy(tom)).toMatchObject({ customer: null, details: null, hasDetails: true });
    expect(await seenBy(lead)).toMatchObject({ customer: null, isConfidential: true });
    expect(await seenBy(await requester(test.directory, 'northwind-traders', 'Berta'))).toBeUndefined();
    expect(await seenBy(await person(test.directory, 'lena-fischer'))).toBeUndefined();
  });
});

describe('an edit', () => {
  it('changes what is given, and the trail keeps what was', async () => {
    const { request } = await submitted();
    const edited = await test.desk.edit(anna, { number: 1 }, { customer: 'Fabrikam Retail', details: '' });
    expect(edited).toMatchObject({
      outcome: 'done',
      request: { customer: 'Fabrikam Retail', details: null },
    });
    const trail = await test.storage.engagementStore.listEvents(test.storage.database.direct, request.id);
    expect(trail.at(-1)?.details).toEqual({
      before: { customer: 'Fabrikam', details: 'A lakehouse for forty shops.' },
    });
    expect(await test.desk.edit(anna, { number: 1 }, { customer: '' })).toMatchObject({ outcome: 'invalid' });
    expect(await test.desk.edit(anna, { number: 1 }, { customer: 'Fabrikam Retail' })).toMatchObject({
      outcome: 'invalid',
    });
    expect(await test.desk.edit(anna, { number: 1 }, { state: 'accepted' })).toMatchObject({
      outcome: 'invalid',
    });
  });

  it('takes no day that has passed for a wish, and lets one that passed meanwhile stand', async () => {
    await submitted({ wantedBy: '2026-11-25' });
    test.clock.advance(4 * DAY_MS);
    expect(await test.desk.edit(anna, { number: 1 }, { wantedBy: '2026-11-24' })).toMatchObject({
      problems: [{ field: 'wantedBy', message: 'passed' }],
    });
    expect(
      await test.desk.edit(anna, { number: 1 }, { wantedBy: '2026-11-25', details: 'Fifty shops.' }),
    ).toMatchObject({ outcome: 'done', request: { wantedBy: '2026-11-25', details: 'Fifty shops.' } });
  });
});

describe('an acceptance', () => {
  it('is for a day to come', async () => {
    await submitted();
    await test.desk.claim(priya, { number: 1 });
    expect(await test.desk.accept(priya, { number: 1 }, { acceptedFor: '2020-01-01' })).toMatchObject({
      problems: [{ field: 'acceptedFor', message: 'passed' }],
    });
    expect(await test.desk.accept(priya, { number: 1 }, { acceptedFor: '2026-11-23' })).toMatchObject({
      outcome: 'done',
    });
  });
});

describe('a transfer', () => {
  it('to another queue says on the card who moved it, instead of the rule that once chose', async () => {
    await openChannel('pts-emea');
    const { request } = await submitted();
    expect(await test.desk['transfer-to-queue'](lead, { id: request.id }, { to: 'pts-emea' })).toMatchObject({
      outcome: 'done',
      request: {
        queue: { id: 'pts-emea' },
        ruleId: 'moved',
        because: { says: null, facts: { person: 'Amara Diallo' } },
        assigned: null,
      },
    });
  });

  it('to a person takes the request along into their queue, and may be the other way round by name', async () => {
    const { request } = await submitted();
    const toLena = await test.desk['transfer-to-person'](lead, { id: request.id }, { to: 'Lena Fischer' });
    expect(toLena).toMatchObject({
      outcome: 'done',
      request: { state: 'claimed', owner: { id: 'lena-fischer' }, queue: { id: 'pts-emea' } },
    });
    const lena = await person(test.directory, 'lena-fischer');
    expect(
      await test.desk['transfer-to-person'](lena, { id: request.id }, { to: 'lena-fischer' }),
    ).toMatchObject({
      outcome: 'invalid',
    });
    expect(await test.desk['transfer-to-person'](lena, { id: request.id }, { to: 'Nobody' })).toMatchObject({
      outcome: 'invalid',
      problems: [{ field: 'to' }],
    });
    expect(
      await test.desk['transfer-to-person'](lena, { id: request.id }, { to: 'TOM.OKAFOR@contoso.com' }),
    ).toMatchObject({
      outcome: 'done',
      request: {
        owner: { id: 'tom-okafor' },
        queue: { id: 'pdm-emea' },
        because: { says: null, facts: { person: 'Lena Fischer' } },
      },
    });
  });
});

describe('a colleague of the requester', () => {
  it('doesn’t even learn that there is a confidential request', async () => {
    await submitted({ isConfidential: true });
    const berta = await requester(test.directory, 'northwind-traders', 'Berta');
    const ref = { number: 1 };
    for (const tried of [
      test.desk.findRequest(berta, ref),
      test.desk.note(berta, ref, { text: 'Me too.' }),
      test.desk.withdraw(berta, ref, {}),
    ])
      expect(await tried).toEqual({ outcome: 'not-found' });
    expect((await test.desk.listCompany(berta)).requests).toEqual([]);
  });
});

describe('an import that takes someone away', () => {
  it('frees what they owned, moves what lost its queue, and tells it; a second look finds nothing', async () => {
    const { request } = await submitted();
    await test.desk.claim(priya, { id: request.id });
    const files = await readDirectoryFiles(SAMPLE);
    const people = files.people.replace(/^priya-nair.*\n/m, '');
    const partners = files.partners.replace('priya-nair', 'tom-okafor');
    await test.directory.importDirectory({ ...files, people, partners }, { by: 'test', isSample: false });
    expect(await test.desk.reconcile()).toEqual({ released: ['PD-0001'], moved: [] });
    expect(await test.desk.reconcile()).toEqual({ released: [], moved: [] });
    expect(await test.desk.claim(tom, { id: request.id })).toMatchObject({ outcome: 'done' });

    const queues = files.queues.replace(/^pdm-emea.*\n/m, '');
    const noTom = people.replace(/^tom-okafor.*\n/m, '').replaceAll('tom-okafor', 'marcus-reed');
    await test.directory.importDirectory(
      { ...files, people: noTom, queues, partners: partners.replace('tom-okafor', 'marcus-reed') },
      { by: 'test', isSample: false },
    );
    expect(await test.desk.reconcile()).toEqual({ released: [], moved: ['PD-0001'] });
    const found = await test.desk.findRequest(anna, { number: 1 });
    expect(found).toMatchObject({ request: { queue: { id: 'catch-all' }, state: 'submitted', owner: null } });
    const events = found.outcome === 'found' ? found.request.events : [];
    expect(events.map(({ event, actor }) => `${event} ${actor.kind}`)).toEqual([
      'submit requester',
      'claim person',
      'release system',
      'claim person',
      'transfer-to-queue system',
    ]);
  });
});

describe('a stored request', () => {
  it('is changed only from the version that was read', async () => {
    const { request } = await submitted();
    const { engagementStore: store, database } = test.storage;
    const stored = (await store.find(database.direct, { id: request.id }))!;
    const next = { ...stored, version: 2, region: 'changed' };
    expect(await store.compareAndSet(database.direct, 1, next)).toBe(true);
    expect(await store.compareAndSet(database.direct, 1, { ...next, region: 'lost' })).toBe(false);
    expect((await store.find(database.direct, { id: request.id }))?.region).toBe('changed');
  });
});

describe('a queue’s channel', () => {
  it('is named as it is called now, and its team in all of the team’s channels', async () => {
    const at = (channel: string) => ({ ...channelAddress(channel), teamId: '19:team' });
    const names = { teamName: 'Old team', channelName: 'Old' };
    for (const queue of ['pdm-emea', 'pts-emea'])
      await test.desk.registerQueue({ by: lead, queue, address: at(queue), ...names });
    await test.desk.renameChannel({ address: at('pdm-emea'), teamName: null, channelName: 'New' });
    await test.desk.renameChannel({ address: at('general'), teamName: 'New team', channelName: null });
    const status = await test.desk.listQueueStatus();
    const named = status.flatMap(({ queue: { id }, registration }) =>
      registration === null ? [] : [[id, registration.teamName, registration.channelName]],
    );
    expect(named).toEqual([
      ['pdm-emea', 'New team', 'New'],
      ['pts-emea', 'New team', 'Old'],
    ]);
  });
});
