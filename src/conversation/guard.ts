/**
 * The place where a turn's failure ends: at the edge, in Teams, the terminal or a test. Everything behind it throws.
 */
import type { Language } from '../../cards/words/languages';
import { AppError, type AppErrorCode } from '../shared/app-error';
import type { Log } from '../shared/log';
import type { Outgoing, Place } from './message';
import { renderProblem } from './problem';
import { wordsAt } from './turn';

export interface GuardedWork {
  /** For the log, which gets no text, only the activity's id. */
  readonly what: string;
  readonly activityId?: string | undefined;
  readonly log: Log;
  /** After this, a result comes too late and is dropped. */
  readonly withinMs?: number;
}

/** Nothing failed here: the input can't be read, or one person or everybody together sent too much. */
const LEVELS: Partial<Record<AppErrorCode, 'info' | 'warn'>> = { 'bad-input': 'info', 'too-busy': 'warn' };

/** Does the work. If it fails or takes too long, the log gets the error, and the apology is the result. */
export async function guard<T>(
  { log, withinMs, ...about }: GuardedWork,
  work: () => Promise<T>,
  apologise: (code: AppErrorCode) => T,
): Promise<T> {
  try {
    return await (withinMs === undefined ? work() : within(withinMs, work()));
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal';
    const level = LEVELS[code];
    if (level === undefined) log.error({ err: error, ...about }, 'a turn failed');
    else log[level]({ code, ...about }, 'a turn was refused');
    return apologise(code);
  }
}

/** The same for what answers somebody: they get a card that says what to do next. */
export function guardTurn(
  guarded: Omit<GuardedWork, 'activityId'>,
  place: Place,
  defaultLanguage: Language,
  work: () => Promise<readonly Outgoing[]>,
): Promise<readonly Outgoing[]> {
  return guard({ ...guarded, activityId: place.activityId }, work, (code) => [
    renderProblem(code, wordsAt(place, defaultLanguage)),
  ]);
}

async function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('internal', `No answer within ${deadlineMs} ms.`));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
