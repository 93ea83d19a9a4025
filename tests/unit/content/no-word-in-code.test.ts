import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../../src/shared/project-root';
import { OUR_WORDS } from '../../support/our-words';
import { content } from '../../support/shared';
import { listLiterals } from '../../support/string-literals';

const root = findProjectRoot();
const ids = new Set(
  [...content.programmes, ...content.services, ...content.entries, ...content.rules].map(({ id }) => id),
);
/** The desk's own words, whatever an organisation calls these things: the keys of wording.yaml. */
const KEYS = new Set([...Object.keys(content.wording.roles), ...Object.keys(content.wording.motions)]);

function listSources(): string[] {
  return ['src', 'cards']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !EXCEPT.has(file));
}

/** Samples that several cards share, and the seats of local mode's sample organisation. */
const EXCEPT = new Set([
  'cards/elements/samples.ts',
  'src/cli/develop/playground/seats.ts',
  'src/cli/develop/playground.ts',
]);

describe('the code', () => {
  it('names no programme, service, entry, rule, term or role of the content', () => {
    const found = listSources().flatMap((file) =>
      listLiterals(file, readFileSync(path.join(root, file), 'utf8'))
        .filter(({ text }) => !KEYS.has(text) && (ids.has(text) || OUR_WORDS.test(text)))
        .map(({ text, line }) => `${file}:${String(line)} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught naming one, in a string or a template, but not in a sample', () => {
    const source = [
      "const shown = 'Ask TPD';",
      "const sample = { title: 'Ask GPS' };",
      'export const card = defineCard({ samples: { one: sample }, render: (m) => `${m} to TPD ${shown}` });',
    ].join('\n');
    const caught = listLiterals('card.ts', source).filter(({ text }) => OUR_WORDS.test(text));
    expect(caught.map(({ line }) => line)).toEqual([1, 3]);
  });
});
