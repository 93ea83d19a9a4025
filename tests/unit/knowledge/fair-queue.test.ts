import { describe, expect, it } from '@jest/globals';
import { createFairQueue, type FairQueue } from '../../../src/knowledge/embed/fair-queue';

function takeAll(queue: FairQueue<string>): string[] {
  const taken: string[] = [];
  for (let job = queue.take(); job !== undefined; job = queue.take()) taken.push(job);
  return taken;
}

describe('the fair queue', () => {
  it('lets people take turns, each in their own order', () => {
    const queue = createFairQueue<string>();
    for (const job of ['a1', 'a2', 'a3', 'a4']) queue.add(job, 'a', 10);
    for (const job of ['b1', 'b2']) queue.add(job, 'b', 10);
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('serves somebody new before the next job of somebody who was served', () => {
    const queue = createFairQueue<string>();
    for (const job of ['a1', 'a2', 'a3']) queue.add(job, 'a', 10);
    expect(queue.take()).toBe('a1');
    queue.add('b1', 'b', 10);
    expect(queue.take()).toBe('b1');
  });

  it('counts work, not jobs', () => {
    const queue = createFairQueue<string>();
    for (const job of ['a1', 'a2']) queue.add(job, 'a', 1_000);
    for (const job of ['b1', 'b2', 'b3', 'b4']) queue.add(job, 'b', 100);
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'b2', 'b3', 'b4', 'a2']);
  });

  it('gives nobody a claim for the time in which they asked nothing', () => {
    const queue = createFairQueue<string>();
    for (let turn = 0; turn < 50; turn += 1) {
      queue.add('a', 'a', 10);
      queue.take();
    }
    for (const job of ['a1', 'a2']) queue.add(job, 'a', 10);
    for (const job of ['b1', 'b2']) queue.add(job, 'b', 10);
    expect(takeAll(queue)).toEqual(['b1', 'a1', 'b2', 'a2']);
  });

  it('serves somebody who asks one by one as often as somebody who asks all at once', () => {
    const queue = createFairQueue<string>();
    for (const job of ['a1', 'a2', 'a3']) queue.add(job, 'a', 10);
    const taken: (string | undefined)[] = [];
    for (const job of ['b1', 'b2', 'b3']) {
      queue.add(job, 'b', 10);
      taken.push(queue.take(), queue.take());
    }
    expect(taken).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('forgets what is removed', () => {
    const queue = createFairQueue<string>();
    for (const job of ['a1', 'a2']) queue.add(job, 'a', 10);
    queue.remove('a1');
    expect([queue.count('a'), queue.count('b'), queue.count()]).toEqual([1, 0, 1]);
    expect(queue.clear()).toEqual(['a2']);
    expect(queue.take()).toBeUndefined();
  });
});
