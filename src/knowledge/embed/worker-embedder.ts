import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error';
import type { Embedder } from './embedder';
import { createRecovery, type RecoveryNews } from './recovery';
import type { EmbedJob, EmbedResult } from './worker';

// @lat.md/embed 0.2.0: with 24 texts or more at once the engine forks a model copy per core (720 MB). Background work
// goes in smaller pieces still, because a question waits for the piece that is under way.
const MAX_TEXTS_A_JOB = 23;
const BACKGROUND_TEXTS_A_JOB = 4;
/** Questions that wait at most; at about 30 ms each the last is answered while its asker still looks. */
const MOST_QUESTIONS_WAITING = 200;
/** A text that ends the worker twice would end it a third time. */
const MAX_ATTEMPTS = 2;

interface Pending {
  readonly texts: readonly string[];
  readonly background: boolean;
  readonly resolve: (vectors: Float32Array[]) => void;
  readonly reject: (problem: AppError) => void;
  attempts: number;
}

export interface WorkerEmbedderOptions extends RecoveryNews {
  /** The compiled worker.js. */
  readonly workerFile?: string;
}

/**
 * MiniLM in a worker thread of its own. The thread starts with the first call, takes one job at a time so that a
 * question jumps ahead of background work, and is started again after a crash, at once for what it was at, or after a pause
 * when it crashes again and again. When too many questions wait, the next is refused at once, and its asker is answered by
 * words alone.
 */
export function createWorkerEmbedder(options: WorkerEmbedderOptions = {}): Embedder {
  const workerFile = options.workerFile ?? path.join(__dirname, 'worker.js');
  const waiting: Pending[] = [];
  let tellWords: (words: ReadonlySet<string>) => void = () => undefined;
  const words = new Promise<ReadonlySet<string>>((resolve) => {
    tellWords = resolve;
  });
  let current: { readonly id: number; readonly job: Pending } | null = null;
  let worker: Worker | null = null;
  let closed = false;
  let lastId = 0;

  const fail = (job: Pending, why: string): void => {
    job.reject(new AppError('understanding-unavailable', `The embedding worker failed: ${why}`));
  };

  const onGone = (gone: Worker | null, why: string): void => {
    if (worker !== gone || closed) return;
    worker = null;
    const job = current?.job;
    current = null;
    const isDown = recovery.ended(why);
    if (job !== undefined) {
      if (!isDown && job.attempts < MAX_ATTEMPTS) waiting.unshift(job);
      else fail(job, why);
    }
    if (isDown) for (const left of waiting.splice(0)) fail(left, why);
    // Before somebody asks: the next question would wait for the model, and nobody would know that it cannot be had.
    else if (waiting.length === 0) probe();
    runNext();
  };

  const onResult = (result: EmbedResult): void => {
    if (result.id === 'loaded') {
      tellWords(new Set(result.words));
      return;
    }
    if (current?.id !== result.id) return;
    const { job } = current;
    current = null;
    if ('problem' in result) fail(job, result.problem);
    else {
      recovery.worked();
      const width = result.vectors.length / job.texts.length;
      job.resolve(job.texts.map((_, index) => result.vectors.slice(index * width, (index + 1) * width)));
    }
    runNext();
  };

  const start = (): Worker | null => {
    let started: Worker;
    try {
      started = new Worker(workerFile);
    } catch (cause) {
      // No thread is left, for one. Told like a thread that ended, to whoever has the job by then.
      queueMicrotask(() => {
        onGone(null, cause instanceof Error ? cause.message : String(cause));
      });
      return null;
    }
    started.unref();
    started.on('message', onResult);
    started.on('error', (cause) => {
      onGone(started, cause instanceof Error ? cause.message : String(cause));
    });
    started.on('exit', (code) => {
      onGone(started, `it exited with code ${code}`);
    });
    return started;
  };

  const runNext = (): void => {
    if (current !== null || closed) return;
    const urgent = waiting.findIndex((job) => !job.background);
    const job = waiting.splice(urgent < 0 ? 0 : urgent, 1)[0];
    if (job === undefined) {
      worker?.unref();
      return;
    }
    job.attempts += 1;
    lastId += 1;
    current = { id: lastId, job };
    worker ??= start();
    worker?.ref();
    worker?.postMessage({ id: lastId, texts: job.texts } satisfies EmbedJob);
  };

  const enqueue = (texts: readonly string[], background: boolean): Promise<Float32Array[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ texts, background, resolve, reject, attempts: 0 });
      runNext();
    });

  /** A text of nobody's, to see whether the worker works. */
  const probe = (): void => {
    enqueue([' '], true).catch(() => undefined);
  };
  const recovery = createRecovery(probe, options);

  const submit = async (texts: readonly string[], background: boolean): Promise<Float32Array[]> => {
    if (recovery.isDown())
      throw new AppError('understanding-unavailable', 'The embedding worker ended again and again.');
    if (!background && waiting.filter((job) => !job.background).length >= MOST_QUESTIONS_WAITING)
      throw new AppError('understanding-unavailable', 'Too many questions wait for the embedding worker.');
    return enqueue(texts, background);
  };

  return {
    id: 'minilm-l6-v2-fp16',
    dimensions: 384,
    async embed(texts, { background = false } = {}) {
      if (closed) throw new AppError('understanding-unavailable', 'The embedder is closed.');
      const size = background ? BACKGROUND_TEXTS_A_JOB : MAX_TEXTS_A_JOB;
      const jobs: Promise<Float32Array[]>[] = [];
      for (let from = 0; from < texts.length; from += size)
        jobs.push(submit(texts.slice(from, from + size), background));
      return (await Promise.all(jobs)).flat();
    },
    async loadKnownWords() {
      if (worker === null) await this.embed([' ']);
      return words;
    },
    state: () => (closed ? 'closed' : recovery.isDown() ? 'failed' : 'ok'),
    async close() {
      closed = true;
      recovery.stop();
      const stopping = worker;
      worker = null;
      const left = [...(current === null ? [] : [current.job]), ...waiting.splice(0)];
      current = null;
      for (const job of left) fail(job, 'it was closed');
      await stopping?.terminate();
    },
  };
}
