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
    const commands = [
      ['backup', copy],
      ['directory', 'export', path.join(dataDir, 'directory')],
      ['requests', 'export', 'pdm-emea', path.join(dataDir, 'requests.csv')],
    ];
    const program = path.join(findProjectRoot(), 'dist/src/cli/main.js');
    for (const args of commands) {
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
        env: { DATA_DIR: dataDir },
      });
      const [name] = args;
      expect([name, status, stderr.toString()]).toEqual([name, 0, '']);
    }
    const names = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
    for (const name of ['partner-desk.db', 'copies/backup.db', 'directory/people.csv', 'requests.csv'])
      expect(names).toContain(name);
    for (const name of ['.', ...names])
      expect([name, statSync(path.join(dataDir, name)).mode & 0o077]).toEqual([name, 0]);
  } finally {
    await bot.stop();
    bot.removeData();
  }
});
