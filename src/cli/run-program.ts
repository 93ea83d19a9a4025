import path from 'node:path';
import { loadEnvironment, type Environment } from '../config';
import { createFilesPrivately } from '../shared/private-files';
import { findProjectRoot } from '../shared/project-root';
import { explainFailure } from './explain-failure';

/** What a command line program works with. */
export interface Terminal {
  readonly args: readonly string[];
  readonly root: string;
  /** The process's environment plus env/. The process wins. */
  readonly environment: Environment;
  /** The organisation's own content, which replaces or extends ours. */
  readonly overlayDir: string | undefined;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const HELP = ['--help', '-h'];

/**
 * Runs a command as this process. Its result is the exit code. An error is printed in plain words and gives 1. For
 * --help or a wrong argument, it prints the `usage` and does nothing.
 */
export function runProgram(usage: string, run: (terminal: Terminal) => Promise<number> | number): void {
  const args = process.argv.slice(2);
  if (args.some((argument) => HELP.includes(argument))) {
    console.log(usage);
    return;
  }
  createFilesPrivately();
  const start = async () => run(openTerminal(args));
  start().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(explainFailure(error, usage));
      process.exitCode = 1;
    },
  );
}

/** `env` is that of the process, without env/. */
export function openTerminal(args: readonly string[], env: Environment = process.env): Terminal {
  const root = findProjectRoot();
  const environment = loadEnvironment(root, env);
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
