import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error';
import { findAsker } from '../../shared/asker';
import type { Embedder } from './embedder';
import { createFairQueue } from './fair-queue';
import { createRecovery, type RecoveryNews } from './recovery';
import { readTuning, type Tuning } from './tuning';
import type { EmbedJob, EmbedResult, WorkerSetup } from './worker';
import { cutStart } from '../../shared/cut';

// @lat.md/embed 0.2.0 starts a model copy per core (720 MB) for 24 texts or more. A running job can't be stopped and
// everyone else waits for it, so jobs are even smaller: one long text, or a few short ones.
const MAX_TEXTS_A_JOB = 8;
const MAX_CHARACTERS_A_JOB = 400;
const BACKGROUND_TEXTS_A_JOB = 4;
/** The model reads 256 tokens. A longer text costs time and changes nothing. */
const MAX_CHARACTERS = 1_200;
/**
 * The most questions that may wait. At about 30 ms each, the last one is answered while its person is still looking.
 */
const MOST_QUESTIONS_WAITING = 200;
/** The most that one person's questions may wait. Further messages are answered by words alone. */
const MOST_OF_ONE_PERSON = 30;
/** A text that has ended the worker twice would end it a third time. */
const MAX_ATTEMPTS = 2;
const NOBODY_WAITS = 'Nobody waits for it any more.';
/** The key for work that no person asked for. */
const OWN = '';

interface Job {
  readonly texts: readonly string[];
  readonly resolve: (vectors: Float32Array[]) => void;
  readonly reject: (problem: AppError) => void;
  readonly done: Promise<Float32Array[]>;
  attempts: number;
}

function createJob(texts: readonly string[]): Job {
  let resolve: Job['resolve'] = () => undefined;
  let reject: Job['reject'] = () => undefined;
  const done = new Promise<Float32Array[]>((...settle) => {
    [resolve, reject] = settle;
  });
  return { texts, resolve, reject, done, attempts: 0 };
}

export interface WorkerEmbedderOptions extends RecoveryNews {
  /** The compiled worker.js. */
  readonly workerFile?: string;
  /** The folder of the tuning, by default the shipped one. Null uses the npm package's encoder. */
  readonly tuningFolder?: string | null;
  /** Called if the tuning can't be used. The npm package's encoder then runs without it. */
  readonly onPlain?: (why: string) => void;
}

/** The start of every encoder's ID. */
export const PLAIN_ID = 'minilm-l6-v2-fp16';

function findTuning({ tuningFolder, onPlain }: WorkerEmbedderOptions): Tuning | null {
  if (tuningFolder === null) return null;
  try {
    return readTuning(tuningFolder);
  } catch (cause) {
    onPlain?.(cause instanceof Error ? cause.message : String(cause));
    return null;
  }
}

/**
 * Runs MiniLM in a separate worker thread, which starts with the first call and takes one small job at a time. People's
 * jobs take turns, and background work waits for all of them. If too many questions wait, of one person or of all, the
 * next is rejected at once and answered by words alone. Work that nobody waits for any more is dropped. After a crash,
 * the thread restarts at once for its current job, or after a pause if it crashes several times in a row.
 */
export function createWorkerEmbedder(options: WorkerEmbedderOptions = {}): Embedder {
  const workerFile = options.workerFile ?? path.join(__dirname, 'worker.js');
  const tuning = findTuning(options);
  const workerData: WorkerSetup = { tuning };
  const { again, questions, background, takeNext, takeAll, drop } = createWaiting();
  let tellWords: (words: ReadonlySet<string>) => void = () => undefined;
  const words = new Promise<ReadonlySet<string>>((resolve) => {
    tellWords = resolve;
  });
  let current: { readonly id: number; readonly job: Job } | null = null;
  let worker: Worker | null = null;
  let closed = false;
  let lastId = 0;

  const onGone = (gone: Worker | null, why: string): void => {
    if (worker !== gone || closed) return;
    worker = null;
    const job = current?.job;
    current = null;
    const isDown = recovery.ended(why);
    if (job !== undefined) {
      if (!isDown && job.attempts < MAX_ATTEMPTS) again.push(job);
      else fail(job, why);
    }
    if (isDown) for (const left of takeAll()) fail(left, why);
    // Tests the worker before the next question, which would otherwise wait for a model that may not start.
    else if (again.length + questions.count() + background.length === 0) probe();
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
      started = new Worker(workerFile, { workerData });
    } catch (cause) {
      // For example, no thread is left. The job's current owner gets the same report as for a thread that ended.
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
    const job = takeNext();
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

  const enqueue = (texts: readonly string[], person: string | null): Job => {
    const job = createJob(texts);
    const cost = texts.reduce((sum, text) => sum + text.length, 1);
    if (person === null) background.push(job);
    else questions.add(job, person, cost);
    runNext();
    return job;
  };

  /** Embeds a text that nobody wrote, to find out whether the worker works. */
  const probe = (): void => {
    enqueue([' '], null).done.catch(() => undefined);
  };
  const recovery = createRecovery(probe, options);

  const requireRoom = (person: string): void => {
    const isFull = questions.count() >= MOST_QUESTIONS_WAITING;
    if (isFull || (person !== OWN && questions.count(person) >= MOST_OF_ONE_PERSON))
      throw new AppError(
        'understanding-unavailable',
        'Too many questions are waiting for the embedding worker.',
      );
  };

  return {
    id: tuning === null ? PLAIN_ID : `${PLAIN_ID}-${tuning.hash}`,
    dimensions: 384,
    async embed(texts, { background: isBackground = false } = {}) {
      if (closed) throw new AppError('understanding-unavailable', 'The embedder is closed.');
      if (recovery.isDown())
        throw new AppError('understanding-unavailable', 'The embedding worker keeps ending.');
      const asker = isBackground ? undefined : findAsker();
      if (asker?.signal.aborted === true) throw new AppError('understanding-unavailable', NOBODY_WAITS);
      const person = asker?.person ?? OWN;
      if (!isBackground) requireRoom(person);
      const pieces = isBackground
        ? split(texts, BACKGROUND_TEXTS_A_JOB, Infinity)
        : split(texts, MAX_TEXTS_A_JOB, MAX_CHARACTERS_A_JOB);
      const jobs = pieces.map((piece) => enqueue(piece, isBackground ? null : person));
      const stop = (): void => {
        for (const job of jobs) fail(job, NOBODY_WAITS);
      };
      asker?.signal.addEventListener('abort', stop);
      try {
        return (await Promise.all(jobs.map(({ done }) => done))).flat();
      } finally {
        asker?.signal.removeEventListener('abort', stop);
        for (const job of jobs) drop(job);
      }
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
      const left = [...(current === null ? [] : [current.job]), ...takeAll()];
      current = null;
      for (const job of left) fail(job, 'it was closed');
      await stopping?.terminate();
    },
  };
}

/** The waiting jobs, in this order: those that a crash interrupted, then questions in turns, then background work. */
function createWaiting() {
  const again: Job[] = [];
  const questions = createFairQueue<Job>();
  const background: Job[] = [];
  return {
    ...{ again, questions, background },
    takeNext: (): Job | undefined => again.shift() ?? questions.take() ?? background.shift(),
    takeAll: (): Job[] => [...again.splice(0), ...questions.clear(), ...background.splice(0)],
    drop: (job: Job): void => {
      questions.remove(job);
      for (const list of [again, background]) {
        const at = list.indexOf(job);
        if (at >= 0) list.splice(at, 1);
      }
    },
  };
}

function fail(job: Job, why: string): void {
  job.reject(new AppError('understanding-unavailable', `The embedding worker failed: ${why}`));
}

/** Splits texts into pieces of at most this many texts and characters. A single longer text is a piece by itself. */
function split(texts: readonly string[], mostTexts: number, mostCharacters: number): string[][] {
  const pieces: string[][] = [];
  let room = 0;
  for (const whole of texts) {
    const text = cutStart(whole, MAX_CHARACTERS);
    const last = pieces.at(-1);
    if (last === undefined || last.length >= mostTexts || text.length > room) {
      pieces.push([text]);
      room = mostCharacters - text.length;
    } else {
      last.push(text);
      room -= text.length;
    }
  }
  return pieces;
}
