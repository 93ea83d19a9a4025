/** How a question reaches a model: over HTTP, or through a file of replies (replay.ts). */
export interface Transport {
  /** Never rejects. */
  ask(question: Question): Promise<Asked>;
  /** `degraded` while the model gets no calls after failures. */
  state(): 'ok' | 'degraded';
}

export interface Question {
  /** An ID made from the message and its dialogue, by which a file of replies finds its reply. */
  readonly id: string;
  /** The same text for every message, so that a server can cache it. */
  readonly system: string;
  readonly user: string;
  /** The JSON schema of the reply. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Why a question got no reply. */
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
