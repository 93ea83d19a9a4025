/** Checks that people can type a button's title instead of pressing it, in every language. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../cards/words/languages';
import { readDay, readExactDay } from '../../../src/conversation/typed/read-details';
import { parseCommand } from '../../../src/conversation/typed/commands';
import { findProjectRoot } from '../../../src/shared/project-root';
import { listLiterals } from '../../support/string-literals';

const NUMBER = 'PD-0004';

describe.each(Object.values(languages))('in $language', (words) => {
  const verbs = Object.keys(words.verbs) as (keyof typeof words.verbs)[];
  const titles = verbs.flatMap((verb): [string, string][] => {
    const title = (words.buttons as Partial<Record<string, unknown>>)[verb];
    return [
      [verb, words.verbs[verb]],
      ...(typeof title === 'string' ? [[verb, title] as [string, string]] : []),
    ];
  });

  it.each(titles)('%s is understood before and after a request’s number: %s', (verb, title) => {
    for (const typed of [`${title} ${NUMBER}`, `${NUMBER} ${title}`, `${NUMBER} ${title.toLowerCase()}.`])
      expect(parseCommand(typed)).toMatchObject({ kind: 'request', verb, number: NUMBER });
  });

  it.each([
    [words.help.myRequests, 'requested'],
    [words.requestList.companyShort, 'company'],
    [words.requestList.company, 'company'],
    [words.help.mine, 'owned'],
    [words.help.myQueues, 'queue'],
    [words.digest.list, 'queue'],
  ])('a list is shown by its name: %s', (title, list) => {
    expect(parseCommand(title)).toMatchObject({ kind: 'list', list });
  });

  it('the check of a card that may be lost is answered by the titles of its buttons', () => {
    const { there, again } = words.deliveryCheck;
    expect(parseCommand(`${there} ${NUMBER}`)).toMatchObject({ kind: 'doubt', answer: 'there' });
    expect(parseCommand(`${again} ${NUMBER}`)).toMatchObject({ kind: 'doubt', answer: 'again' });
  });

  it('the check of a card works as its card says to type it', () => {
    expect(readQuoted(words.deliveryCheck.typed(NUMBER)).map(parseCommand)).toEqual([
      { kind: 'doubt', answer: 'there', number: NUMBER },
      { kind: 'doubt', answer: 'again', number: NUMBER },
    ]);
  });

  it.each(verbs)('%s works as cards say to type it', (verb) => {
    const typed = words.layout.command(words.verbs[verb], NUMBER);
    expect(parseCommand(typed)).toEqual({ kind: 'request', verb, number: NUMBER, rest: '' });
  });

  it.each([
    ['accept', words.acceptForm.typed(NUMBER, '2027-01-31'), words.speech.day('2027-01-31')],
    ['reschedule', `${words.verbs.reschedule} ${NUMBER} ${words.dateForm.example}`, words.dateForm.example],
    [
      'propose-date',
      `${words.verbs['propose-date']} ${NUMBER} ${words.dateForm.example}`,
      words.dateForm.example,
    ],
    ['answer', words.answerForm.typed(NUMBER), '…'],
    ['ask', words.askForm.typed(NUMBER), '…'],
    ['complete', words.completeForm.typed(NUMBER), '…'],
    ['decline', words.declineForm.typed(NUMBER), '…'],
    ['note', words.noteForm.typed(NUMBER), '…'],
    [
      'transfer',
      words.transferForm.typed(NUMBER, 'Priya Nair'),
      expect.stringMatching(/^(to|an) Priya Nair$/),
    ],
  ])('the form of %s works as it says to type it: %s', (verb, typed, rest) => {
    expect(parseCommand(typed)).toEqual({ kind: 'request', verb, number: NUMBER, rest });
  });

  it('the days that forms say to type are read at once', () => {
    const nowMs = Date.UTC(2026, 10, 24);
    for (const month of Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))) {
      const acceptedFor = `2027-${month}-28`;
      expect(readExactDay(words.speech.day(acceptedFor), nowMs)).toEqual({ acceptedFor, text: '' });
    }
    expect(readDay(words.dateForm.example, nowMs)).toEqual({ acceptedFor: '2027-01-31', text: '' });
    expect(readExactDay(words.dateForm.example, nowMs)).toBeNull();
  });

  it('the examples of filtered lists work as cards say to type them', () => {
    const examples = readQuoted(words.requestList.typedBy.staff);
    expect(examples.length).toBeGreaterThan(1);
    for (const typed of examples)
      expect(parseCommand(typed)).toMatchObject({ kind: 'list', words: expect.stringMatching(/./) });
  });

  it('what help says to type is understood', () => {
    const { requestCommands, queueCommands, insightsCommand } = words.help;
    const typed = [...requestCommands, ...queueCommands, insightsCommand].flatMap((line) =>
      [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, command = '']) => command),
    );
    expect(typed.filter((command) => parseCommand(command) === null)).toEqual([]);
  });

  it('a shell command is named only to those who read the feedback', () => {
    const file = path.join(findProjectRoot(), `cards/words/${words.language}.ts`);
    const literals = listLiterals(file, readFileSync(file, 'utf8')).map(({ text }) => text);
    expect(words.insights.words).toContain('npm run insights');
    expect(literals.filter((text) => text.includes('npm run'))).toEqual([words.insights.words]);
  });
});

it('titles of older cards still work', () => {
  for (const title of ['Show status', 'Status anzeigen'])
    expect(parseCommand(`${title} ${NUMBER}`)).toMatchObject({ kind: 'request', verb: 'show' });
});

it('older German words still work', () => {
  expect(parseCommand(`bearbeiten ${NUMBER}`)).toMatchObject({ kind: 'request', verb: 'edit' });
  expect(parseCommand('Anfragen der Firma')).toMatchObject({ kind: 'list', list: 'company' });
});

/** Lists what a sentence shows in quotation marks. */
function readQuoted(sentence: string): string[] {
  return [...sentence.matchAll(/[“„](.+?)[”“]/g)].map(([, quoted = '']) => quoted);
}
