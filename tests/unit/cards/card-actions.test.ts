import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InputOf, Verb } from '../../../cards';
import { cards, parseCardAction, renderCard, sayAsData, verbs } from '../../../cards';
import { languages, type Language } from '../../../cards/words/languages';
import { parseCommand } from '../../../src/conversation/typed/commands';
import { objectsOf } from '../../support/card-check';

const filled = {
  verb: 'intake.submit',
  msteams: { feedback: { hide: true } },
  formId: 'f-1',
  serviceId: 'proof-of-concept',
  customer: '  Contoso ',
  confidential: 'true',
  solutionAreaId: '',
  wantedBy: '2026-12-10',
  role: 'any',
  details: '',
};

describe('a pressed button', () => {
  it('becomes its verb and its checked input', () => {
    expect(parseCardAction({ verb: 'handoff.claim', number: 'PD-0042', msteams: {} })).toEqual({
      ok: true,
      verb: 'handoff.claim',
      input: { number: 'PD-0042' },
    });
  });

  it('is refused by field when something is missing or wrong', () => {
    expect(parseCardAction({ verb: 'accept-form.submit', number: '42', date: '2026-02-30' })).toEqual({
      ok: false,
      verb: 'accept-form.submit',
      problems: [
        { field: 'number', message: 'not-a-request-number' },
        { field: 'date', message: 'not-a-date' },
      ],
    });
  });

  it.each([
    undefined,
    null,
    'handoff.claim',
    7,
    [],
    {},
    { verb: 7 },
    { verb: 'handoff.burn' },
    { verb: 'toString' },
  ])('is refused when it is %p', (data) => {
    expect(parseCardAction(data)).toMatchObject({ ok: false, verb: null });
  });

  it.each(['a\0b', 'half \uD83D', 'é'])(
    'is refused with the id %j, which no card has and no database takes',
    (formId) => {
      for (const data of [filled, { verb: 'note-form.submit', number: 'PD-0042', note: 'x' }])
        expect(parseCardAction({ ...data, formId })).toMatchObject({
          ok: false,
          problems: [{ field: 'formId', message: 'unknown' }],
        });
    },
  );

  it('never throws, whatever it carries', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verbs), fc.object({ maxDepth: 2 }), (verb, data) => {
        expect(typeof parseCardAction({ ...data, verb }).ok).toBe('boolean');
      }),
    );
  });
});

describe('a suggestion', () => {
  const starters = [{ title: 'Frequently asked questions', text: 'FAQ' }];

  it('is said in the chat where the client can', () => {
    expect(JSON.stringify(renderCard('unclear', { starters }, languages.en).content)).toContain(
      '"data":{"msteams":{"type":"imBack","value":"FAQ"}}',
    );
  });

  it('is sent as data in local mode, and read back as what was said', () => {
    const drawn = sayAsData(renderCard('unclear', { starters }, languages.en).content);
    const data = objectsOf(drawn).find((object) => 'verb' in object);
    expect(parseCardAction(data)).toEqual({ ok: true, verb: 'chat.say', input: { text: 'FAQ' } });
  });
});

describe('an intake form', () => {
  it('tells empty fields from filled ones', () => {
    expect(parseCardAction(filled)).toEqual({
      ok: true,
      verb: 'intake.submit',
      input: {
        formId: 'f-1',
        serviceId: 'proof-of-concept',
        customer: 'Contoso',
        confidential: true,
        solutionAreaId: null,
        wantedBy: '2026-12-10',
        role: null,
        person: null,
        details: null,
        asked: null,
        drawnAtMs: null,
        fields: {},
      },
    });
  });

  it('takes fields that a client leaves out for empty', () => {
    expect(parseCardAction({ verb: 'intake.submit', formId: 'f-1' })).toMatchObject({
      ok: true,
      input: { serviceId: null, customer: null, confidential: false, wantedBy: null, role: null },
    });
  });

  it('names the field that is too long', () => {
    expect(parseCardAction({ ...filled, details: 'x'.repeat(6001) })).toMatchObject({
      ok: false,
      problems: [{ field: 'details' }],
    });
  });

  it('sends its values again from the duplicate card', () => {
    const first = parseCardAction(filled);
    if (!first.ok) throw new Error('the form was refused');
    expect(parseCardAction({ ...first.input, verb: 'duplicate.send-anyway' })).toEqual({
      ok: true,
      verb: 'duplicate.send-anyway',
      input: first.input,
    });
  });
});

describe('the handlers of all verbs', () => {
  type Handlers = { readonly [V in Verb]: (input: InputOf<V>) => unknown };
  const oneOnly = { 'handoff.claim': ({ number }: InputOf<'handoff.claim'>) => number };

  it('do not compile when one is missing', () => {
    // @ts-expect-error every verb but one has no handler
    const handlers: Handlers = oneOnly;
    expect(Object.keys(handlers)).not.toEqual(verbs);
  });
});

describe('a command that a card sends in the person’s name', () => {
  const samples = Object.values(cards).flatMap((card) =>
    Object.keys(card.samples).map((sample) => [card.name, sample] as const),
  );
  const draw = (name: string, sample: string, language: Language) => {
    const card = Object.values(cards).find((one) => one.name === name)!;
    const model = (card.samples as Readonly<Record<string, never>>)[sample]!;
    const said = objectsOf(card.render(model, languages[language])).flatMap(({ type, value }) =>
      type === 'imBack' ? [String(value)] : [],
    );
    return { said, model: JSON.stringify(model) };
  };

  it.each(samples)('is in the reader’s language and means the same: %s, %s', (name, sample) => {
    const english = draw(name, sample, 'en');
    const german = draw(name, sample, 'de');
    expect(german.said.map(readMeaning)).toEqual(english.said.map(readMeaning));
    // What the card is given is up to the conversation.
    expect(german.said.filter((one) => english.said.includes(one) && !german.model.includes(one))).toEqual(
      [],
    );
  });
});

/** Without the person's own words, which some commands carry. */
function readMeaning(said: string) {
  return { ...parseCommand(said), said: null };
}
