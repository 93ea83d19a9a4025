/** A model as a second reader: when it's asked, what it gets, what is made of what it says. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE } from '../../src/answering/dialogue';
import { createDoorFinder } from '../../src/answering/replying/find-door';
import { listAnswers } from '../../src/model/reply-parts';
import { catalogue, choose, openReader, openScripted, REQUEST } from '../support/model';
import { ScriptedModel, type Script } from '../support/scripted-model';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const QUESTION = 'how do people get hold of the design folks?';
const RULE = content.rules.find(
  ({ side, refuses, answersYesOrNo }) => side === 'is-not' && refuses && answersYesOrNo,
)!;
const FRENCH = 'Combien d’heures l’Architecture Desk peut-il passer avec un client ?';
const GERMAN = 'Wie viele Stunden darf das Architecture Desk pro Kunde leisten?';

const understanding = useUnderstanding();
let model: ScriptedModel;
beforeAll(async () => {
  model = await ScriptedModel.start();
});
afterAll(() => model.stop());
beforeEach(() => {
  model.asked.length = 0;
});

const open = (parts: Parameters<typeof openReader>[2] = {}) =>
  openReader(understanding, openScripted(model), parts);
const says = (answer: unknown) => {
  model.answerInTurn({ says: answer });
};
const lastUser = () => ScriptedModel.readUser(model.asked.at(-1)!);

describe('what a model chooses', () => {
  it.each(['desk-how-to-engage', 'gps-team', 'desk-defined-hours'])(
    'is shown in the owners’ words: %s',
    async (id) => {
      says(choose(QUESTION, [id]));
      const { ask, outcomes } = open();
      const { reply } = await ask(QUESTION);
      const entry = content.entries.find((one) => one.id === id)!;
      expect(reply).toMatchObject({
        kind: 'answer',
        topic: entry.topic,
        statements: [{ id, answer: entry.answer }],
      });
      expect(reply.byModel).toBeUndefined();
      expect(['changed', 'agreed']).toContain(outcomes[0]);
    },
  );

  it('leads where the catalogue says, for every line of it', async () => {
    const findDoor = createDoorFinder(content);
    for (const { id, door } of catalogue.items.values()) {
      const chosen = { answers: [{ id, asksVerdict: false }], request: null };
      const reply = await understanding.answerer.showChosen(chosen, 'a question', EMPTY_DIALOGUE);
      const found = reply === null ? null : findDoor(reply);
      expect([id, found?.kind === 'door' ? found.id : found?.kind]).toEqual([id, door]);
    }
  });

  it('has the verdict of the rule, as the rule says it', async () => {
    const text = 'we thought you might just do that for them?';
    says(choose(text, [RULE.id]));
    const { reply } = await open().ask(text);
    expect(reply).toMatchObject({
      kind: 'verdict',
      verdict: 'out',
      rule: { id: RULE.id },
      statement: { answer: RULE.answer },
    });
  });

  it('may be two things that were asked', async () => {
    says(choose(QUESTION, ['desk-how-to-engage', 'gps-team', 'tpd-how-to']));
    const { reply } = await open().ask(QUESTION);
    expect(reply).toMatchObject({
      statements: [{ id: 'desk-how-to-engage' }, { id: 'gps-team' }, { id: 'tpd-how-to' }],
    });
  });

  it('may be nothing: then the bot says that it isn’t covered', async () => {
    says(choose(QUESTION, []));
    expect((await open().ask(QUESTION)).reply).toMatchObject({
      kind: 'not-covered',
      gapId: content.notCovered[0]?.id,
    });
  });

  it('may be a need, with the form that its row starts', async () => {
    const text = 'Our client put out a tender and we have ten days';
    const row = content.needs!.rows.find(({ id }) => id === 'tender')!;
    says(choose(text, ['tender']));
    expect((await open().ask(text)).reply).toMatchObject({
      kind: 'need',
      verdict: 'in',
      statement: { answer: row.answer },
      request: { serviceId: row.service },
    });
  });

  it('is asked once for the same message', async () => {
    says(choose(QUESTION, ['gps-team']));
    const { ask } = open();
    expect((await ask(QUESTION)).reply).toEqual((await ask(QUESTION)).reply);
    expect(model.asked).toHaveLength(1);
  });
});

describe('what a model takes for a report', () => {
  it('is kept as little as what we take for one', async () => {
    const topic = content.cues.safety.vulnerability!.topic;
    const { id } = content.entries.find((one) => one.topic === topic)!;
    says(choose(QUESTION, [id]));
    expect((await open().ask(QUESTION)).reply).toMatchObject({ topic, confidential: true });
  });
});

describe('what a model reads of a request', () => {
  it('settles what the bot would ask', async () => {
    const said = 'A design session please, either for Globex Retail or for Initech Holding';
    says(
      choose(said, [], { door: content.doors[0]!.id, request: { ...REQUEST, customer: 'Globex Retail' } }),
    );
    const { local, reply } = await open().ask(said);
    expect(local).toMatchObject({
      kind: 'intake',
      draft: { unclear: { customers: [expect.anything(), expect.anything()] } },
    });
    expect(reply).toMatchObject({ draft: { customer: 'Globex Retail', unclear: { customers: [] } } });
  });

  const text = 'pls get us an ADS going for Globex Retail on AKS, my PTS is Lena Fischer, by 14 December';

  it('fills the form, and the rules decide whether it may start', async () => {
    says(
      choose(text, [], {
        door: catalogue.services.get('architecture-design-session')?.[0] ?? '',
        request: {
          ...REQUEST,
          service: { id: 'architecture-design-session', quote: 'ADS' },
          customer: 'Globex Retail',
          role: { id: 'PTS', quote: 'my PTS' },
          person: 'Lena Fischer',
          date: 'by 14 December',
        },
      }),
    );
    expect((await open().ask(text)).reply).toMatchObject({
      kind: 'intake',
      draft: {
        ...{
          serviceId: 'architecture-design-session',
          customer: 'Globex Retail',
          role: 'PTS',
          person: 'Lena Fischer',
        },
        wantedBy: '2026-12-14',
      },
      eligibility: { eligible: true },
    });
  });

  it('gets names of the directory back where it quotes their placeholders', async () => {
    model.script = (asked) => {
      const message = String(ScriptedModel.readUser(asked)['message']);
      const [company, person] = [
        /for (\[name \d+\])/.exec(message)?.[1] ?? '',
        /PTS is (\[name \d+\])/.exec(message)?.[1] ?? '',
      ];
      return {
        says: choose(message, [], {
          door: content.doors[0]!.id,
          request: { ...REQUEST, customer: company, person },
        }),
      };
    };
    const names = { people: ['Lena Fischer'], companies: ['Globex Retail'] };
    const { ask } = open({ listNames: () => Promise.resolve(names) });
    const { reply } = await ask(text);
    expect(reply).toMatchObject({ draft: { customer: 'Globex Retail', person: 'Lena Fischer' } });
    expect(JSON.stringify(model.asked)).not.toMatch(/Globex|Lena|Fischer/);
  });
});

/** Each says what the scripted endpoint does, and what is counted. */
const FAULTS: readonly (readonly [string, Script | ((text: string) => Script), string])[] = [
  ['an id that there is not', (text) => ({ says: choose(text, ['free-consulting']) }), 'rejected-unknown-id'],
  [
    'four answers',
    (text) => ({ says: choose(text, ['gps-team', 'desk-is', 'tpd-how-to', 'desk-overview']) }),
    'rejected-too-many',
  ],
  ['a part that was not said', { says: choose('something else', ['gps-team']) }, 'rejected-part'],
  [
    'a flipped verdict',
    (text) => ({ says: choose(text, [RULE.id], { answers: [{ id: RULE.id, part: text, verdict: 'in' }] }) }),
    'rejected-verdict',
  ],
  ['another door', (text) => ({ says: choose(text, ['gps-team'], { door: 'msrc' }) }), 'rejected-door'],
  [
    'an invented customer',
    (text) => ({
      says: choose(text, [], { door: content.doors[0]!.id, request: { ...REQUEST, customer: 'Initech' } }),
    }),
    'rejected-slot',
  ],
  [
    'text of its own',
    (text) => ({ says: { ...choose(text, ['gps-team']), answer: 'It costs 500 dollars.' } }),
    'rejected-malformed',
  ],
  [
    'a language that is none',
    (text) => ({ says: choose(text, ['gps-team'], { language: 'xx-YY' }) }),
    'rejected-language',
  ],
  [
    'a translation that nobody needs',
    (text) => ({ says: choose(text, ['gps-team'], { translation: [{ id: 'gps-team', text: 'Buy now' }] }) }),
    'rejected-translation',
  ],
  ['words instead of JSON', { says: 'You should engage the desk.' }, 'rejected-malformed'],
  ['broken JSON in the reply', { says: '{"answers":[{"id":' }, 'rejected-malformed'],
  ['a broken response', { raw: '{"choices":[' }, 'failed-no-content'],
  ['a refusal', { raw: '{"choices":[{"message":{"content":null,"refusal":"no"}}]}' }, 'failed-no-content'],
  ['a stall', 'stall', 'failed-too-slow'],
  ['a stall after the headers', 'stall-after-headers', 'failed-too-slow'],
  ['a reset', 'reset', 'failed-unreachable'],
  ['too many requests', { status: 429, headers: { 'retry-after': '30' } }, 'failed-rate-limited'],
  ['a refused key', { status: 401 }, 'failed-refused'],
  ['a missing model', { status: 404 }, 'failed-refused'],
  ['a server error', { status: 500 }, 'failed-server-error'],
];

describe('whatever else the endpoint does', () => {
  it.each(FAULTS)('%s leaves the local reply in place', async (_name, fault, outcome) => {
    for (const text of [
      QUESTION,
      'Is training for our customer’s staff something the desk does?',
      'who decides about our request in the end?',
    ]) {
      model.answerInTurn(typeof fault === 'function' ? fault(text) : fault);
      const { ask, outcomes } = openReader(understanding, openScripted(model, 600));
      const { local, reply } = await ask(text);
      expect(reply).toBe(local);
      expect(outcomes).toEqual([outcome]);
    }
  });

  it('a failure of our own, such as a directory that can’t be read, leaves it in place, and nothing is sent', async () => {
    const { ask, outcomes } = open({ listNames: () => Promise.reject(new Error('away')) });
    const { local, reply } = await ask(QUESTION);
    expect(reply).toBe(local);
    expect([outcomes, model.asked]).toEqual([['failed-error'], []]);
  });
});

describe('an entry that is left out of the content', () => {
  it('isn’t shown, whether the model names it or is honest', async () => {
    const outcomes: (string | undefined)[] = [];
    // An answerer of its own for each takes long, so every third.
    for (const left of content.entries.filter((_, at) => at % 3 === 0)) {
      const without = { ...content, entries: content.entries.filter((one) => one !== left) };
      const opened = open({ content: without });
      const text = left.asks[0] ?? left.title;
      says(choose(text, [left.id]));
      const named = await opened.ask(text);
      expect(named.reply).toBe(named.local);
      says(choose(text, []));
      const { reply } = await opened.ask(text);
      outcomes.push(opened.outcomes[0]);
      // What may be a report doesn't leave, and a guide asks on by itself.
      if (opened.outcomes[0] !== 'rejected-unknown-id') continue;
      expect([text, listAnswers(reply)]).toEqual([text, [content.notCovered[0]?.answer]]);
    }
    const asked = outcomes.filter((outcome) => outcome === 'rejected-unknown-id');
    expect(asked.length / outcomes.length).toBeGreaterThan(0.9);
    expect(new Set(outcomes)).toEqual(new Set(['rejected-unknown-id', 'withheld-report']));
  });
});

describe('when it’s asked', () => {
  const unsure = { when: 'unsure' as const, offTenants: [] };

  it.each([
    ['what is said in another language', GERMAN],
    ['several questions', 'How many hours does TPD give? And how do I reach the Architecture Desk?'],
    ['what isn’t understood', 'zorp blorp the flimflam'],
  ])('if unsure: %s', async (_name, text) => {
    says(choose(text, []));
    await open({ settings: unsure }).ask(text);
    expect(model.asked).toHaveLength(1);
  });

  it.each(['hello', 'How do I engage the Architecture Desk?', 'help'])('not if sure: %s', async (text) => {
    const { ask, outcomes } = open({ settings: unsure });
    await ask(text);
    expect([model.asked, outcomes]).toEqual([[], ['sure']]);
  });

  it('always, if set, but for greetings and the steps of a guide', async () => {
    says(choose(QUESTION, []));
    const { ask } = open();
    await ask('How do I engage the Architecture Desk?');
    expect(model.asked).toHaveLength(1);
    await ask('hello');
    expect(model.asked).toHaveLength(1);
  });
});

describe('a message in another language', () => {
  const id = 'desk-defined-hours';
  const text =
    'L’Architecture Desk n’a pas de limite d’heures fixe. La limite de 25 heures par engagement vaut pour TPD.';

  it('is shown the owners’ text, and below it a translation that keeps its facts', async () => {
    says(choose(FRENCH, [id], { language: 'fr', translation: [{ id, text }] }));
    const { local, reply } = await open().ask(FRENCH);
    expect(reply).toMatchObject({
      kind: 'answer',
      statements: [{ id }],
      translation: { language: 'fr', text },
    });
    expect(reply.notice).toBe(local.notice);
    const texts = lastUser()['texts'] as Record<string, string>;
    expect(texts[id]).toBe(content.entries.find((one) => one.id === id)?.answer);
  });

  it('that is a request has nothing to translate, and its quotes are not kept', async () => {
    const said = 'Bitte eine Design Session, entweder für Globex Retail oder für Initech Holding';
    const request = { ...REQUEST, customer: 'Globex Retail' };
    const door = content.doors[0]!.id;
    says(choose(said, [], { door, request, language: 'de', translation: [] }));
    says(choose(said, [], { door, request, language: 'de', translation: [] }));
    const { ask } = open();
    for (const { reply } of [await ask(said), await ask(said)]) {
      expect(reply).toMatchObject({ kind: 'intake', draft: { customer: 'Globex Retail' } });
      expect(reply.translation).toBeUndefined();
    }
    expect(model.asked).toHaveLength(2);
  });

  it.each([
    ['another number', text.replace('25', '50')],
    ['another programme', text.replace('TPD', 'GPS')],
    ['a link', `${text} https://evil.example`],
  ])('isn’t answered by a model that adds %s', async (_name, changed) => {
    says(choose(FRENCH, [id], { language: 'fr', translation: [{ id, text: changed }] }));
    const { ask, outcomes } = open();
    const { local, reply } = await ask(FRENCH);
    expect(reply).toBe(local);
    expect(outcomes).toEqual(['rejected-translation']);
  });
});
