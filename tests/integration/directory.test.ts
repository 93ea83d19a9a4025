import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAway } from '../../src/directory/availability';
import { parseDirectory } from '../../src/directory/csv';
import { createDirectory, type Directory } from '../../src/directory/directory';
import { readDirectoryFiles } from '../../src/directory/files';
import type { Asker } from '../../src/directory/recognise';
import { runDirectoryCommand } from '../../src/cli/directory';
import { openStorage } from '../../src/open-storage';
import { makeTemporaryFolder, makeTestDatabase } from '../support/database';
import { HOME_TENANT, openTestDesk, SAMPLE, type TestDesk } from '../support/desk';

const NORTHWIND_TENANT = '11111111-0000-4000-8000-000000000001';
let test: TestDesk;

beforeEach(async () => {
  test = await openTestDesk({ admins: ['olga@contoso.com', 'AAD-OTTO'] });
});
afterEach(() => test.close());

async function importChanged(from: string, to: string): Promise<void> {
  const files = await readDirectoryFiles(SAMPLE);
  expect(files.people).toContain(from);
  const imported = await test.directory.importDirectory(
    { ...files, people: files.people.replaceAll(from, to) },
    { by: 'test', isSample: false },
  );
  expect(imported.outcome).toBe('imported');
}

describe('an import', () => {
  it('is in force at once, for another process too, and is undone as a whole', async () => {
    const { database, directoryStore } = test.storage;
    const other: Directory = createDirectory({
      database,
      store: directoryStore,
      clock: test.clock,
      homeTenantId: HOME_TENANT,
      admins: [],
    });
    const nameSeen = async () => (await other.current()).findPerson('priya-nair')?.name;
    expect(await nameSeen()).toBe('Priya Nair');
    await importChanged('Priya Nair', 'Priya N. Iyer');
    expect(await nameSeen()).toBe('Priya N. Iyer');
    expect(await other.isSampleDirectory()).toBe(false);
    expect(await test.directory.undo()).toMatchObject({
      outcome: 'undone',
      difference: [{}, { file: 'people', changed: [{ id: 'priya-nair', fields: ['name'] }] }, {}, {}],
    });
    expect(await nameSeen()).toBe('Priya Nair');
    expect(await other.isSampleDirectory()).toBe(true);
    expect(await test.directory.undo()).toEqual({ outcome: 'nothing-before' });
  });

  it('after an undo is seen by who saw the undone one', async () => {
    await importChanged('Priya Nair', 'Priya One');
    expect((await test.directory.current()).findPerson('priya-nair')?.name).toBe('Priya One');
    const { database, directoryStore } = test.storage;
    const other = createDirectory({
      database,
      store: directoryStore,
      clock: test.clock,
      homeTenantId: HOME_TENANT,
      admins: [],
    });
    await other.undo();
    const files = await readDirectoryFiles(SAMPLE);
    const people = files.people.replace('Priya Nair', 'Priya Two');
    await other.importDirectory({ ...files, people }, { by: 'test', isSample: false });
    expect((await test.directory.current()).findPerson('priya-nair')?.name).toBe('Priya Two');
  });

  it('that is not sound changes nothing', async () => {
    const files = await readDirectoryFiles(SAMPLE);
    const refused = await test.directory.importDirectory(
      { ...files, queues: '' },
      { by: 'test', isSample: false },
    );
    expect(refused.outcome).toBe('refused');
    expect((await test.directory.current()).version).toBe(1);
  });

  it('keeps ten versions', async () => {
    for (let index = 0; index < 14; index += 1) {
      await importChanged('Europe/Dublin', index % 2 === 0 ? 'Europe/Madrid' : 'Europe/Lisbon');
    }
    let undone = 0;
    while ((await test.directory.undo()).outcome === 'undone') undone += 1;
    expect(undone).toBe(9);
  });
});

describe('who is asking', () => {
  function asker(changes: Partial<Asker> & { mail?: string | null }): Asker {
    const { mail = null, ...rest } = changes;
    return {
      userId: '29:someone',
      aadObjectId: 'aad-someone',
      name: 'Priya Nair',
      tenantId: HOME_TENANT,
      findMail: () => Promise.resolve(mail),
      ...rest,
    };
  }
  const recognise = async (changes: Parameters<typeof asker>[0]) => {
    const { person, partner, isOperator } = await test.directory.recognise(asker(changes));
    return { person: person?.id ?? null, partner: partner?.id ?? null, isOperator };
  };

  it('is a partner by the tenant of the conversation', async () => {
    expect(await recognise({ tenantId: NORTHWIND_TENANT.toUpperCase() })).toMatchObject({
      partner: 'northwind-traders',
    });
  });

  it('is a partner’s guest in our tenant by mail domain', async () => {
    expect(await recognise({ mail: 'Maya@Tailspintoys.com' })).toMatchObject({ partner: 'tailspin-toys' });
  });

  it('is a partner’s guest by a free mail domain too, where partners.csv names it', async () => {
    const files = await readDirectoryFiles(SAMPLE);
    const partners = files.partners.replace('proseware.com', 'gmx.at');
    const imported = await test.directory.importDirectory(
      { ...files, partners },
      { by: 'test', isSample: false },
    );
    expect(imported).toMatchObject({ outcome: 'imported', warnings: [{ file: 'partners', line: 5 }] });
    expect(await recognise({ mail: 'max@gmx.at' })).toMatchObject({ partner: 'proseware' });
    expect(await recognise({ mail: 'max@gmx.de' })).toMatchObject({ partner: null });
  });

  it.each([
    ['a consumer address', { mail: 'northwindtraders@gmail.com' }],
    ['a domain that only ends like it', { mail: 'maya@not-northwindtraders.com' }],
    ['a subdomain', { mail: 'maya@mail.northwindtraders.com' }],
    [
      'an unknown tenant, whatever the mail says',
      { tenantId: 'elsewhere', mail: 'maya@northwindtraders.com' },
    ],
    ['a name alone', { mail: null }],
    ['no tenant and no mail', { tenantId: null }],
    ['a mail that no tenant vouches for', { tenantId: null, mail: 'maya@northwindtraders.com' }],
  ])('is a stranger with %s', async (_, changes) => {
    expect(await recognise(changes)).toEqual({ person: null, partner: null, isOperator: false });
  });

  it('is one of ours by mail at first contact, and by account from then on', async () => {
    expect(await recognise({ mail: 'PRIYA.NAIR@contoso.com' })).toMatchObject({
      person: 'priya-nair',
      partner: null,
    });
    expect(await recognise({ mail: null, name: 'Renamed' })).toMatchObject({ person: 'priya-nair' });
    expect(await recognise({ mail: 'priya.nair@contoso.com', aadObjectId: 'aad-other' })).toMatchObject({
      person: 'priya-nair',
    });
    expect(await test.directory.findTeamsUserId('priya-nair')).toBe('29:someone');
  });

  it('is not asked for a mail address once the account is linked', async () => {
    await recognise({ mail: 'priya.nair@contoso.com' });
    const silent = () => Promise.reject(new Error('Teams was asked.'));
    const known = await test.directory.recognise({ ...asker({}), findMail: silent });
    expect(known.person?.id).toBe('priya-nair');
  });

  it('is none of ours with our colleague’s address in another tenant', async () => {
    expect(await recognise({ tenantId: 'elsewhere', mail: 'priya.nair@contoso.com' })).toMatchObject({
      person: null,
    });
  });

  it('is nobody of ours any more once the row is gone', async () => {
    expect(await recognise({ mail: 'jonas.weber@contoso.com' })).toMatchObject({ person: 'jonas-weber' });
    await importChanged('jonas', 'joachim');
    expect(await recognise({ mail: 'jonas.weber@contoso.com' })).toMatchObject({ person: null });
  });

  it('is an operator by account or by mail, the latter only at home', async () => {
    expect(await recognise({ aadObjectId: 'aad-otto', tenantId: 'elsewhere' })).toMatchObject({
      isOperator: true,
    });
    expect(await recognise({ mail: 'olga@contoso.com' })).toMatchObject({ isOperator: true });
    expect(await recognise({ mail: 'olga@contoso.com', tenantId: 'elsewhere' })).toMatchObject({
      isOperator: false,
    });
  });
});

describe('someone who is mentioned', () => {
  const mention = (userId: string, mail: string | null, aadObjectId: string | null = null) =>
    test.directory.findMentioned({ userId, aadObjectId, name: 'P', findMail: () => Promise.resolve(mail) });

  it('is who has the account, else who has the mail address, and nobody by name alone', async () => {
    const asker = { userId: '29:priya', aadObjectId: 'aad-priya', name: 'x', tenantId: HOME_TENANT };
    await test.directory.recognise({ ...asker, findMail: () => Promise.resolve('priya.nair@contoso.com') });
    expect(await mention('29:priya', null)).toMatchObject({ id: 'priya-nair' });
    expect(await mention('29:elsewhere', null, 'AAD-PRIYA')).toMatchObject({ id: 'priya-nair' });
    expect(await mention('29:tom', 'Tom.Okafor@contoso.com')).toMatchObject({ id: 'tom-okafor' });
    expect(await mention('29:tom', null)).toBeNull();
  });
});

describe('someone who is away', () => {
  it('is so on the first and the last day, by their own calendar', async () => {
    await importChanged('Europe/Dublin,tom-okafor,,', 'Pacific/Auckland,tom-okafor,2026-08-03,2026-08-07');
    const priya = (await test.directory.current()).findPerson('priya-nair')!;
    const at = (time: string) => isAway(priya, Date.parse(time));
    expect(at('2026-08-02T11:59:00Z')).toBe(false);
    expect(at('2026-08-02T12:00:00Z')).toBe(true);
    expect(at('2026-08-07T11:59:00Z')).toBe(true);
    expect(at('2026-08-07T12:00:00Z')).toBe(false);
  });
});

describe('the directory command', () => {
  it('imports, exports what it imported, and refuses an empty folder', async () => {
    const { folder, remove } = makeTemporaryFolder();
    const made = await makeTestDatabase();
    const lines: string[] = [];
    const run = (...args: string[]) =>
      runDirectoryCommand({
        args,
        database: made.options,
        routingRules: [],
        by: 'test',
        print: (line) => lines.push(line),
      });
    expect(await run('import', SAMPLE, '--dry-run')).toBe(0);
    expect(await run('show')).toBe(1);
    expect(await run('import', SAMPLE)).toBe(0);
    expect(lines).toContain('+ people priya-nair');
    expect(await run('export', path.join(folder, 'out'))).toBe(0);
    expect(parseDirectory(await readDirectoryFiles(path.join(folder, 'out'))).content).toEqual(
      parseDirectory(await readDirectoryFiles(SAMPLE)).content,
    );
    expect(await run('import', folder)).toBe(1);
    expect(lines.at(-1)).toContain('partners.csv');
    const storage = await openStorage(made.options);
    expect(await storage.directoryStore.readVersion(storage.database.direct)).toBe(1);
    await storage.database.close();
    await made.remove();
    remove();
  });
});
