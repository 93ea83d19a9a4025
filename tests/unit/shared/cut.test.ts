/** Checks that text is shortened by whole characters, and by the length that it has when it's spelled out. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clipped } from '../../../cards/elements/text';
import { readWantedBy } from '../../../src/answering/intake/find-date';
import { stripMarkup } from '../../../src/answering/plain-text';
import { withoutContacts } from '../../../src/conversation/answers/feedback';
import { checkInput, Submission, Words } from '../../../src/engagement/events/input';
import { cleanLabel, cutLong } from '../../../src/shared/clean-text';
import { cutEnd, cutStart } from '../../../src/shared/cut';
import { findProjectRoot } from '../../../src/shared/project-root';
import { readMessageText } from '../../../src/teams/inbound/message-text';
import type { InboundActivity } from '../../../src/teams/inbound/activity';
import { submission } from '../../support/desk';

/** One character that becomes eighteen. */
const GROWS = '\ufdfa';
const EMOJI = '😀';
const HALF = /\p{Surrogate}/u;

function spelled(text: string): number {
  return text.normalize('NFKC').length;
}

describe('a cut', () => {
  it.each([0, 1, 2, 3, 4, 5])('at %i leaves no half of a character', (at) => {
    const text = `y${EMOJI.repeat(4)}`;
    for (const kept of [cutStart(text, at), cutEnd(text, at)]) {
      expect(kept).not.toMatch(HALF);
      expect(kept.length).toBeLessThanOrEqual(at);
    }
    expect(text.startsWith(cutStart(text, at))).toBe(true);
    expect(text.endsWith(cutEnd(text, at))).toBe(true);
  });

  it('leaves no more than its length, however it is spelled', () => {
    const text = `begins ${GROWS.repeat(500)} ends`;
    expect(spelled(cutStart(text, 100))).toBeLessThanOrEqual(100);
    expect(spelled(cutEnd(text, 100))).toBeLessThanOrEqual(100);
    expect(cutStart(text, 100)).toMatch(/^begins /);
    expect(cutEnd(text, 100)).toMatch(/ ends$/);
    expect(cutStart('short', 100)).toBe('short');
  });

  it.each([
    ['a card', (text: string) => clipped(text, 100)],
    ['a message', cutLong],
    ['feedback', withoutContacts],
  ])('of %s leaves no half of a character', (_, cut) => {
    for (const start of ['', 'y']) expect(cut(start + EMOJI.repeat(9_000))).not.toMatch(HALF);
  });
});

describe('text that grows when it is spelled out', () => {
  const activity = (fields: object) =>
    ({ type: 'message', recipient: { id: 'bot' }, ...fields }) as InboundActivity;

  it.each([
    ['a message', readMessageText(activity({ text: GROWS.repeat(8_000) })).text],
    [
      'the html of a message',
      readMessageText(activity({ attachments: [{ contentType: 'text/html', content: GROWS.repeat(8_000) }] }))
        .text,
    ],
    [
      'names of people who are mentioned',
      readMessageText(
        activity({
          text: '<at>a</at>'.repeat(500),
          entities: Array.from({ length: 500 }, () => ({
            type: 'mention',
            text: '<at>a</at>',
            mentioned: { id: '29:a', name: GROWS.repeat(990) },
          })),
        }),
      ).text,
    ],
    ['a display name', cleanLabel(GROWS.repeat(990))],
  ])('is short after it: %s', (_, text) => {
    expect(spelled(text)).toBeLessThan(8_100);
  });

  it('is short after its entities were read', () => {
    expect(spelled(stripMarkup('&#xFDFA;'.repeat(5_000)))).toBeLessThanOrEqual(40_000);
  });

  it('is refused by a form as too long', () => {
    expect(checkInput(Words, { text: GROWS.repeat(1_990) }).problems).toMatchObject([
      { field: 'text', message: 'longer-than:2000' },
    ]);
    expect(checkInput(Submission, submission({ customer: GROWS.repeat(100) })).problems).toMatchObject([
      { field: 'customer', message: 'longer-than:120' },
    ]);
    expect(checkInput(Words, { text: `So … ${'…'.repeat(1_000)}` }).problems).toBeNull();
  });
});

it('dates are searched for in the beginning of a text only', () => {
  const nowMs = Date.UTC(2026, 10, 1);
  expect(readWantedBy(`${'word '.repeat(300)} by 24 December 2026`, nowMs).day).toBe('2026-12-24');
  expect(readWantedBy(`${'word '.repeat(1_600)} by 24 December 2026`, nowMs).day).toBeNull();
});

it('limits of what people typed are cut by whole characters everywhere', () => {
  const root = findProjectRoot();
  const cuts = ['src', 'cards'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const text = readFileSync(path.join(root, folder, file), 'utf8');
        return [
          ...text.matchAll(/\.(?:slice|substring)\((?:0, |-)(?:LONGEST_(?!TEXT)|MAX|MOST_READ)\w*.*/g),
        ].map(([found]) => `${folder}/${file}: ${found}`);
      }),
  );
  // These cut our own content, JSON and lists.
  const allowed = /catalogue\.ts|MAX_(?:TURNS|TERMS|SUGGESTIONS|SENTENCES|FORM_SENTENCES)|as unknown/;
  expect(cuts.filter((cut) => !allowed.test(cut))).toEqual([]);
});
