/** A backup is taken beside the running bot and put back under another one. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/shared/project-root';
import { BotProcess } from '../support/bot-process';
import { personal, says } from '../support/activities';
import { textOf } from '../support/fake-connector';
import { Journey, PDM_CHANNEL, people } from '../support/journey';

const { maya } = people;

let journey: Journey;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'partner-desk-backup-'));
  journey = await Journey.start();
  await journey.openQueues();
}, 60_000);
afterAll(async () => {
  await journey.connector.stop();
  await journey.bot.stop();
  journey.bot.removeData();
  rmSync(folder, { recursive: true });
});

function backUp(file: string, env: Record<string, string> = { DATA_DIR: journey.bot.dataDir }) {
  const program = path.join(findProjectRoot(), 'dist/src/cli/main.js');
  return spawnSync(process.execPath, [program, 'backup', file], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
  });
}

it('holds what was there at that moment, and a bot continues from it with the same numbers', async () => {
  await journey.request(maya, 'new request', { serviceId: 'proof-of-concept', customer: 'Fabrikam' });
  await journey.arrived(PDM_CHANNEL, 'POST', /PD-0001/);
  const file = path.join(folder, 'deep', 'desk.backup');
  expect(backUp(file)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Backup written and checked/),
  });
  await journey.request(maya, 'new request', { serviceId: 'rfp-rfi-advice', customer: 'Litware' });
  await journey.arrived(PDM_CHANNEL, 'POST', /PD-0002/);

  // As the operators' page says: into an empty DATA_DIR, without the old file's -wal and -shm.
  const dataDir = mkdtempSync(path.join(folder, 'restored-'));
  copyFileSync(file, path.join(dataDir, 'partner-desk.db'));
  const restored = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'warn' }, dataDir);
  const from = journey.connector.calls.length;
  await restored.post(personal(journey.connector, maya, says('my requests')));
  const said = journey.connector.calls
    .slice(from)
    .map(({ activity }) => textOf(activity))
    .join('\n');
  expect(said).toContain('PD-0001');
  expect(said).not.toContain('PD-0002');
  const cards = journey.connector.findInChannels('PD-0001').filter(({ method }) => method === 'POST');
  expect(cards).toHaveLength(1);
  expect(await restored.stop()).toBe(0);
}, 60_000);

it('replaces no file, and needs a database', () => {
  const file = path.join(folder, 'mine');
  writeFileSync(file, 'something of mine');
  expect(backUp(file)).toMatchObject({ status: 1, stdout: expect.stringMatching(/already exists/) });
  const nowhere = path.join(folder, 'nowhere');
  expect(backUp(path.join(folder, 'new'), { DATA_DIR: nowhere })).toMatchObject({ status: 1 });
  expect(existsSync(nowhere)).toBe(false);
});

it('of PostgreSQL is left to its own tool, whose name is said without the secret', () => {
  const { status, stdout } = backUp('file', { DATABASE_URL: 'postgres://desk:top-secret@127.0.0.1:1/desk' });
  expect(status).toBe(1);
  expect(stdout).toContain('pg_dump');
  expect(stdout).not.toContain('top-secret');
});
