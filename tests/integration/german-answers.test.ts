/** Answers in German: to German messages, and to presses and lists in a German client. English where a text lacks. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import type { Outgoing, Place } from '../../src/conversation/message';
import { EMPTY_DIALOGUE } from '../../src/answering/dialogue';
import { weighCards } from '../../src/cli/doctor/checks/cards';
import { drawReply, NOBODY } from '../../src/conversation/answers/replies';
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import { createInterpreters } from '../../src/answering/replying/interpreter';
import { createStatements } from '../../src/answering/replying/statements';
import { listTexts } from '../../src/knowledge/translations/list-texts';
import { objectsOf } from '../support/card-check';
import { actor, inPersonal, inQueueChannel, openConversation } from '../support/conversation';
import { openTestDesk, person, personalAddress, requester, submission, type TestDesk } from '../support/desk';
import { content, getSearch } from '../support/shared';

const { en, de } = languages;
const ENGLISH_LINE = 'Ich antworte auf Englisch.';
const german = content.translations.find(({ id }) => id === 'de')!;
/** Texts that only the English has: what is the same in both languages tells nothing. */
const english = listTexts(content)
  .map((text) => text.english)
  .filter((text) => german.texts.get(text) !== text && text.split(' ').length > 2);

let test: TestDesk;
let chat: ReturnType<typeof openConversation>;
beforeAll(async () => {
  test = await openTestDesk();
  chat = openConversation(test);
  await getSearch().search.ready;
}, 120_000);
afterAll(async () => {
  expect(chat.errors).toEqual([]);
  await test.close();
});

let people = 0;
/** Somebody new, whose client is in `locale`. */
function newPerson(locale: string) {
  people += 1;
  const who = actor(`reader-${people}`, 'Maya');
  const personal = inPersonal(who);
  const place: Place = { ...personal, address: { ...personal.address, locale } };
  return {
    place,
    say: (text: string) => chat.say(who, place, text),
    press: (data: unknown) => chat.press(who, place, data),
  };
}

/** Every text that is shown, with lines apart. What a button sends isn't shown. */
function wordsOf(outgoing: readonly Outgoing[]): string {
  const texts = outgoing.flatMap(({ text, card }) => {
    const seen = JSON.stringify(card?.content ?? {}, (key, value: unknown) =>
      key === 'data' ? null : value,
    );
    return [text, ...objectsOf(JSON.parse(seen)).flatMap(({ text: shown, title }) => [shown, title])];
  });
  return texts.filter((text) => typeof text === 'string').join('\n');
}

/** What the buttons of a card send, and what the chat shows of it. */
function pressesOf(outgoing: readonly Outgoing[]) {
  return outgoing
    .flatMap(({ card }) => objectsOf(card?.content ?? {}))
    .flatMap(({ type, displayText, value }) =>
      type === 'messageBack' ? [{ shown: String(displayText), value }] : [],
    );
}

/** The English texts of the content that stand there. */
function findEnglish(shown: string): readonly string[] {
  return english.filter((text) => shown.includes(text));
}
const titleOf = (id: string) => german.texts.get(content.entries.find((one) => one.id === id)!.title)!;

describe('a German message gets', () => {
  it.each([
    ['an answer', 'Wie fordere ich TPD an?', 'Melden Sie sich im Partner Center an'],
    ['a verdict', 'Kann TPD zu uns ins Büro vor Ort kommen?', 'TPD bietet keine Leistungen vor Ort an.'],
    ['a rule', 'Wie viele Stunden hat ein TPD-Einsatz?', 'auf 25 Stunden begrenzt'],
    [
      'the door of a need',
      'Unser Kunde braucht eine Architektur für die Migration nach Azure, wer hilft uns dabei?',
      'Architecture Desk',
    ],
    [
      'a term',
      'Wofür steht die Abkürzung CVD?',
      '**CVD**: Coordinated Vulnerability Disclosure. Darauf stützt sich',
    ],
    [
      'what is not covered',
      'Was kosten die Lizenzen für Microsoft 365?',
      'Ich kenne keine Preise oder Rabatte',
    ],
    [
      'a comparison',
      'Was ist der Unterschied zwischen ASfP und PSfP?',
      'Incidents oder Zeit können abgezogen werden',
    ],
    [
      'a guide',
      'Welchen Supportvertrag sollen wir für ein Ticket nutzen, unseren oder den des Kunden?',
      'Welchen Supportplan hat Ihr Unternehmen?',
    ],
    [
      'an outage',
      'Bei unserem Kunden ist die Datenbank ausgefallen und nichts geht mehr!',
      'Es tut mir leid, dass etwas nicht funktioniert. Erstellen Sie ein Ticket',
    ],
    [
      'a vulnerability',
      'Ich habe eine Sicherheitslücke in Azure gefunden, mit der jeder fremde Daten lesen kann',
      'Bitte beschreiben Sie sie nicht in diesem Chat.',
    ],
  ])('%s in German, in a client of either language: %s', async (_what, text, expected) => {
    for (const locale of ['en-US', 'de-DE']) {
      const shown = wordsOf(await newPerson(locale).say(text));
      expect(shown).toContain(expected);
      expect(findEnglish(shown)).toEqual([]);
      expect(shown).not.toContain(ENGLISH_LINE);
      // The words around it are German, too.
      expect(shown).not.toContain(en.statement.whereToGo);
      expect(shown.split(german.note).length - 1).toBeGreaterThan(0);
    }
  });

  it('both halves of an answer to two questions in German, and the small print once', async () => {
    const { say } = newPerson('en-US');
    const [answer] = await say('Wie fordere ich TPD an? Und wie verfolge ich meine Meldung beim MSRC?');
    const shown = wordsOf([answer!]);
    expect(shown).toContain(titleOf('tpd-how-to'));
    expect(shown).toContain(titleOf('msrc-track-status'));
    expect(findEnglish(shown)).toEqual([]);
    expect(shown.split(german.note)).toHaveLength(2);
  });

  it('a yes or no in German', async () => {
    const shown = wordsOf(
      await newPerson('en-US').say('Können wir für einen EA-Kunden ein Ticket über unser ASfP öffnen?'),
    );
    expect(shown).toContain(`**${de.yesOrNo.yes}.** Sie können`);
    expect(findEnglish(shown)).toEqual([]);
  });

  it('what follows in German: more, why, shorter, and bare names', async () => {
    const { say } = newPerson('en-US');
    await say('Was ist das Architecture Desk und was macht es?');
    for (const [text, expected] of [
      ['mehr', 'Seine Leistungen: RFP/RFI Advice'],
      ['mehr', de.choices.more],
      [
        'Bietet das Architecture Desk auch Break-Fix an?',
        'Das Architecture Desk übernimmt weder Break-Fix noch Fehlersuche.',
      ],
      ['warum?', 'Auch GPS und TPD übernehmen kein Break-Fix.'],
      ['kürzer', 'Das Architecture Desk übernimmt weder Break-Fix noch Fehlersuche.'],
      ['CVD?', 'Coordinated Vulnerability Disclosure'],
    ] as const) {
      const shown = wordsOf(await say(text));
      expect([text, shown.includes(expected)]).toEqual([text, true]);
      expect([text, findEnglish(shown)]).toEqual([text, []]);
    }
  });

  it('the steps and the result of a guide in German, pressed or typed', async () => {
    const { say, press } = newPerson('en-US');
    await say('Welchen Supportvertrag sollen wir für ein Ticket nutzen?');
    const guide = { verb: 'guide.answer', guide: 'whose-contract', answers: {} };
    const step = wordsOf(await press({ ...guide, step: 'plan', option: 'asfp' }));
    expect(step).toContain('Wie kauft der Kunde bei Microsoft?');
    const result = wordsOf(
      await press({
        ...guide,
        answers: { plan: 'asfp', agreement: 'csp', where: 'cloud' },
        step: 'reseller',
        option: 'direct',
      }),
    );
    expect(result).toContain('Nutzen Sie Ihr eigenes ASfP und nicht den Vertrag des Kunden.');
    expect(findEnglish(step + result)).toEqual([]);
    expect(result).toContain(german.note);
  });

  it('a question back in German, whose answer goes on in German', async () => {
    const { say, press } = newPerson('en-US');
    const asked = await say('Macht ihr auch Architekturen? Wir brauchen Hilfe beim Entwurf');
    const shown = wordsOf(asked);
    expect(findEnglish(shown)).toEqual([]);
    const [option] = pressesOf(asked);
    expect(shown).toContain(option!.shown);
    const next = wordsOf(await press(option!.value));
    expect(findEnglish(next)).toEqual([]);
    expect(next).not.toContain(en.statement.whereToGo);
  });

  it('German in a channel whose organisation speaks English', async () => {
    const who = actor('in-channel', 'Maya');
    const shown = wordsOf(
      await chat.say(who, inQueueChannel('general'), 'Wie melde ich eine Sicherheitslücke?'),
    );
    expect(shown).toContain('Melden Sie eine Sicherheitslücke');
    expect(shown).toContain(german.note);
    expect(findEnglish(shown)).toEqual([]);
  });
});

it('what is not covered is German in a channel, too', async () => {
  const who = actor('asks-in-channel', 'Maya');
  const asked = 'Was kosten die Lizenzen für Microsoft 365?';
  const shown = wordsOf(await chat.say(who, inQueueChannel('general'), asked));
  expect(shown).toContain('Ich kenne keine Preise oder Rabatte');
  expect(shown).toContain(german.note);
});

it('what is looked up is found by its German title', async () => {
  const who = actor('looks-up', 'Maya');
  const [first] = await chat.lookUp(who, inPersonal(who), 'Sicherheitslücke melden');
  expect(first?.title).toContain('How do I report a vulnerability?');
});

describe('in a German client', () => {
  it.each([
    'FAQ',
    'FAQ TPD',
    'What is and isn’t TPD?'.replace('’', "'"),
    "What is and isn't the Architecture Desk?",
  ])('the list is German: %s', async (text) => {
    const shown = wordsOf(await newPerson('de-DE').say(text));
    expect(shown.length).toBeGreaterThan(100);
    expect(findEnglish(shown)).toEqual([]);
  });

  it('every entry that is pressed is German, and English in an English client', async () => {
    const [readsGerman, readsEnglish] = [newPerson('de-DE'), newPerson('en-US')];
    for (const { id, title, asks } of content.entries) {
      const pressed = { verb: 'chat.say', text: asks[0] ?? title, shows: id };
      expect([id, findEnglish(wordsOf(await readsGerman.press(pressed)))]).toEqual([id, []]);
      const shown = wordsOf(await readsEnglish.press(pressed));
      expect([id, shown.includes(title), shown.includes(german.note)]).toEqual([id, true, false]);
    }
  });

  it('an English message gets English, with English words around it', async () => {
    const shown = wordsOf(await newPerson('de-DE').say('How do I request TPD, please?'));
    expect(shown).toContain('Sign in to Partner Center');
    expect(shown).not.toContain(de.statement.whereToGo);
  });

  it('a translated title may be typed as it stands on the list', async () => {
    for (const { id, title } of content.entries) {
      const reply = await chat.answerer.understand(german.texts.get(title)!, EMPTY_DIALOGUE);
      const shown = reply.kind === 'answer' || reply.kind === 'verdict' ? reply : null;
      const told = shown?.kind === 'answer' ? shown.statements[0]?.id : shown?.statement.id;
      expect([title, told]).toEqual([title, id]);
    }
  });

  it('a refused report of a vulnerability is explained in German', async () => {
    const { press } = newPerson('de-DE');
    const shown = wordsOf(
      await press({
        verb: 'need.request',
        formId: 'f-1',
        serviceId: 'proof-of-concept',
        details: 'I found an SQL injection in the Azure portal that lets anyone read other tenants’ data',
      }),
    );
    expect(shown).toContain('Melden Sie Sicherheitslücken dem MSRC.');
  });
});

it('stores English, in whatever language people ask', async () => {
  const { say, place } = newPerson('de-DE');
  await say('Wie fordere ich TPD an?');
  const stored = await chat.dialogueAt(place);
  expect(stored?.turns.at(-1)?.answerTitle).toBe('How do I request TPD?');
  expect(stored?.language).toBe('de');
});

describe('a text that changed after it was translated', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'changed-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is shown in English, and a line says so', async () => {
    mkdirSync(path.join(folder, 'faq'));
    const changed = content.entries.find(({ id }) => id === 'tpd-how-to')!;
    const { title, source, owner, verified, reviewBy, asks } = changed;
    const front = {
      title,
      programme: 'tpd',
      aspect: 'how-to-engage',
      source,
      owner,
      verified,
      reviewBy,
      door: 'tpd',
      asks,
    };
    writeFileSync(
      path.join(folder, 'faq', 'tpd-how-to.md'),
      `---\n${JSON.stringify(front)}\n---\nCreate a ticket in the new portal.\n`,
    );
    const other = openConversation(test, {}, undefined, folder);
    const who = actor('changed', 'Maya');
    const shown = wordsOf(await other.say(who, inPersonal(who), 'Wie fordere ich TPD an?'));
    expect(shown).toContain('Create a ticket in the new portal.');
    expect(shown).toContain(ENGLISH_LINE);
    expect(other.errors).toEqual([]);
  }, 60_000);
});

it('understands what a button says to request a service', async () => {
  for (const { id, name } of content.services.filter(({ stored }) => stored)) {
    const reply = await chat.answerer.understand(de.person.requestFor(name), EMPTY_DIALOGUE);
    expect(reply).toMatchObject({ kind: 'intake', draft: { serviceId: id } });
  }
});

it('is the same service that a German title offers to request', () => {
  const statements = createStatements(content);
  const interpreter = createInterpreters(content)('de')!;
  const draw = (id: string, isGerman: boolean) => {
    const statement = statements.find(id)!;
    const { value } = interpreter.reply({
      kind: 'answer' as const,
      topic: id,
      statements: [statement],
      next: [],
    });
    const reply = isGerman
      ? value
      : { kind: 'answer' as const, topic: id, statements: [statement], next: [] };
    const who = actor('draws', 'Maya');
    return drawReply(reply, content, NOBODY, { place: inPersonal(who), words: de });
  };
  const requestable = new Set(content.services.map(({ name }) => de.person.requestFor(name)));
  const requestOf = (drawn: Outgoing) =>
    objectsOf(drawn.card!.content).flatMap(({ type, value }) =>
      type === 'imBack' && requestable.has(String(value)) ? [value] : [],
    );
  const offered = content.entries.map(({ id }) => [requestOf(draw(id, true)), requestOf(draw(id, false))]);
  expect(offered.filter(([german]) => german?.length === 1).length).toBeGreaterThan(5);
  for (const [german, own] of offered) expect(german).toEqual(own);
  const samples = Object.fromEntries(content.entries.map(({ id }) => [id, draw(id, true).card!]));
  expect(weighCards([{ name: 'answer in German', samples }])).toEqual([
    expect.objectContaining({ severity: 'ok' }),
  ]);
});

describe('a reason to decline a request', () => {
  async function submit() {
    people += 1;
    const by = await requester(test.directory, 'northwind-traders', 'Anna');
    const sent = { address: personalAddress(by.userId), confirmationActivityId: 'confirmation' };
    const input = submission({ submissionId: `form-${people}`, customer: `Shop ${people}` });
    const outcome = await test.desk.submit({ by, input, ...sent });
    if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
    return outcome.request;
  }

  it('has a German title on the list of who declines in a German client', async () => {
    const { number } = await submit();
    const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });
    const { address, ...personal } = inPersonal(priya);
    const place: Place = { ...personal, address: { ...address, locale: 'de-DE' } };
    const shown = wordsOf(await chat.say(priya, place, `${number} ablehnen`));
    expect(shown).toContain('Nicht genug Angaben');
    expect(findEnglish(shown)).toEqual([]);
  });

  it('is German in the partner’s news', async () => {
    const priya = await person(test.directory, 'priya-nair');
    for (const reason of content.declineReasons.filter(({ onlyFor }) => onlyFor !== 'no-customer')) {
      const { id } = await submit();
      await test.desk.decline(
        priya,
        { id },
        { reasonId: reason.id, text: reason.needsWords ? 'Bis Mai.' : '' },
      );
      const found = await test.desk.findRequest(priya, { id });
      if (found.outcome !== 'found') throw new Error(found.outcome);
      const event = found.request.events.at(-1)!;
      const request = { ...found.request, audience: 'requester' as const };
      const message = drawDeskCard(
        {
          ...{ card: 'request-news', request, news: [event], event, contact: null },
          ...{ isFinal: false, isPrivate: true, next: [], mention: null },
        },
        { content, words: de },
      );
      const shown = wordsOf([{ mode: 'send', card: message.card! }]);
      expect(event.reasonId).toBe(reason.id);
      if (!reason.needsWords) expect(shown).toContain(german.texts.get(reason.text));
      expect(findEnglish(shown)).toEqual([]);
    }
  });
});
