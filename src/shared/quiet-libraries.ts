import type { Log } from './log';

const METHODS = ['debug', 'info', 'log', 'warn', 'error', 'trace', 'dir'] as const;

/**
 * Takes the console away from libraries, for the whole process.
 *
 * botframework-connector 4.23.3 prints an error with its stack, or a public key, for each token that it turns away, and
 * other libraries print what they were given (pinned by tests/e2e/authentication.test.ts). Which library wanted to print
 * is logged at `debug`, and none of its words: they may hold anybody's.
 */
export function quietLibraries(log: Log): void {
  for (const method of METHODS) {
    console[method] = () => {
      log.debug({ library: findLibrary(new Error().stack), method }, 'a library wrote to the console');
    };
  }
}

/** The package whose code called, as its folder in node_modules is named. */
function findLibrary(stack = ''): string {
  return /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(stack)?.[1] ?? 'unknown';
}
