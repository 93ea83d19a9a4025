/**
 * Sentence vectors: texts of like meaning lie close together (cosine). The port is small because the library behind it
 * is young: whatever else gives normalised vectors can take its place.
 */
export interface Embedder {
  /** Names model and precision: vectors of different ids must not be mixed. */
  readonly id: string;
  readonly dimensions: number;
  /**
   * One vector of length 1 for each text, in order. `background` work waits for everything else. Rejects with an
   * `understanding-unavailable` AppError when the model cannot be run; the next call tries again.
   */
  embed(texts: readonly string[], options?: { readonly background?: boolean }): Promise<Float32Array[]>;
  /** The whole words that the model knows, lower case: what is among them is no typing mistake. */
  loadKnownWords(): Promise<ReadonlySet<string>>;
  /** `failed`: the model ended again and again. It starts again by itself; until then every call rejects at once. */
  state(): 'ok' | 'failed' | 'closed';
  close(): Promise<void>;
}
