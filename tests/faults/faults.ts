/**
 * `npm run faults [-- --kills 300 --engine libsql|postgres|both --seed 1]`: the real process under load, killed at
 * random, with a failing connector and a database that restarts. Prints what happened as a table; exit code 1 when
 * anything was lost or doubled. The same seed makes the same choices; when which process is killed in its work is up
 * to the machine.
 */
import { parseArgs } from 'node:util';
import { ENGINES, runStorm, type Engine } from './storm';

const USAGE = 'npm run faults -- [--kills <number>] [--engine libsql|postgres|both] [--seed <number>]';

function readOptions() {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '300' },
      engine: { type: 'string', default: 'both' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  const engines = values.engine === 'both' ? ENGINES : ENGINES.filter((engine) => engine === values.engine);
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || engines.length === 0)
    return undefined;
  return { kills, seed, engines };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { kills, seed, engines } = options;
  for (const engine of engines) await runAndPrint(engine, kills, seed);
}

async function runAndPrint(engine: Engine, kills: number, seed: number): Promise<void> {
  const startedAtMs = performance.now();
  const say = (line: string) => {
    console.error(line);
  };
  const { counts, broken } = await runStorm({ engine, kills, seed, say });
  console.log(`\n${engine}, seed ${seed}, ${Math.round((performance.now() - startedAtMs) / 1_000)} s`);
  for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(7)}  ${name}`);
  console.log(`${String(broken.length).padStart(7)}  invariants broken`);
  for (const one of broken) console.log(`  ${one}`);
  if (broken.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
