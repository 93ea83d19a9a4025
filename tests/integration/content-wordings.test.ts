import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let overlayDir: string;
beforeEach(() => {
  overlayDir = mkdtempSync(path.join(os.tmpdir(), 'wordings-'));
});
afterEach(() => {
  rmSync(overlayDir, { recursive: true });
});

/** An entry over the shipped content, with these wordings. */
function addEntry(id: string, asks: readonly string[]): void {
  mkdirSync(path.join(overlayDir, 'faq'), { recursive: true });
  writeFileSync(
    path.join(overlayDir, 'faq', `${id}.md`),
    `---
title: ${id}
programme: null
source: owner-document
owner: GPS Technical Team
verified: 2026-11-23, from the owner's document
reviewBy: 2027-05-23
asks:
${asks.map((ask) => `  - ${JSON.stringify(ask)}`).join('\n')}
---
It's a sample.
`,
  );
}

/** What the command prints of it, beside its summary. */
function check(): { readonly code: number | null; readonly lines: readonly string[] } {
  const program = path.join(__dirname, '../../dist/src/cli/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'content'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: overlayDir },
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('"'));
  return { code: status, lines: [...lines, ...stderr.split('\n').filter(Boolean)] };
}

const MENU = [
  'what does the canteen serve today',
  'is there vegetarian food in the canteen',
  'when does the canteen open for lunch',
  'canteen menu of this week',
  'how much is lunch in the canteen',
];

describe('the wordings of the content', () => {
  it('pass as they are shipped, and with an entry about something new', () => {
    addEntry('canteen', MENU);
    expect(check()).toEqual({ code: 0, lines: [] });
  });

  it('fail with a sentence for each entry that can’t be told from others', () => {
    addEntry('canteen', MENU);
    // Paraphrases another entry.
    addEntry('prices', [
      'how much does it cost to work with the architecture desk',
      'what is the price of the architecture desk',
      'does the architecture desk charge money',
      'are there fees for the architecture desk',
      'is the architecture desk expensive',
    ]);
    // Has wordings of several others.
    addEntry('mixed', [
      'where do I report a security vulnerability',
      'which partner manager looks after us',
      'can an architect come on site to the customer',
    ]);
    // Has one of another entry's.
    addEntry('opening', [
      'when does the canteen open for the lunch',
      'opening hours of the reception',
      'is the gate open at night',
      'reception hours on Sunday',
    ]);
    const { code, lines } = check();
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/"canteen".* says the same as .* of "opening"|"opening".* of "canteen"/),
      expect.stringMatching(/"mixed" isn't found by its own wordings: only 0 of 3 find it/),
      expect.stringMatching(/"prices".*"desk-paid".*architecture desk/),
    ]);
  });

  it('of another organisation pass on their own', () => {
    cpSync(path.join(__dirname, '../support/other-organisation'), overlayDir, { recursive: true });
    expect(check()).toEqual({ code: 0, lines: [] });
  });
});
