import { describe, expect, it } from '@jest/globals';
import { createFairQueue, type FairQueueLimits } from '../../../src/shared/fair-queue';

/** A queue whose work ends when the test says so. It also records the order in which work began. */
function open(limits: Partial<FairQueueLimits> = {}) {
  const queue = createFairQueue({ atOnce: 1, patienceMs: 60_000, ...limits });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (key: string, name: string) =>
    queue.run(key, () => {
      begun.push(name);
      return new Promise<string>((resolve) => {
        ends.set(name, () => {
          resolve(name);
        });
      });
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, add, end };
}

describe('a fair queue', () => {
  it('begins only as much at once as it may, and lets everyone take turns', async () => {
    const { begun, add, end } = open();
    const all = ['maya 1', 'maya 2', 'maya 3', 'priya 1', 'tom 1', 'tom 2'].map((name) =>
      add(name.split(' ')[0] ?? '', name),
    );
    expect(begun).toEqual(['maya 1']);
    const order = ['maya 1', 'maya 2', 'priya 1', 'tom 1', 'maya 3', 'tom 2'];
    for (const name of order) await end(name);
    expect(begun).toEqual(order);
    expect(await Promise.all(all)).toHaveLength(6);
  });

  it('leaves room for others however much one person sends', () => {
    const { queue, begun, add } = open({ atOnce: 3, atOnceEach: 2 });
    for (const name of ['maya 1', 'maya 2', 'maya 3', 'priya 1'])
      void add(name.split(' ')[0] ?? '', name).catch(() => undefined);
    expect(begun).toEqual(['maya 1', 'maya 2', 'priya 1']);
    void queue.close();
  });

  it.each([
    ['too much waits', { waiting: 1 }],
    ['one person waits with too much', { waitingEach: 1 }],
  ])('refuses at once when %s, and what it let in finishes', async (_, limits) => {
    const { begun, add, end } = open(limits);
    const first = add('maya', 'first');
    const second = add('maya', 'second');
    await expect(add('maya', 'third')).rejects.toMatchObject({ code: 'too-busy' });
    await end('first');
    await end('second');
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
    expect(begun).toEqual(['first', 'second']);
  });

  it('refuses what has waited too long, and never begins it', async () => {
    const { begun, add, end } = open({ patienceMs: 5 });
    const first = add('maya', 'first');
    await expect(add('priya', 'second')).rejects.toMatchObject({ code: 'too-busy' });
    await end('first');
    await first;
    expect(begun).toEqual(['first']);
  });

  it('gives room back when work fails', async () => {
    const { queue, begun, add, end } = open();
    await expect(queue.run('maya', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const next = add('maya', 'next');
    await end('next');
    await next;
    expect(begun).toEqual(['next']);
  });

  it('closes when what runs has ended, and begins nothing that waits', async () => {
    const { queue, begun, add, end } = open();
    const running = add('maya', 'running');
    const waiting = add('priya', 'waiting');
    let isClosed = false;
    const closing = queue.close().then(() => (isClosed = true));
    await expect(waiting).rejects.toMatchObject({ code: 'too-busy' });
    await expect(add('tom', 'late')).rejects.toMatchObject({ code: 'too-busy' });
    expect(isClosed).toBe(false);
    await end('running');
    await closing;
    expect(await running).toBe('running');
    expect(begun).toEqual(['running']);
  });
});
