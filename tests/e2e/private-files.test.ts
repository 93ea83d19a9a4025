/** The real process and command: what they write holds personal data, and only their account can read it. */
import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';
import { BotProcess } from '../support/bot-process';

it('files and folders of the bot and its commands are for their account only', async () => {
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'partner-desk-')), 'data');
  const bot = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'silent' }, dataDir);
  try {
    const copy = path.join(dataDir, 'copies', 'backup.db');
    const command = path.join(findProjectRoot(), 'dist/src/cli/backup.js');
    const { status } = spawnSync(process.execPath, [command, copy], { env: { DATA_DIR: dataDir } });
    expect(status).toBe(0);
    const names = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
    expect(names).toContain('partner-desk.db');
    for (const name of ['.', ...names])
      expect([name, statSync(path.join(dataDir, name)).mode & 0o077]).toEqual([name, 0]);
  } finally {
    await bot.stop();
    bot.removeData();
  }
});
