import os from 'node:os';

/** The shell's account name. In a container the account may be a number without a name. */
export function nameAccount(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `uid ${String(process.getuid?.() ?? 'unknown')}`;
  }
}
