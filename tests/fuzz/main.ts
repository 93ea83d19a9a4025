/** `npm run fuzz [-- --seed 1 --activities 100000]`: exit code 1 when anything failed or memory grew. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '../../src/cli/run-program';
import { fuzz, type FuzzReport } from './fuzz';

/** What is remembered on purpose (vectors, seen activities) is full by the middle. */
const MAY_GROW_BY = 1.1;

runProgram(
  'npm run fuzz [-- --seed <number>] [--activities <number>] [--concurrency <number>]',
  async ({ args }) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '1' },
        activities: { type: 'string', default: '100000' },
        concurrency: { type: 'string', default: '16' },
      },
    });
    const [seed, activities, concurrency] = [values.seed, values.activities, values.concurrency].map(Number);
    const base = {
      seed: seed ?? 1,
      concurrency: concurrency ?? 16,
      preload: path.join(__dirname, 'preload.js'),
    };
    const all = activities ?? 100_000;
    const part = Math.round(all / 20);
    const runs = [
      { withModel: false, engine: 'libsql', activities: all - 2 * part },
      { withModel: true, engine: 'libsql', activities: part },
      { withModel: false, engine: 'postgres', activities: part },
    ] as const;
    let failed = false;
    for (const one of runs) {
      const how = one.withModel ? 'with the model' : 'words alone';
      console.log(`${String(one.activities)} activities, ${how}, ${one.engine}, seed ${String(seed)}`);
      const report = await fuzz({
        ...base,
        ...one,
        print: (line) => {
          console.log(`  ${line}`);
        },
      });
      failed = print(report) || failed;
    }
    return failed ? 1 : 0;
  },
);

/** Whether it failed. */
function print(report: FuzzReport): boolean {
  const { byStatus, byKind, disturbed, failures, memory, seconds, slowestMs, late } = report;
  const [early = 0, middle = 0, end = 0] = memory;
  console.log(`  statuses ${JSON.stringify(byStatus)}`);
  console.log(`  kinds ${JSON.stringify(byKind)}`);
  console.log(`  disturbed by ${JSON.stringify(disturbed)}`);
  console.log(
    `  live memory ${String(early)} / ${String(middle)} / ${String(end)} MB, ${seconds.toFixed(0)} s`,
  );
  console.log(`  slowest ${slowestMs.toFixed(0)} ms, ${String(late)} too late`);
  for (const failure of failures) console.log(`  FAILED ${failure}`);
  const grew = end > middle * MAY_GROW_BY;
  if (grew) console.log(`  FAILED memory grew from ${String(middle)} to ${String(end)} MB`);
  return failures.length > 0 || grew;
}
