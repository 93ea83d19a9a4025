import { DeskCommand, runCommand, type ExitCode } from './command';
import { COMMANDS } from './commands';
import type { Terminal } from './run-program';

/** Runs `partner-desk <args>` in this terminal, and returns the exit code. Only the named command's code is loaded. */
export async function runCommandLine(terminal: Terminal): Promise<ExitCode> {
  const program = new DeskCommand('partner-desk').description(
    'Commands for the people who run Partner Desk. Each uses the bot’s settings.',
  );
  const [name = ''] = terminal.args;
  // The help and an unknown name need all commands.
  const loads = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS);
  for (const load of loads) if (load !== undefined) program.addCommand((await load())(terminal));
  return runCommand(program, terminal.args, terminal);
}
