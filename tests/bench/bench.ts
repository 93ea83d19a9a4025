/**
 * What a turn costs: `npm run bench -- [--only <part,...>] [--rounds n]`. The real process over HTTP, beside a bare echo
 * bot of the same SDKs, in turn, so that a machine whose speed drifts still gives sound ratios; a fake connector takes
 * what they send. Processor time and memory are read as Linux accounts for them. Figures go to the screen and, as JSON,
 * to .data/bench/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explainFailure } from '../../src/cli/explain-failure';
import { runProgram } from '../../src/cli/run-program';
import { findProjectRoot } from '../../src/shared/project-root';
import { measureCrowd } from './parts/crowd';
import { measureMemory } from './parts/memory';
import { measureOutbox } from './parts/outbox';
import { measureStart } from './parts/start';
import { measureTurns } from './parts/turns';
import { formatTable, type Row } from './report';

export interface BenchOptions {
  /** How often each pair is measured; the median is given. */
  readonly rounds: number;
}

/** A part of the bench, by the name that `--only` takes. */
const parts: Readonly<
  Record<string, { heading: string; measure: (options: BenchOptions) => Promise<Row[]> }>
> = {
  start: { heading: 'Start, milliseconds', measure: measureStart },
  turns: {
    heading: 'A turn, beside the stock echo bot (16 connections; ratio of the medians of processor time)',
    measure: measureTurns,
  },
  crowd: { heading: 'One person sends long messages; milliseconds that others wait', measure: measureCrowd },
  outbox: { heading: 'Outbox, messages a second', measure: measureOutbox },
  memory: { heading: 'Memory, megabytes', measure: measureMemory },
};

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  });
  const names = values.only?.split(',') ?? Object.keys(parts);
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`);

  const results: Record<string, Row[]> = {};
  console.log(
    `Node ${process.version}, ${String(availableParallelism())} of ${cpus()[0]?.model ?? 'unknown processors'}`,
  );
  for (const name of names) {
    const part = parts[name];
    if (part === undefined) continue;
    const rows = await part.measure({ rounds: Number(values.rounds) });
    results[name] = rows;
    console.log(formatTable(part.heading, rows));
  }
  const folder = path.join(findProjectRoot(), '.data', 'bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'bench.json'), JSON.stringify(results, null, 2));
  console.log(`\nAs JSON: ${path.relative(process.cwd(), path.join(folder, 'bench.json'))}`);
}

const USAGE = `npm run bench [-- --only <part,...>] [--rounds <number>]\nparts: ${Object.keys(parts).join(', ')}`;

runProgram(USAGE, async ({ args, complain }) => {
  try {
    await main(args);
    return 0;
  } catch (error) {
    complain(explainFailure(error, USAGE));
    // What it measured may still run.
    return process.exit(1);
  }
});
