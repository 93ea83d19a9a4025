import { renderCard } from '../../cards';
import type { AppErrorCode } from '../shared/app-error';
import type { Outgoing } from './message';

/** What a person is told when something went wrong. `fields`: what of their input, in plain words. */
export function renderProblem(code: AppErrorCode, fields: readonly string[] = []): Outgoing {
  return { mode: 'send', card: renderCard('problem', { code, fields, reference: null }) };
}
