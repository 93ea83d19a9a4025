import type { Circumstances } from './circumstances';

/**
 * `fail`: the bot can't run, or something is lost. `warn`: that will happen, or something could work better. `skip`:
 * this can't be checked here, or only after another finding is fixed.
 */
export type Severity = 'ok' | 'skip' | 'warn' | 'fail';

/** One result of a check. It never contains a secret, a person's name or address, or what they wrote. */
export interface Finding {
  readonly severity: Severity;
  /** The fault, or the thing that was checked. */
  readonly what: string;
  /** The file, variable, queue or table. */
  readonly where?: string;
  /** What to do next. */
  readonly next?: string;
}

/** One of the doctor's checks. It changes nothing. */
export interface Check {
  readonly name: string;
  readonly look: (circumstances: Circumstances) => Promise<readonly Finding[]> | readonly Finding[];
}

export const ok = (what: string): Finding => ({ severity: 'ok', what });
export const skip = (why: string): Finding => ({ severity: 'skip', what: why });

/** Returns the faults, or a single OK if there are none. */
export function orElse(faults: readonly Finding[], fine: string): readonly Finding[] {
  return faults.length > 0 ? faults : [ok(fine)];
}
