import type { AppErrorCode } from '../shared/app-error';
import type { Outgoing } from './message';

/** What a person is told when something went wrong. */
export function renderProblem(code: AppErrorCode): Outgoing {
  return { mode: 'send', text: code };
}
