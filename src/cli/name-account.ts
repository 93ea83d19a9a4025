import os from 'node:os';

/** Who has the shell. A container may run as a number that has no name. */
export function nameAccount(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `uid ${String(process.getuid?.() ?? 'unknown')}`;
  }
}
