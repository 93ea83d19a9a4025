import { describe, expect, it } from '@jest/globals';
import { cards, verbs } from '../../../cards';
import { LANGUAGES, languages } from '../../../cards/words/languages';
import { CHANGES, eventsOf, verbsOf } from '../../../src/conversation/requests/changes';
import { CHANGE_NAMES } from '../../../src/engagement/events';

describe('the table of changes', () => {
  it('has a row for each event', () => {
    expect(CHANGES.map(({ name }) => name).sort()).toEqual([...CHANGE_NAMES].sort());
  });

  it.each(LANGUAGES)('has a row for each typed verb but those that only look or ask, in "%s"', (language) => {
    const typed = new Set<string>(CHANGES.map(({ verb }) => verb));
    expect(Object.keys(languages[language].verbs).filter((verb) => !typed.has(verb))).toEqual([
      'show',
      'nudge',
      'history',
    ]);
  });

  it('has a row for each form about a request', () => {
    const forms = Object.keys(cards).flatMap((name) => /^(.+)-form$/.exec(name)?.[1] ?? []);
    for (const form of forms) expect(CHANGES.map((change) => change.form?.name)).toContain(form);
    for (const { form } of CHANGES) if (form !== null) expect(eventsOf(form.name).length).toBeGreaterThan(0);
  });

  it('has a row for each button on the cards of a request, but those that only look or ask', () => {
    const known = new Set<string>(CHANGES.flatMap(verbsOf));
    const others = verbs.filter((verb) => /^(?:handoff|request)\./.test(verb) && !known.has(verb));
    expect(others).toEqual(['request.show', 'request.nudge']);
  });

  it('lets nothing of a partner be done where others read along', () => {
    for (const { name, by, inChannel } of CHANGES)
      if (by === 'partner') expect([name, inChannel]).toEqual([name, false]);
  });
});
