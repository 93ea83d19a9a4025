import { describe, expect, it } from '@jest/globals';
import { renderCard } from '../../../cards';
import { languages } from '../../../cards/words/languages';
import { createStatements } from '../../../src/answering/replying/statements';
import { describeProblem } from '../../../src/conversation/requests/faults';
import { parseCommand } from '../../../src/conversation/typed/commands';
import { drawReply, drawWelcome, findStarter, NOBODY } from '../../../src/conversation/answers/replies';
import { actor, inPersonal } from '../../support/conversation';
import { content } from '../../support/shared';

const statements = createStatements(content);
const { de, en } = languages;
const draw = (drawn: unknown) => JSON.stringify(drawn);

describe('a reader of German', () => {
  it('sees every starter with a German title, and presses the same thing', () => {
    const welcome = draw(drawWelcome(NOBODY, content, de).content);
    const turn = { place: inPersonal(actor('maya', 'Maya')), words: de };
    const unclear = draw(drawReply({ kind: 'unclear', topic: 'unclear' }, content, NOBODY, turn));
    for (const { title, in: titles, text, shows } of content.starters) {
      const german = titles?.['de'] ?? title;
      expect(german).not.toBe(title);
      for (const card of [welcome, unclear]) {
        expect(card).toContain(german);
        expect(card).not.toContain(JSON.stringify(text).slice(1, -1));
        if (shows !== undefined) expect(card).toContain(`"shows":"${shows}"`);
      }
      const means = findStarter(content, german);
      if (means === undefined) expect(parseCommand(german)).toEqual(parseCommand(text));
      else expect(means).toMatchObject({ text, shows });
    }
  });

  it('isn’t told that answers are in English', () => {
    expect(content.translations.map(({ id }) => id)).toContain('de');
    const { help, welcome } = de;
    for (const sentence of [help.inPersonal, welcome.what('PDM oder PTS')])
      expect(sentence).not.toMatch(/Englisch/);
  });

  it.each(['reopened-too-often:3', 'closed-too-long-ago', 'not-a-request-number'])(
    'reads what is wrong with a request as a sentence about the request: %s',
    (message) => {
      expect(describeProblem({ field: 'number', message }, de)).toMatch(/^Die Anfrage (wurde|hat) /);
    },
  );

  it.each(content.doors.map(({ id }) => id))(
    'sees the door %s in German, on a card and in a channel',
    (id) => {
      const door = statements.findDoor(id);
      const statement = { ...statements.find('desk-break-fix')!, door };
      const how = door?.in?.['de']?.how ?? 'missing';
      for (const card of [
        renderCard('verdict', { verdict: 'out', rule: null, statement, next: [] }, de),
        renderCard('channel-answer', { statement, deepLink: null }, de),
      ])
        expect(draw(card.content)).toContain(JSON.stringify(how).slice(1, -1));
      const english = renderCard('verdict', { verdict: 'out', rule: null, statement, next: [] }, en);
      expect(draw(english.content)).not.toContain(JSON.stringify(how).slice(1, -1));
    },
  );

  it.each(
    content.starters.flatMap(({ title, in: titles, text }) =>
      [title, titles?.['de'] ?? ''].map((typed) => [typed, text]),
    ),
  )('may type the title %j instead of pressing it', (typed, text) => {
    const isKnown =
      parseCommand(typed) !== null || findStarter(content, typed)?.text === text || typed === text;
    expect(isKnown).toBe(true);
  });
});
