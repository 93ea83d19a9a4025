import { AppError } from '../shared/app-error';
import type { Log } from '../shared/log';

/** Logs that the model keeps failing, and that it's back. */
export function logRecovery(log: Log) {
  return {
    onDown: (why: string, pauseMs: number): void => {
      const err = new AppError('understanding-unavailable', why);
      log.error({ err, pauseMs }, 'understanding by meaning keeps failing, so the bot matches by words only');
    },
    onBack: (): void => {
      log.info('understanding by meaning is back');
    },
  };
}
