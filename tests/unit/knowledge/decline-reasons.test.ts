/** Reasons to decline a request, in an organisation's own content. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { findContentDir, loadContent } from '../../../src/knowledge/load/load-content';

const overlayDir = mkdtempSync(path.join(tmpdir(), 'reasons-'));
afterAll(() => {
  rmSync(overlayDir, { recursive: true });
});

it.each([
  [
    'a door that doesn’t exist',
    '- { id: a, title: A, text: B., door: gate }\n',
    /door: "gate" doesn't exist/,
  ],
  [
    'an ID twice',
    '- { id: a, title: A, text: B., door: null }\n- { id: a, title: C, text: D., door: null }\n',
    /id: "a" is already used/,
  ],
  ['no reason at all', '\n', /nobody can decline/],
])('are refused with %s', (_what, text, message) => {
  writeFileSync(path.join(overlayDir, 'decline-reasons.yaml'), text);
  expect(() => loadContent({ dir: findContentDir(), overlayDir })).toThrow(message);
});
