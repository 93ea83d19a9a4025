import { parseArgs } from 'node:util';
import { AppError } from '../shared/app-error';

export interface Arguments<Flag extends string> {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<Flag, boolean>>;
}

/**
 * Words, and the flags that the command takes. Throws for any other flag, as a mistyped --dry-run is not to be overheard, and
 * for more words than `mostWords`.
 */
export function readArguments<Flag extends string = never>(
  args: readonly string[],
  flags: readonly Flag[] = [],
  mostWords = Infinity,
): Arguments<Flag> {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]));
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const surplus = positionals[mostWords];
  if (surplus !== undefined) throw new AppError('bad-input', `"${surplus}" is nothing that it takes.`);
  const given = Object.fromEntries(flags.map((flag) => [flag, values[flag] === true]));
  return { words: positionals, flags: given as Record<Flag, boolean> };
}
