import { describe, expect, it } from '@jest/globals';
import * as thresholds from '../../../src/answering/thresholds';
import { OFF, withThreshold } from '../../../src/cli/develop/bench-ablation';

/** These keep people safe or replace the model, so labelled lines don't show what they're worth. */
const NOT_MEASURED = /^(?:REPORT|ENOUGH\.byWords|NEED\.supported)/;

function listPaths(value: unknown, path: string): string[] {
  if (typeof value === 'number') return [path];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    listPaths(inner, path === '' ? key : `${path}.${key}`),
  );
}

describe('the ablation', () => {
  const groupOf = (path: string) => path.split('.').slice(0, -1).join('.');
  const groups = new Set(
    Object.keys(OFF)
      .map(groupOf)
      .filter((group) => group !== ''),
  );

  it('switches off every threshold, or one number of its group', () => {
    const left = listPaths(thresholds, '').filter(
      (path) => !(path in OFF) && !groups.has(groupOf(path)) && !NOT_MEASURED.test(path),
    );
    expect(left).toEqual([]);
  });

  it.each(Object.entries(OFF))('switches %s off and on again', async (path, off) => {
    const read = () =>
      path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], thresholds);
    const before = read();
    expect(await withThreshold(path, off, () => Promise.resolve(read()))).toBe(off);
    expect(read()).toBe(before);
  });
});
