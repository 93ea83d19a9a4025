/** What a button says can be typed instead of pressing it, in every language. */
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../cards/words/languages';
import { parseCommand } from '../../../src/conversation/typed/commands';

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

  it('a shell command is named only to those who read the feedback', () => {
    const { insights, ...others } = words;
    expect(insights.words).toContain('npm run insights');
    expect(JSON.stringify(others)).not.toContain('npm run');
  });
});

it('older German words still work', () => {
  expect(parseCommand(`ändern ${NUMBER}`)).toMatchObject({ kind: 'request', verb: 'edit' });
  expect(parseCommand('Anfragen der Firma')).toMatchObject({ kind: 'list', list: 'company' });
});
