/** What the bot reads customers' names by is learnt from the practice sentences as they are, and reads strange names. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDraftReader } from '../../src/answering/intake/read-draft';
import { findPracticeKey, readPracticeFiles } from '../../src/answering/intake/naming/learn-names';
import { loadLearnedNames } from '../../src/answering/intake/naming/learned-names';
import { findContentDir } from '../../src/knowledge/load/load-content';
import { content } from '../support/shared';

const WRITE_THEM = 'Run `npm run content -- --write-vectors` and commit the files.';
const LEAST_SHARE = 0.9;

describe('the tagger of names', () => {
  it('has learnt from the practice sentences as they are', () => {
    const { key } = loadLearnedNames(path.join(findContentDir(), 'vectors'));
    const isFresh = key === findPracticeKey(readPracticeFiles(findContentDir()));
    expect(isFresh ? '' : WRITE_THEM).toBe('');
  });

  it('reads the customer of requests with names that it never saw', () => {
    const read = createDraftReader(content);
    const lines = readFileSync(path.join(__dirname, '../eval/customer-names.txt'), 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    const wrong = lines.filter((line) => {
      const at = line.lastIndexOf(' => ');
      const text = line.slice(0, at).replaceAll('\\n', '\n');
      const hints = { asksCustomer: !text.includes(' ') };
      const { draft, rivals } = read(text, text, Date.UTC(2026, 10, 30), hints);
      return [...rivals, draft.customer ?? ''].filter((name) => name !== '').join('|') !== expected(line, at);
    });
    const share = 1 - wrong.length / lines.length;
    expect(share >= LEAST_SHARE ? [] : wrong).toEqual([]);
  });
});

function expected(line: string, at: number): string {
  const names = line.slice(at + ' => '.length).normalize('NFC');
  return names === '-' ? '' : names;
}
