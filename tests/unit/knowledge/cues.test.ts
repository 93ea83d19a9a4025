import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ContentError } from '../../../src/knowledge/model/content-error';
import { findContentDir, loadContent } from '../../../src/knowledge/load/load-content';

const overlayDir = mkdtempSync(path.join(tmpdir(), 'content-'));
afterAll(() => {
  rmSync(overlayDir, { recursive: true });
});

function loadWith(cues: string): readonly string[] {
  writeFileSync(path.join(overlayDir, 'cues.yaml'), cues);
  try {
    loadContent({ dir: findContentDir(), overlayDir });
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(({ line, message }) => `${line}: ${message}`);
  }
}

describe('cues.yaml', () => {
  it('may be left out: nothing in it is needed to answer', () => {
    expect(loadWith('')).toEqual([]);
  });

  it('tells of every id that it names and that is nowhere', () => {
    expect(
      loadWith('programmeNames:\n  dessk: [the dessk]\nrefusedBy:\n  pricing: [no-such-item]\n'),
    ).toEqual([expect.stringMatching(/^2: .*"dessk"/), expect.stringMatching(/^4: .*"no-such-item"/)]);
  });

  it('refuses a script that Unicode does not have', () => {
    expect(loadWith('languages:\n  - { id: x, scripts: [Klingonese], sentence: nuqneH }\n')).toHaveLength(1);
  });
});
