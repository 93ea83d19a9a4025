/**
 * What can be wrong with one field of what a person sent. It travels as the message of a schema's issue; each language
 * of the interface has words for it (`faults` in cards/words/), and for what a schema says by itself.
 */
export type FaultKind =
  | 'missing'
  | 'empty'
  | 'unknown'
  | 'unusable'
  | 'not-a-date'
  | 'not-a-request-number'
  | 'neither-on-nor-off'
  | 'too-many'
  | 'passed'
  | 'needed-for-opportunity'
  | 'needed-with-reason'
  | 'nobody-known'
  | 'several-people'
  | 'no-queue'
  | 'no-reason'
  | 'has-it-already'
  | 'not-kept'
  | 'unchanged'
  | 'closed-too-long-ago';

export type Fault =
  FaultKind | `longer-than:${number}` | `not-from-zero-to:${number}` | `several-people:${string}`;
