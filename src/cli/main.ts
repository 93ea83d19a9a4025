#!/usr/bin/env node
/** `partner-desk <command>`: the commands for the people who run the bot. The npm scripts of the same names call it. */
import { createFilesPrivately } from '../shared/private-files';
import { runCommandLine } from './command-line';
import { explainFailure } from './explain-failure';
import { openTerminal } from './run-program';

async function main(): Promise<void> {
  createFilesPrivately();
  process.exitCode = await runCommandLine(openTerminal(process.argv.slice(2)));
}

main().catch((error: unknown) => {
  console.error(explainFailure(error, ''));
  process.exitCode = 1;
});
