/** The doctor, and one broken set-up for each check that looks into the database, on both engines. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { checks } from '../../src/cli/doctor/checks';
import { readDirectoryFiles } from '../../src/directory/files';
import { engine, makeTemporaryFolder, makeTestDatabase } from '../support/database';
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
import { envOf, examine } from '../support/doctor';
import { ScriptedModel } from '../support/scripted-model';

const DAY_MS = 24 * 60 * 60 * 1000;
const GUID = '12345678-1234-4234-8234-123456789abc';
const REGISTERED = { BOT_ID: GUID, BOT_TENANT_ID: GUID, BOT_PASSWORD: 'a.secret~of-34.characters' };

let test: TestDesk;
let here: ReturnType<typeof makeTemporaryFolder>;
beforeEach(async () => {
  test = await openTestDesk();
  here = makeTemporaryFolder();
});
afterEach(async () => {
  await test.close();
  here.remove();
});

/** The doctor in local mode over the test's own database and clock. */
function look(env: Record<string, string> = {}) {
  return examine({ env: { PARTNER_DESK_LOCAL: '1', ...envOf(test.options), ...env }, clock: test.clock });
}

/** The same outside local mode. */
function lookRegistered(env: Record<string, string> = {}) {
  return examine({ env: { ...REGISTERED, ...envOf(test.options), ...env }, clock: test.clock });
}

async function register(queueId: string): Promise<void> {
  const by = await person(test.directory, 'amara-diallo', true);
  const command = { by, queue: queueId, teamName: 'Team', channelName: 'Channel' };
  const outcome = await test.desk.registerQueue({ ...command, address: channelAddress(queueId) });
  expect(outcome.outcome).toBe('registered');
}

async function submit(): Promise<string> {
  const anna = await requester(test.directory, 'northwind-traders', 'Anna');
  const address = personalAddress(anna.userId);
  const submitted = await test.desk.submit({
    by: anna,
    input: submission(),
    address,
    confirmationActivityId: null,
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  return submitted.request.id;
}

describe('the doctor', () => {
  describe('on a model', () => {
    let model: ScriptedModel;
    beforeEach(async () => {
      model = await ScriptedModel.start();
    });
    afterEach(() => model.stop());
    const lookAtModel = async (env: Record<string, string> = {}) => {
      const { of } = await look({ MODEL_URL: model.url, MODEL_NAME: 'some-model', ...env });
      return of('model')[0];
    };

    it('says that it is off', async () => {
      expect((await look()).of('model')).toMatchObject([{ severity: 'ok' }]);
    });

    it('is content with one that chooses from the content', async () => {
      model.script = (asked) => {
        const [id, door] =
          /^([a-z-]+) \| ([a-z-]+) \| none \|/m.exec(asked.body.messages[0]?.content ?? '')?.slice(1) ?? [];
        const part = String(ScriptedModel.readUser(asked)['message']);
        const answers = [{ id, part, verdict: 'none' }];
        return { says: { answers, door, request: null, language: 'en', translation: null } };
      };
      expect(await lookAtModel()).toMatchObject({ severity: 'ok' });
    });

    it.each([
      ['a wrong key', { status: 401 }, 'MODEL_KEY'],
      ['a model that there is not', { status: 404 }, 'MODEL_NAME'],
      ['no capacity', { status: 429, headers: { 'retry-after': '60' } }, 'MODEL_URL'],
      ['no endpoint', 'reset' as const, 'MODEL_URL'],
      ['a model that invents', { says: { answers: [{ id: 'x', part: 'y', verdict: 'in' }] } }, 'MODEL_NAME'],
    ])('warns of %s', async (_name, fault, where) => {
      model.answerInTurn(fault);
      const finding = await lookAtModel({ MODEL_KEY: 'a-very-secret-key' });
      expect(finding).toMatchObject({ severity: 'warn', where });
      expect(JSON.stringify(finding)).not.toContain('a-very-secret-key');
    });
  });

  it('finds all in order with a set-up that is', async () => {
    for (const queue of ['pdm-emea', 'pts-emea', 'catch-all']) await register(queue);
    test.clock.advance(Date.now() - test.clock.nowMs());
    const found = await look();
    // A server's disk is watched there.
    const isElsewhere = (name: string) => engine === 'postgres' && name === 'disk';
    for (const { name } of checks)
      expect(found.of(name)).toMatchObject([{ severity: isElsewhere(name) ? 'skip' : 'ok' }]);
    expect(found).toMatchObject({ code: 0, healthy: true });
  });

  it('has a file and a place in the list for each check, each with a name of its own', () => {
    const files = readdirSync(path.join(__dirname, '../../src/cli/doctor/checks'));
    expect(checks).toHaveLength(files.length);
    expect(new Set(checks.map(({ name }) => name)).size).toBe(files.length);
  });

  it('exits 0 when it only warns', async () => {
    await register('catch-all');
    test.clock.advance(Date.now() - test.clock.nowMs());
    const { code, of } = await look();
    expect(of('queues').map(({ severity }) => severity)).toEqual(['warn', 'warn']);
    expect(code).toBe(0);
  });

  it('changes nothing: a database that is not there yet stays away', async () => {
    const DATA_DIR = path.join(here.folder, 'deep');
    const { of } = await examine({ env: { PARTNER_DESK_LOCAL: '1', DATA_DIR } });
    expect(of('database')).toMatchObject([
      { severity: 'warn', what: expect.stringMatching(/no database yet/) },
    ]);
    expect(readdirSync(here.folder)).toEqual([]);
  });
});

describe('of the database it', () => {
  it('reports that it is unreachable, without a secret, and continues with the rest', async () => {
    writeFileSync(path.join(here.folder, 'partner-desk.db'), 'A letter to my aunt. '.repeat(200));
    const away =
      engine === 'postgres'
        ? { DATABASE_URL: 'postgres://desk:top-secret@127.0.0.1:1/desk' }
        : { DATA_DIR: here.folder };
    const { code, of, text } = await look(away);
    expect(of('database')).toMatchObject([
      { severity: 'fail', what: expect.stringMatching(/Can’t open the database/) },
    ]);
    expect(of('queues')).toMatchObject([
      { severity: 'skip', what: expect.stringMatching(/can’t be opened/) },
    ]);
    expect(of('content')).toHaveLength(1);
    expect(code).toBe(1);
    expect(text).not.toContain('top-secret');
  });

  it('names half a file, and random pages', async () => {
    if (engine !== 'libsql') return;
    const { database } = test.storage;
    await database.checkpoint();
    const { DATA_DIR = '' } = envOf(test.options);
    const whole = readFileSync(path.join(DATA_DIR, 'partner-desk.db'));
    const copy = path.join(here.folder, 'partner-desk.db');
    const findIn = async (bytes: Buffer) => {
      writeFileSync(copy, bytes);
      const { of, code } = await look({ DATA_DIR: here.folder });
      expect(code).toBe(1);
      return of('database');
    };
    const half = whole.subarray(0, 4_096 * Math.floor(whole.length / 8_192));
    const named = /is damaged|malformed|cannot be opened/;
    expect(await findIn(half)).toMatchObject([{ severity: 'fail', what: expect.stringMatching(named) }]);
    rmSync(here.folder, { recursive: true });
    mkdirSync(here.folder);
    const random = Buffer.concat([whole.subarray(0, 8_192), Buffer.alloc(whole.length - 8_192, 0x5a)]);
    expect(await findIn(random)).toMatchObject([{ severity: 'fail', what: expect.stringMatching(named) }]);
  });

  it('tells that nothing can be stored', async () => {
    const { direct } = test.storage.database;
    if (engine === 'postgres') {
      const name = new URL(envOf(test.options)['DATABASE_URL'] ?? '').pathname.slice(1);
      await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(direct);
      expect((await look()).of('database')).toMatchObject([{ severity: 'fail' }]);
      return;
    }
    const found = await test.storage.database.transaction(() => look());
    expect(found.of('database')).toMatchObject([{ severity: 'fail', what: expect.stringMatching(/locked/) }]);
  });
});

describe('of migrations it', () => {
  it('tells what the next start makes, and makes nothing', async () => {
    const empty = await makeTestDatabase('empty');
    if ('file' in empty.options) writeFileSync(empty.options.file, '');
    test.clock.advance(Date.now() - test.clock.nowMs());
    for (let twice = 0; twice < 2; twice += 1) {
      const { of, code } = await look(envOf(empty.options));
      expect(of('migrations')).toMatchObject([{ severity: 'warn', what: expect.stringContaining('0001') }]);
      expect(of('outbox')).toMatchObject([{ what: expect.stringMatching(/pending migrations/) }]);
      expect(code).toBe(0);
    }
    await empty.remove();
  });

  it('says that a database from before the first release can’t be updated', async () => {
    await sql`update kysely_migration set name = '0001-engagement-desk'`.execute(
      test.storage.database.direct,
    );
    expect((await look()).of('migrations')).toMatchObject([
      { severity: 'fail', what: expect.stringContaining('set DATA_DIR or DATABASE_URL') },
    ]);
  });

  it('tells that a newer version has been here', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2999-01-01')`.execute(
      test.storage.database.direct,
    );
    expect((await look()).of('migrations')).toMatchObject([
      { severity: 'warn', what: expect.stringContaining('9999-of-tomorrow') },
    ]);
  });
});

describe('of the clock it', () => {
  it('tells that it goes wrong, where there is another one', async () => {
    test.clock.advance(Date.now() + 5 * 60_000 - test.clock.nowMs());
    expect((await look()).of('clock')).toMatchObject([{ severity: engine === 'postgres' ? 'fail' : 'ok' }]);
    test.clock.advance(30_000 - 5 * 60_000);
    expect((await look()).of('clock')).toMatchObject([{ severity: engine === 'postgres' ? 'warn' : 'ok' }]);
  });
});

describe('of the directory it', () => {
  it('tells that there is none, and that it is the sample where it must not be', async () => {
    expect((await lookRegistered()).of('directory')).toMatchObject([{ severity: 'fail' }]);
    await sql`delete from directory_versions`.execute(test.storage.database.direct);
    expect((await lookRegistered()).of('directory')).toMatchObject([
      { severity: 'fail', what: 'No directory has been imported' },
    ]);
  });

  it('tells its age', async () => {
    const files = await readDirectoryFiles(SAMPLE);
    await test.directory.importDirectory(files, { by: 'test', isSample: false });
    expect((await lookRegistered()).of('directory')).toMatchObject([{ severity: 'ok' }]);
    test.clock.advance(181 * DAY_MS);
    expect((await lookRegistered()).of('directory')).toMatchObject([
      { severity: 'warn', what: 'The directory was imported 181 days ago' },
    ]);
  });

  it('tells that this version cannot read it', async () => {
    await sql`update directory_versions set content = '{"people":"Priya Nair"}'`.execute(
      test.storage.database.direct,
    );
    const { of, text } = await look();
    expect(of('directory')).toMatchObject([
      { severity: 'fail', what: expect.stringMatching(/can’t read the current directory/) },
    ]);
    expect(text).not.toContain('Priya');
  });
});

describe('of queues it', () => {
  it('tells which has no channel, and that the catch-all must have one', async () => {
    await register('pdm-emea');
    expect((await look()).of('queues')).toMatchObject([
      {
        severity: 'warn',
        where: 'pts-emea',
        what: expect.stringMatching(/^pts-emea has no registered channel/),
      },
      { severity: 'fail', where: 'catch-all' },
    ]);
  });

  it('tells that a channel is gone', async () => {
    for (const queue of ['pdm-emea', 'pts-emea', 'catch-all']) await register(queue);
    await test.desk.leaveConversation(channelAddress('pts-emea'));
    expect((await look()).of('queues')).toMatchObject([
      {
        severity: 'warn',
        where: 'pts-emea',
        what: expect.stringMatching(/has blocked the bot from posting in its channel/),
      },
    ]);
  });

  it('tells which has no lead, and which only one', async () => {
    for (const queue of ['pdm-emea', 'pts-emea', 'catch-all']) await register(queue);
    const { direct } = test.storage.database;
    const change = (from: string, to: string) =>
      sql`update directory_versions set content = replace(content, ${from}, ${to})`.execute(direct);
    await change('"lead":"amara-diallo"', '"lead":"who-left"');
    const { of, text } = await look();
    expect(of('queues')).toMatchObject(
      ['pdm-emea', 'pts-emea', 'catch-all'].map((id) => ({ severity: 'fail', where: id })),
    );
    expect(text).not.toContain('who-left');
    await change('"lead":"who-left"', '"lead":"amara-diallo"');
    await change('"role":"PTS"', '"role":"PDM"');
    await change(
      '"role":"PDM","region":"EMEA","solutionArea"',
      '"role":"PTS","region":"EMEA","solutionArea"',
    );
    expect((await look()).of('queues')[0]).toMatchObject({
      severity: 'warn',
      what: 'Only its lead can work on it',
    });
  });
});

describe('of requests it', () => {
  it('reports which one’s owner or queue is gone, without a name', async () => {
    const id = await submit();
    await test.desk.claim(await person(test.directory, 'priya-nair'), { id });
    const { direct } = test.storage.database;
    await sql`update requests set owner_id = 'who-left', queue_id = 'closed'`.execute(direct);
    const { of, text } = await look();
    expect(of('requests')).toMatchObject([
      {
        severity: 'warn',
        what: 'The owner of these requests is no longer in the directory',
        where: 'PD-0001',
      },
      {
        severity: 'warn',
        what: 'The queue of these requests is no longer in the directory',
        where: 'PD-0001',
      },
    ]);
    for (const name of ['who-left', 'Anna', 'Priya', 'priya', 'Fabrikam', 'Northwind'])
      expect(text).not.toContain(name);
  });

  it('reports by its number one that is damaged', async () => {
    await submit();
    const { direct } = test.storage.database;
    await sql`update requests set background = '{'`.execute(direct);
    const { of } = await look();
    expect(of('requests')).toMatchObject([{ severity: 'fail', where: 'PD-0001' }]);
  });
});

describe('of the outbox it', () => {
  /** Which ones it is about, and what can be done with each. */
  const listed = expect.stringContaining('npm run outbox');

  it('tells what is due and not taken up, what waits, and what was lost', async () => {
    await register('pdm-emea');
    await submit();
    expect((await look()).of('outbox')).toMatchObject([
      { severity: 'ok', what: expect.stringMatching(/pending/) },
    ]);
    test.clock.advance(6 * 60_000);
    expect((await look()).of('outbox')).toMatchObject([
      { severity: 'fail', what: expect.stringMatching(/due for 6 min/) },
    ]);
    const { direct } = test.storage.database;
    const settle = (state: string) => sql`update outbox set state = ${state}`.execute(direct);
    await settle('unsure');
    expect((await look()).of('outbox')).toMatchObject([
      { severity: 'warn', where: 'outbox, unsure', next: listed },
    ]);
    await settle('failed');
    expect((await look()).of('outbox')).toMatchObject([
      { severity: 'warn', where: 'outbox, failed', next: listed },
    ]);
    await settle('waiting');
    expect((await look()).of('outbox')).toMatchObject([{ severity: 'ok' }]);
    test.clock.advance(2 * DAY_MS);
    expect((await look()).of('outbox')).toMatchObject([
      { severity: 'warn', where: 'outbox, waiting', next: listed },
    ]);
  });

  it('takes a delivery whose dispatcher died for stuck', async () => {
    await submit();
    const leaseUntil = test.clock.nowMs() + 1;
    await sql`update outbox set state = 'sending', lease_until_ms = ${leaseUntil}`.execute(
      test.storage.database.direct,
    );
    test.clock.advance(6 * 60_000);
    expect((await look()).of('outbox')[0]).toMatchObject({ severity: 'fail' });
  });
});

describe('of the content it', () => {
  it('tells of a rule that routes to a queue that is not there', async () => {
    const overlay = makeTemporaryFolder();
    const rules = ['- id: moon', '  to: queue:moon', '  because: it is far', '  example:'];
    const example = ['    partner: null', '    expect: { queue: moon, person: null }'];
    const last = ['- id: rest', '  to: catch-all', '  because: it is nobody’s'];
    writeFileSync(path.join(overlay.folder, 'routing.yaml'), [...rules, ...example, ...last].join('\n'));
    expect((await look({ CONTENT_DIR: overlay.folder })).of('content')).toMatchObject([
      { severity: 'warn', what: expect.stringContaining('queue:moon') },
    ]);
    overlay.remove();
  });
});
