/**
 * `npm run faults [-- --kills 300 --engine libsql|postgres|both --seed 1 --minutes 60]`: the real process under load,
 * killed at random until there were that many kills (an engine) or the time is over. The connector fails, the database
 * restarts or another program locks its file, the clock is set back and forth, and messages of another version lie in the
 * outbox; some kills come while a reply is sent again. Prints what happened as
 * a table; exit code 1 when anything was lost or doubled. The same seed makes the same choices; when which process is killed in its work is up
 * to the machine.
 */
import { parseArgs } from 'node:util';
import { runProgram } from '../../src/cli/run-program';
import type { Verdict } from './check';
import { runPressure } from './pressure';
import { ENGINES, runStorm, type StormOptions } from './storm';

const USAGE =
  'npm run faults -- [--kills <number>] [--engine libsql|postgres|both] [--seed <number>] [--minutes <number>]';

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '300' },
      engine: { type: 'string', default: 'both' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '60' },
    },
  });
  const [kills, seed, minutes] = [Number(values.kills), Number(values.seed), Number(values.minutes)];
  const engines = values.engine === 'both' ? ENGINES : ENGINES.filter((engine) => engine === values.engine);
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || engines.length === 0)
    return undefined;
  if (!(minutes > 0)) return undefined;
  return { kills, seed, engines, forMs: minutes * 60_000 };
}

runProgram(USAGE, async ({ args, complain }) => {
  const options = readOptions(args);
  if (options === undefined) {
    complain(USAGE);
    return 2;
  }
  const { engines, ...storm } = options;
  let brokenInAll = 0;
  for (const engine of engines) {
    brokenInAll += await runAndPrint({ engine, ...storm });
    brokenInAll += print(`${engine}, under pressure`, await runPressure(engine));
  }
  return brokenInAll > 0 ? 1 : 0;
});

/** How many invariants were broken. */
async function runAndPrint(storm: Omit<StormOptions, 'say'>): Promise<number> {
  const startedAtMs = performance.now();
  const say = (line: string) => {
    console.error(line);
  };
  const { counts, broken } = await runStorm({ ...storm, say });
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  return print(`${storm.engine}, seed ${storm.seed}, ${seconds} s`, { counts, broken });
}

/** How many invariants were broken. */
function print(heading: string, { counts, broken }: Verdict): number {
  console.log(`\n${heading}`);
  for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(7)}  ${name}`);
  console.log(`${String(broken.length).padStart(7)}  invariants broken`);
  for (const one of broken) console.log(`  ${one}`);
  return broken.length;
}
