import { parseArgs } from 'node:util';
import { AppError } from '../shared/app-error';

export interface Arguments<Flag extends string> {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<Flag, boolean>>;
}

/**
 * The words and flags of a command line. Throws for an unknown flag (a mistyped --dry-run must not pass unnoticed) and for
 * more than `mostWords` words.
 */
export function readArguments<Flag extends string = never>(
  args: readonly string[],
  flags: readonly Flag[] = [],
  mostWords = Infinity,
): Arguments<Flag> {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]));
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const surplus = positionals[mostWords];
  if (surplus !== undefined) throw new AppError('bad-input', `Unknown argument "${surplus}".`);
  const given = Object.fromEntries(flags.map((flag) => [flag, values[flag] === true]));
  return { words: positionals, flags: given as Record<Flag, boolean> };
}
