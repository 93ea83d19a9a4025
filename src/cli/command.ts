import { Command, CommanderError, type OutputConfiguration } from 'commander';
import { explainFailure } from './explain-failure';
import type { Terminal } from './run-program';

/** 1 means that nothing was done or a check failed. */
export type ExitCode = 0 | 1;

type Output = Pick<Terminal, 'print' | 'complain'>;

/** A command whose action returns the exit code. */
export class DeskCommand extends Command {
  exitCode: ExitCode = 0;

  override createCommand(name?: string): DeskCommand {
    return new DeskCommand(name);
  }

  /** `work` gets the arguments in order, then the options. */
  does(work: (...given: never[]) => Promise<ExitCode> | ExitCode): this {
    return this.action(async (...given: unknown[]) => {
      this.exitCode = await work(...(given as never[]));
    });
  }
}

/**
 * Runs the command and returns the exit code. It explains a wrong argument or a failure in plain words, with the usage.
 */
export async function runCommand(
  command: DeskCommand,
  args: readonly string[],
  { print, complain }: Output,
): Promise<ExitCode> {
  const all = listCommands(command);
  const output: OutputConfiguration = {
    writeOut: (text) => {
      print(text.trimEnd());
    },
    writeErr: (text) => {
      complain(text.trimEnd());
    },
    outputError: (text, write) => {
      write(toSentence(text));
    },
  };
  for (const one of all) one.exitOverride().configureOutput(output).showHelpAfterError();
  try {
    await command.parseAsync(args, { from: 'user' });
    return all.some(({ exitCode }) => exitCode === 1) ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    const used = all.find((one) => one.name() === args[0]) ?? command;
    complain(explainFailure(error, used.helpInformation().trimEnd()));
    return 1;
  }
}

function listCommands(command: DeskCommand): readonly DeskCommand[] {
  const below = command.commands.filter((one) => one instanceof DeskCommand);
  return [command, ...below.flatMap(listCommands)];
}

/** Turns `error: unknown option '--x'` into a sentence, like all our messages. */
function toSentence(text: string): string {
  const said = text.replace(/^error: /, '').trimEnd();
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`;
}
