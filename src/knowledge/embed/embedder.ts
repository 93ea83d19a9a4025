/**
 * Turns sentences into vectors, which lie close together (by cosine) if the sentences mean similar things. The
 * interface is small because the library behind it is young: anything that gives normalised vectors can replace it.
 */
export interface Embedder {
  /** Names the model and its precision. Vectors with different IDs must not be mixed. */
  readonly id: string;
  readonly dimensions: number;
  /**
   * Returns one vector of length 1 per text, in order. `background` work waits for everything else. Rejects with an
   * `understanding-unavailable` AppError if the model can't run, and the next call tries again.
   */
  embed(texts: readonly string[], options?: { readonly background?: boolean }): Promise<Float32Array[]>;
  /** The whole words that the model knows, in lower case. None of them is a typing mistake. */
  loadKnownWords(): Promise<ReadonlySet<string>>;
  /**
   * `failed`: the model ended several times in a row. It restarts by itself, and until then every call rejects at once.
   */
  state(): 'ok' | 'failed' | 'closed';
  close(): Promise<void>;
}
