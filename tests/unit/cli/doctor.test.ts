/** Breaks one thing for each of the doctor's checks that need no database. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { weighCards } from '../../../src/cli/doctor/checks/cards';
import { lookAtDisk } from '../../../src/cli/doctor/checks/disk';
import { judgeTimeZones } from '../../../src/cli/doctor/checks/time-zones';
import { drawExhibits } from '../../../src/cli/exhibits';
import { makeTemporaryFolder } from '../../support/database';
import { examine, makeProject } from '../../support/doctor';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_MS = Date.UTC(2026, 10, 23, 10);
const clock = { nowMs: () => NOW_MS };
const GUID = '12345678-1234-4234-8234-123456789abc';
const REGISTERED = { BOT_ID: GUID, BOT_TENANT_ID: GUID, BOT_PASSWORD: 'a.secret~of-34.characters' };

let here: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  here = makeTemporaryFolder();
});
afterEach(() => {
  here.remove();
});

/** A folder without a database. */
function place(): Record<string, string> {
  return { DATA_DIR: path.join(here.folder, 'data') };
}

function look(env: Record<string, string> = {}) {
  return examine({ env: { PARTNER_DESK_LOCAL: '1', ...place(), ...env }, clock });
}

/** Examines it outside local mode. */
function lookRegistered(env: Record<string, string> = {}) {
  return examine({ env: { ...REGISTERED, ...place(), ...env }, clock });
}

describe('of Node.js it', () => {
  it('tells that it is too old', async () => {
    const { code, of } = await examine({ env: place(), nodeVersion: '20.18.9' });
    expect(of('node')).toMatchObject([{ severity: 'fail', what: 'Node.js 20.18.9 is too old' }]);
    expect(code).toBe(1);
  });
});

describe('of variables it', () => {
  it('names what is wrong with one, without its value', async () => {
    const { of, text } = await look({ PORT: 'over-there', RETAIN_DELIVERIES_DAYS: '9999' });
    expect(of('variables').map(({ where }) => where)).toEqual(['PORT']);
    expect(text).not.toContain('over-there');
    expect((await look({ RETAIN_DELIVERIES_DAYS: '9999' })).of('variables')).toMatchObject([
      { severity: 'fail', where: 'RETAIN_DELIVERIES_DAYS' },
    ]);
  });

  it.each([
    ['READY_REQUIRES', 'everything', 'must name some of database, understanding, outbox'],
    ['DRAIN_SECONDS', '99', 'must be a whole number from 0 to 60'],
    ['DATABASE_POOL_SIZE', '0', 'must be a whole number from 1 to 100'],
    ['READY_OUTBOX_SECONDS', '1', 'must be a whole number from 5 to 86400'],
    ['PORT', '70000', 'must be a whole number from 0 to 65535'],
    ['LOG_LEVEL', 'loud', 'must be one of silent, fatal, error, warn, info, debug, trace'],
    ['BOT_TYPE', 'MultiTenant', 'must be SingleTenant or UserAssignedMSI'],
  ])('says of %s=%s what it must be, as the start does', async (name, value, must) => {
    const { code, of } = await look({ [name]: value });
    expect(of('variables')).toMatchObject([{ severity: 'fail', where: name, what: `${name} ${must}` }]);
    expect(code).toBe(1);
  });

  it('finds a misspelt one in the process and in the files, and one that nobody reads', async () => {
    const root = makeProject(here.folder, {
      '.env.test': 'LOG_LEVLE=info\nTEAMS_APP_ID=1\nTEA_TIME=5\n',
      '.env.test.user': 'BOT_PASWORD=geheim\n',
    });
    const env = { PARTNER_DESK_LOCAL: '1', PARTNER_DESK_ENV: 'test', DATABSE_URL: 'postgres://u:geheim@h/d' };
    const { of, text } = await examine({ env: { ...env, ...place() }, root });
    expect(of('variables')).toMatchObject([
      { severity: 'warn', what: 'Unknown variable LOG_LEVLE', next: 'Did you mean LOG_LEVEL?' },
      { severity: 'warn', what: 'Unknown variable TEA_TIME' },
      { severity: 'warn', what: 'Unknown variable BOT_PASWORD', where: 'env/.env.test.user' },
      { severity: 'warn', what: 'Unknown variable DATABSE_URL', where: 'the process' },
    ]);
    expect(text).not.toContain('geheim');
  });

  it('takes no empty line of the secrets for a setting, as both files are copies of one', async () => {
    const root = makeProject(here.folder, {
      '.env.test': `BOT_ID=${GUID}\nBOT_TENANT_ID=${GUID}\nBOT_PASSWORD=\n`,
      '.env.test.user': 'BOT_ID=\nBOT_TENANT_ID=\nBOT_PASSWORD=a.secret~of-34.characters\n',
    });
    const { of } = await examine({ env: { PARTNER_DESK_ENV: 'test', ...place() }, root });
    expect(of('credentials')).toMatchObject([{ severity: 'ok' }]);
  });

  it('misses the file that PARTNER_DESK_ENV names', async () => {
    const { of } = await look({ PARTNER_DESK_ENV: 'nowhere' });
    expect(of('variables')).toMatchObject([{ severity: 'warn', where: 'env/.env.nowhere' }]);
  });
});

describe('of credentials it', () => {
  it('names what is missing', async () => {
    const { of } = await lookRegistered({ BOT_ID: '', BOT_PASSWORD: '' });
    expect(of('credentials').map(({ where }) => where)).toEqual(['BOT_ID', 'BOT_PASSWORD']);
  });

  it('takes the id of a secret for what it is, and shows neither', async () => {
    const id = '99999999-8888-4777-8666-555555555555';
    const { of, text } = await lookRegistered({ BOT_PASSWORD: id, BOT_ID: 'not-a-guid' });
    expect(of('credentials').map(({ where, severity }) => [where, severity])).toEqual([
      ['BOT_ID', 'fail'],
      ['BOT_PASSWORD', 'fail'],
    ]);
    expect(text).not.toContain(id);
    expect(text).not.toContain('not-a-guid');
  });

  it.each([
    [31, 'ok'],
    [30, 'warn'],
    [0, 'warn'],
    [-1, 'fail'],
  ])('with %i days left of the secret says %s', async (days, severity) => {
    const end = new Date(Math.floor(NOW_MS / DAY_MS + days) * DAY_MS + DAY_MS).toISOString();
    const { of, text } = await lookRegistered({ BOT_PASSWORD_EXPIRES: end.slice(0, 10) });
    expect(of('credentials')).toMatchObject([{ severity }]);
    expect(text).not.toContain(REGISTERED.BOT_PASSWORD);
  });
});

describe('of the app type it', () => {
  it.each([
    ['MultiTenant', {}, 'fail', /^Multi-tenant bots aren’t supported/],
    ['Cloudy', {}, 'fail', /^Unknown BOT_TYPE/],
    ['UserAssignedMSI', {}, 'warn', /BOT_PASSWORD is set, but/],
    ['UserAssignedMSI', { BOT_PASSWORD: '' }, 'ok', /UserAssignedMSI/],
  ])('%s says %j', async (BOT_TYPE, env, severity, what) => {
    const { of } = await lookRegistered({ BOT_TYPE, ...env });
    expect(of('app type')).toMatchObject([{ severity, what: expect.stringMatching(what) }]);
  });
});

describe('of the manifest it', () => {
  it('reports which samples are in use, and what is not valid', async () => {
    expect((await lookRegistered()).of('manifest')).toMatchObject([
      { severity: 'warn', what: expect.stringContaining('TEAMS_APP_ID') },
    ]);
    const root = makeProject(here.folder, {});
    writeFileSync(path.join(root, 'teamsapp', 'color.png'), 'no picture');
    const { of } = await examine({ env: { PARTNER_DESK_LOCAL: '1', ...place() }, root });
    expect(of('manifest')).toMatchObject([{ severity: 'fail', what: "color.png isn't a PNG file" }]);
  });
});

describe('of the disk it', () => {
  it('tells that there is little room', async () => {
    const limits = { warnBelowBytes: Number.MAX_SAFE_INTEGER, failBelowBytes: 1 };
    const file = path.join(here.folder, 'not', 'made', 'yet.db');
    const found = await lookAtDisk({ databaseOptions: { file } }, limits);
    expect(found).toMatchObject([{ severity: 'warn', where: here.folder }]);
    const full = { ...limits, failBelowBytes: Number.MAX_SAFE_INTEGER };
    expect(await lookAtDisk({ databaseOptions: { file } }, full)).toMatchObject([{ severity: 'fail' }]);
  });
});

describe('of time zones it', () => {
  it('tells that the data is wrong or lacks what the directory names', () => {
    const noSummer = (_zone: string, atMs: number) => new Date(atMs).getUTCHours();
    expect(judgeTimeZones([], noSummer).map(({ where }) => where)).toEqual([
      'Europe/Dublin',
      'Australia/Sydney',
    ]);
    expect(judgeTimeZones(['Europe/Dublin', 'Mars/Olympus'])).toMatchObject([
      { severity: 'fail', where: 'Mars/Olympus' },
    ]);
  });
});

describe('of the content it', () => {
  it('tells what is invalid, with file and line', async () => {
    mkdirSync(path.join(here.folder, 'faq'));
    writeFileSync(path.join(here.folder, 'faq', 'desk-is.md'), '---\ntitle: Half\n---\n');
    const { of, code } = await look({ CONTENT_DIR: here.folder });
    expect(of('content')[0]).toMatchObject({
      severity: 'fail',
      where: expect.stringMatching(/desk-is\.md:\d+$/),
    });
    expect(code).toBe(1);
    const missing = await look({ CONTENT_DIR: path.join(here.folder, 'nowhere') });
    expect(missing.of('content')).toMatchObject([{ severity: 'fail' }]);
  });

  it('tells which translation is out of date, with file and line', async () => {
    const folder = path.join(here.folder, 'translations', 'de');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'programmes.yaml'), 'tpd:\n  summary@00000000: Eine alte Fassung.\n');
    const { of, code } = await look({ CONTENT_DIR: here.folder });
    expect(of('content')).toMatchObject([
      {
        severity: 'warn',
        where: 'translations/de/programmes.yaml:2',
        next: expect.stringContaining('--untranslated de'),
      },
    ]);
    expect(code).toBe(0);
  });

  it('tells what is to be reviewed, ten of them, and a route to nowhere', async () => {
    const clock = { nowMs: () => NOW_MS + 10 * 365 * DAY_MS };
    const found = (await examine({ env: { PARTNER_DESK_LOCAL: '1', ...place() }, clock })).of('content');
    expect(found).toHaveLength(11);
    expect(found[0]).toMatchObject({
      severity: 'warn',
      what: expect.stringMatching(/^Review was due by 20/),
    });
    expect(found[10]).toMatchObject({ what: expect.stringMatching(/^and \d+ more$/) });
  });
});

describe('of cards it', () => {
  it('tells which sample Teams would refuse', () => {
    const [exhibit] = drawExhibits('en');
    const [drawn] = Object.values(exhibit?.samples ?? {});
    const content = { ...drawn!.content, fallbackText: 'ø'.repeat(15_000) };
    expect(weighCards([{ name: 'fat', samples: { long: { ...drawn!, content } } }])).toMatchObject([
      { severity: 'fail', where: 'fat, sample "long"' },
    ]);
  });
});
