/**
 * Faults of a single form field. A schema issue carries one as its message. Each interface language has words for them
 * (`faults` in cards/words/), and for a schema's built-in messages.
 */
export type FaultKind =
  | 'missing'
  | 'empty'
  | 'unknown'
  | 'unusable'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-a-request-number'
  | 'neither-on-nor-off'
  | 'too-many'
  | 'passed'
  | 'needed-for-opportunity'
  | 'needed-with-reason'
  | 'nobody-known'
  | 'several-people'
  | 'no-queue'
  | 'no-channel'
  | 'no-reason'
  | 'does-not-fit'
  | 'has-it-already'
  | 'not-kept'
  | 'unchanged'
  | 'not-proposed'
  | 'closed-too-long-ago';

export type Fault =
  | FaultKind
  | `longer-than:${number}`
  | `too-many-requests:${number}`
  | `reopened-too-often:${number}`
  | `not-from-zero-to:${number}`
  | `below:${number}`
  | `above:${number}`
  /** A day, YYYY-MM-DD. */
  | `before:${string}`
  | `after:${string}`
  | `several-people:${string}`;
