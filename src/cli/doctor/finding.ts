import type { Circumstances } from './circumstances';

/** `fail` stops the bot or loses something; `warn` will, or makes it worse than it could be. */
export type Severity = 'ok' | 'warn' | 'fail';

/** One thing that was found. Never a secret, nor a name, an address or the words of a person. */
export interface Finding {
  readonly severity: Severity;
  /** What is so: the fault, or why it is in order. */
  readonly what: string;
  /** The file, variable, queue or table. */
  readonly where?: string;
  /** What to do about it. */
  readonly next?: string;
}

/** One question that the doctor asks; it changes nothing. */
export interface Check {
  readonly name: string;
  readonly look: (circumstances: Circumstances) => Promise<readonly Finding[]> | readonly Finding[];
}

export const ok = (what: string): Finding => ({ severity: 'ok', what });

/** What was found, or that all is in order. */
export function orElse(faults: readonly Finding[], fine: string): readonly Finding[] {
  return faults.length > 0 ? faults : [ok(fine)];
}
