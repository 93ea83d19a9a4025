import { renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { AppErrorCode } from '../shared/app-error';
import type { Outgoing } from './message';

/** The card for a failure. `fields`: what's wrong with the input, in plain words. */
export function renderProblem(code: AppErrorCode, words: Words, fields: readonly string[] = []): Outgoing {
  return { mode: 'send', card: renderCard('problem', { code, fields, reference: null }, words) };
}
