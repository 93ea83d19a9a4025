import type { Log } from './log';

const METHODS = ['debug', 'info', 'log', 'warn', 'error', 'trace', 'dir'] as const;

/**
 * Stops libraries from writing to the console, for the whole process.
 *
 * botframework-connector 4.23.3 prints an error with its stack, or a public key, for each rejected token, and other
 * libraries print their input (pinned by tests/e2e/authentication.test.ts). Only the library's name is logged at `debug`,
 * because its output may contain private data.
 */
export function quietLibraries(log: Log): void {
  for (const method of METHODS) {
    console[method] = () => {
      log.debug({ library: findLibrary(new Error().stack), method }, 'a library wrote to the console');
    };
  }
}

/** The calling package, by its folder name in node_modules. */
function findLibrary(stack = ''): string {
  return /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(stack)?.[1] ?? 'unknown';
}
