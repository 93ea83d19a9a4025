/** The thread that the model runs in is ended for real, again and again: the bot answers, says so, and comes back by itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/shared/project-root';
import type { BotProcess } from '../support/bot-process';
import { Journey, people } from '../support/journey';
import { WARM_VECTORS } from '../support/warm-vectors';

const WARM_MS = 180_000;
const root = findProjectRoot();
const { maya } = people;

let folder: string;
let ending: string;
let journey: Journey<BotProcess> | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'partner-desk-lost-'));
  ending = path.join(folder, 'now');
});
afterEach(async () => {
  await journey?.connector.stop();
  await journey?.bot.stop('SIGKILL');
  journey?.bot.removeData();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Journey<BotProcess>> {
  journey = await Journey.startProcesses({
    env: {
      LOG_LEVEL: 'info',
      READY_REQUIRES: 'database,outbox,understanding',
      VECTORS_DIR: WARM_VECTORS,
      EMBEDDING_ENDS_WHILE: ending,
      NODE_OPTIONS: `--require ${path.join(root, 'tests/support/end-embedding-worker.js')}`,
    },
  });
  return journey;
}

/** Waits until /readyz tells this of understanding, and gives its status. */
async function untilUnderstanding(state: string): Promise<number> {
  for (;;) {
    const { status, body } = await journey!.bot.get('/readyz');
    if ((body as { checks: { understanding?: string } }).checks.understanding === state) return status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('when the model’s thread ends again and again', () => {
  it(
    'words alone answer, /readyz tells so, and it comes back without being asked',
    async () => {
      const { bot } = await start();
      expect(await untilUnderstanding('ok')).toBe(200);
      writeFileSync(ending, '');
      expect(await journey!.say(maya, 'What is the Architecture Desk?')).toContain('Architecture Desk');
      expect(await untilUnderstanding('failed')).toBe(503);
      expect(await journey!.say(maya, 'Who is the desk for?')).not.toBe('');
      await bot.untilLogged('understanding by meaning keeps failing');
      rmSync(ending);
      expect(await untilUnderstanding('ok')).toBe(200);
      await bot.untilLogged('understanding by meaning is back');
      expect(bot.log).not.toMatch(/a turn failed/);
    },
    WARM_MS,
  );

  it(
    'from the start on, the bot tries again until it works',
    async () => {
      writeFileSync(ending, '');
      const { bot } = await start();
      expect(await untilUnderstanding('failed')).toBe(503);
      await bot.untilLogged('understanding by meaning keeps failing');
      expect(await journey!.say(maya, 'What is the Architecture Desk?')).toContain('Architecture Desk');
      rmSync(ending);
      expect(await untilUnderstanding('ok')).toBe(200);
    },
    WARM_MS,
  );
});
