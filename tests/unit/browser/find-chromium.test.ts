import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../../browser/find-chromium';

describe('the browser of this machine', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'browsers-'));
  const program = path.join(folder, 'chromium');
  const text = path.join(folder, 'google-chrome');
  writeFileSync(program, '');
  chmodSync(program, 0o755);
  writeFileSync(text, '', { mode: 0o644 });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is found on the PATH', () => {
    expect(findChromium({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(program);
  });

  it('is none where the PATH has none that runs', () => {
    expect(findChromium({ PATH: '/nowhere' })).toBeNull();
    expect(findChromium({})).toBeNull();
  });

  it('is the one that CHROMIUM names, and a mistake in it is reported', () => {
    expect(findChromium({ CHROMIUM: program, PATH: '' })).toBe(program);
    expect(() => findChromium({ CHROMIUM: text, PATH: folder })).toThrow(text);
  });
});
