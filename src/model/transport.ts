/** How a question reaches a model: over HTTP, or from a file of replies (replay.ts). */
export interface Transport {
  /** Never rejects. */
  ask(question: Question): Promise<Asked>;
  /** `degraded` while it is left alone after failures. */
  state(): 'ok' | 'degraded';
}

export interface Question {
  /** Names the question by the message and its dialogue, so that a reply from a file finds it. */
  readonly id: string;
  /** The same for every message, so that a server can keep it in its cache. */
  readonly system: string;
  readonly user: string;
  /** The JSON schema of the reply. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What stands between a question and its reply. */
export type Failure =
  | 'not-called' // after failures, or without a file's reply
  | 'no-budget'
  | 'too-slow'
  | 'unreachable'
  | 'rate-limited'
  | 'refused' // the key, the model's name or the request
  | 'server-error'
  | 'no-content';

export type Asked =
  | { readonly outcome: 'replied'; readonly content: string }
  | { readonly outcome: 'failed'; readonly why: Failure; readonly status: number | null };
