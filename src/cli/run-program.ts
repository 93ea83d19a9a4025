import path from 'node:path';
import { loadEnvironment, type Environment } from '../config';
import { findProjectRoot } from '../shared/project-root';

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

/** Runs a command as this process: what it gives is the exit code; an error is told in its own words, and is 1. */
export function runProgram(run: (terminal: Terminal) => Promise<number>): void {
  run(openTerminal()).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}

function openTerminal(): Terminal {
  const root = findProjectRoot();
  const environment = loadEnvironment(root, process.env);
  const contentDir = environment['CONTENT_DIR']?.trim() ?? '';
  return {
    args: process.argv.slice(2),
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
