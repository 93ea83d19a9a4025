#!/usr/bin/env node
/** `partner-desk <command>`: the commands for the people who run the bot. The npm scripts of the same names call it. */
import { createFilesPrivately } from '../shared/private-files';
import { DeskCommand, runCommand } from './command';
import { COMMANDS } from './commands';
import { explainFailure } from './explain-failure';
import { openTerminal } from './run-program';

async function main(args: readonly string[]): Promise<void> {
  createFilesPrivately();
  const terminal = openTerminal(args);
  const program = new DeskCommand('partner-desk').description(
    'The commands for the people who run Partner Desk. They use the settings of the bot.',
  );
  const [name = ''] = args;
  // The help and an unknown name need all commands.
  const loads = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of loads) if (load !== undefined) program.addCommand((await load())(terminal));
  process.exitCode = await runCommand(program, args, terminal);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explainFailure(error, ''));
  process.exitCode = 1;
});
