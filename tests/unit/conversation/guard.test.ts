/** Checks where a turn's failure ends, and what the log says about it. */
import { expect, it, jest } from '@jest/globals';
import { guard } from '../../../src/conversation/guard';
import { AppError } from '../../../src/shared/app-error';
import type { Log } from '../../../src/shared/log';

const fail = async (problem: Error) => {
  const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const guarded = { what: 'message', activityId: 'a-1', log: log as unknown as Log };
  const apology = await guard(
    guarded,
    () => Promise.reject(problem),
    (code) => code,
  );
  return { apology, log };
};

it('logs an unexpected failure as an error with its stack', async () => {
  const problem = new TypeError('x is undefined');
  const { apology, log } = await fail(problem);
  expect(apology).toBe('internal');
  expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ err: problem }), 'a turn failed');
});

it.each([
  ['bad-input', 'info'],
  ['too-busy', 'warn'],
] as const)('refuses %s without an error in the log, so that nobody can fill it', async (code, level) => {
  const { apology, log } = await fail(new AppError(code, 'x'));
  expect(apology).toBe(code);
  expect(log[level]).toHaveBeenCalledWith({ code, what: 'message', activityId: 'a-1' }, 'a turn was refused');
  expect(log.error).not.toHaveBeenCalled();
});
