import path from 'node:path';
import { loadEnvironment, type Environment } from '../config';
import { findProjectRoot } from '../shared/project-root';
import { explainFailure } from './explain-failure';

/** What a command of the terminal starts from. */
export interface Terminal {
  readonly args: readonly string[];
  readonly root: string;
  /** The process's own, with env/ beneath it. */
  readonly environment: Environment;
  /** Content of the organisation's own, over ours. */
  readonly overlayDir: string | undefined;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const HELP = ['--help', '-h'];

/**
 * Runs a command as this process: what it gives is the exit code; an error is told in its own words, and is 1. Whoever asks
 * for help, or types what the command does not take, is shown its `usage`, and nothing is done.
 */
export function runProgram(usage: string, run: (terminal: Terminal) => Promise<number> | number): void {
  const args = process.argv.slice(2);
  if (args.some((argument) => HELP.includes(argument))) {
    console.log(usage);
    return;
  }
  const start = async () => run(openTerminal(args));
  start().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(explainFailure(error, usage));
      process.exitCode = 1;
    },
  );
}

function openTerminal(args: readonly string[]): Terminal {
  const root = findProjectRoot();
  const environment = loadEnvironment(root, process.env);
  const contentDir = environment['CONTENT_DIR']?.trim() ?? '';
  return {
    args,
    root,
    environment,
    overlayDir: contentDir === '' ? undefined : path.resolve(root, contentDir),
    print: (text) => {
      console.log(text);
    },
    complain: (text) => {
      console.error(text);
    },
  };
}
