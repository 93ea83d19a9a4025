import { AppError } from '../shared/app-error';
import type { Log } from '../shared/log';

/** Logs that the model keeps failing, that it's back, and that it runs without its tuning. */
export function logRecovery(log: Log) {
  return {
    onDown: (why: string, pauseMs: number): void => {
      const err = new AppError('understanding-unavailable', why);
      log.error({ err, pauseMs }, 'understanding by meaning keeps failing, so the bot matches by words only');
    },
    onPlain: (why: string): void => {
      const err = new AppError('understanding-unavailable', why);
      log.error({ err }, 'the tuned encoder can’t be used, so the bot computes vectors with the plain one');
    },
    onBack: (): void => {
      log.info('understanding by meaning is back');
    },
  };
}
