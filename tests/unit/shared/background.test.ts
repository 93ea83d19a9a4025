import { expect, it } from '@jest/globals';
import { createBackground } from '../../../src/shared/background';

it('work in the background has ended, failed or not, before its owner closes what it uses', async () => {
  const background = createBackground();
  const [problems, ended]: [unknown[], string[]] = [[], []];
  let endFirst: () => void = () => undefined;
  const work = async () => {
    await new Promise<void>((resolve) => (endFirst = resolve));
    ended.push('first');
    // Work may start more work.
    background.start(() => Promise.resolve().then(() => void ended.push('second')), problems.push);
    throw new Error('no');
  };
  background.start(work, (error) => problems.push(error));
  let isDone = false;
  const done = background.whenDone().then(() => (isDone = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDone).toBe(false);
  endFirst();
  await done;
  expect(ended).toEqual(['first', 'second']);
  expect(problems).toMatchObject([{ message: 'no' }]);
});
