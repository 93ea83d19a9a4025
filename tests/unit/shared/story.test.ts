import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { canTell } from '../../../src/shared/story';

it.each([
  'Two words',
  'in_the_portal_anyone_reads_all',
  'in-the-portal',
  'a/guest/of\u200bthe/team',
  'ポータルに脆弱性がある',
  '我们发现漏洞',
  'пароль',
])('%s can tell something', (text) => {
  expect(canTell(text)).toBe(true);
});

it.each(['', 'Contoso', 'PD-0042', 'architecture-desk', '2026-12-24', 'Ørsted', 'メモ'])(
  '%s cannot',
  (text) => {
    expect(canTell(text)).toBe(false);
  },
);

it('nearly no id is taken for words', () => {
  const taken = Array.from({ length: 1_000 }, () => randomUUID()).filter(canTell);
  expect(taken.length).toBeLessThan(10);
});

it('a long text is read at once', () => {
  const startMs = performance.now();
  for (const text of ['a', 'aa-', 'a1', '-', 'aa- ']) canTell(text.repeat(100_000 / text.length));
  expect(performance.now() - startMs).toBeLessThan(1_000);
});
