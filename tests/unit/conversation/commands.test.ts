import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../cards/words/languages';
import { parseCommand } from '../../../src/conversation/typed/commands';
import { readDay } from '../../../src/conversation/typed/read-details';
import { readWords } from '../../../src/conversation/typed/message-words';

describe('text commands', () => {
  it.each([
    ['claim PD-0042', { kind: 'request', verb: 'claim', number: 'PD-0042', rest: '' }],
    ['Claim pd42', { kind: 'request', verb: 'claim', number: 'PD-0042', rest: '' }],
    ['status of PD-0042', { kind: 'request', verb: 'show', number: 'PD-0042', rest: '' }],
    ['status PD-7', { kind: 'request', verb: 'show', number: 'PD-0007', rest: '' }],
    ['PD-12345', { kind: 'request', verb: 'show', number: 'PD-12345', rest: '' }],
    [
      'ask PD-0001: which region?',
      { kind: 'request', verb: 'ask', number: 'PD-0001', rest: 'which region?' },
    ],
    ['note PD-0001 two\nlines', { kind: 'request', verb: 'note', number: 'PD-0001', rest: 'two\nlines' }],
    ['cancel PD-0001', { kind: 'request', verb: 'withdraw', number: 'PD-0001', rest: '' }],
    ['withdraw', { kind: 'which', verb: 'withdraw' }],
    ['Cancel my request.', { kind: 'which', verb: 'withdraw' }],
    ['nudge', { kind: 'which', verb: 'nudge' }],
    ['edit the request', { kind: 'which', verb: 'edit' }],
    ['My requests', { kind: 'list', list: 'requested', words: '' }],
    ['Meine Anfragen', { kind: 'list', list: 'requested', words: '' }],
    ['offen in meinen Warteschlangen', { kind: 'list', list: 'queue', words: '' }],
    ['Unterstützung anfragen', { kind: 'new-request' }],
    ['Request an engagement', { kind: 'new-request' }],
    ['my requests: closed', { kind: 'list', list: 'requested', words: 'closed' }],
    ['mine needs-info', { kind: 'list', list: 'owned', words: 'needs-info' }],
    ['my queue', { kind: 'list', list: 'queue', words: '' }],
    ['the queue', { kind: 'list', list: 'queue', words: '' }],
    ['queue accepted EMEA?', { kind: 'list', list: 'queue', words: 'accepted EMEA' }],
    ["What is and isn't the Architecture Desk?", { kind: 'scope', of: 'the Architecture Desk' }],
    ["What's in scope for TPD, and what isn't?", { kind: 'scope', of: 'TPD' }],
    ['is / isn’t', { kind: 'scope', of: null }],
    ['Insights', { kind: 'insights' }],
    ['FAQ', { kind: 'faq', of: null }],
    ['faq tpd', { kind: 'faq', of: 'tpd' }],
    ['register queue pdm-emea', { kind: 'register-queue', queue: 'pdm-emea' }],
  ])('%s', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it.each([
    'can I claim hours under ASfP?',
    'how do I withdraw from TPD',
    'what is a queue',
    'insights into Azure costs',
    'note that we have no customer',
    'register a deal',
    'cancel my subscription',
    'answer the phone',
    '',
  ])('leaves a question alone: %s', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});

describe('a date', () => {
  it.each([
    ['PD-0005 annehmen 14.12.2026', 'accept', '14.12.2026'],
    ['PD-0005 annehmen am 14. Dezember, um 10 Uhr', 'accept', 'am 14. Dezember, um 10 Uhr'],
    ['PD-0005 annehmen 14. Dez. 2026', 'accept', '14. Dez. 2026'],
    ['PD-0005 Termin vorschlagen: 14.12.', 'propose-date', '14.12.'],
    ['PD-0005 Termin vorschlagen am 14.12.', 'propose-date', 'am 14.12.'],
  ])('follows a verb that the number comes before: “%s”', (text, verb, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'request', verb, number: 'PD-0005', rest });
  });
});

describe('another date', () => {
  it.each([
    ['Change the date of PD-0005 to 15 January', '15 January'],
    ['please move the agreed date of request PD-0005 to 2027-01-15.', '2027-01-15.'],
    ['Could you move PD-0005 to next Friday?', 'next Friday'],
    ['Postpone PD-0005 until 15 January, please', '15 January'],
    ['change PD-0005’s date to 15 January', '15 January'],
    ['reschedule PD-0005 to 15 January', 'to 15 January'],
    ['Ändere den Termin von PD-0005 auf den 15. Januar', 'den 15. Januar'],
    ['Verschiebe PD-0005 auf 15. Januar', '15. Januar'],
    ['Bitte PD-0005 auf den 15. Januar verschieben', 'den 15. Januar'],
    ['Können wir den Termin von PD-0005 auf den 15.01. verlegen?', 'den 15.01.'],
  ])('is asked for by “%s”', (text, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'request', verb: 'reschedule', number: 'PD-0005', rest });
  });

  it.each(['move PD-0005 to PTS EMEA', 'update PD-0005 to customer 3M', 'what is the date of PD-0005?'])(
    'is not asked for by “%s”',
    (text) => {
      expect(JSON.stringify(parseCommand(text))).not.toContain('reschedule');
    },
  );
});

describe('the day after a number', () => {
  const nowMs = Date.UTC(2026, 11, 1, 10);
  it.each([
    ['2027-01-15', '2027-01-15', ''],
    ['to 2027-01-15, in the morning', '2027-01-15', 'in the morning'],
    ['15 January', '2027-01-15', ''],
    ['for the 15th of January: we meet in Berlin', '2027-01-15', 'we meet in Berlin'],
    ['auf den 15. Januar', '2027-01-15', ''],
    ['am 15.01.2027', '2027-01-15', ''],
    ['tomorrow', '2026-12-02', ''],
  ])('is read from “%s”', (rest, acceptedFor, text) => {
    expect(readDay(rest, nowMs)).toEqual({ acceptedFor, text });
  });

  it.each([
    ['15 January 2020', 'past'],
    ['3/4/2027', 'ambiguous'],
  ])('is in doubt in “%s”', (rest, why) => {
    expect(readDay(rest, nowMs)).toEqual({ said: rest, why });
  });

  it.each(['', 'sounds good, let us talk on Friday', 'queue 2'])('is not read from “%s”', (rest) => {
    expect(readDay(rest, nowMs)).toBeNull();
  });
});

describe.each(Object.entries(languages))('in "%s"', (_language, words) => {
  const verbs = Object.entries(words.verbs);

  it.each(verbs)('what cards tell people to type for "%s" works', (verb, typed) => {
    expect(parseCommand(`${typed} PD-0042`)).toEqual(request(verb, ''));
    expect(parseCommand(`${typed} PD-0042: zwei Wörter`)).toEqual(request(verb, 'zwei Wörter'));
    expect(parseCommand(`PD-0042 ${typed}`)).toEqual(request(verb, ''));
  });

  it.each([
    ...verbs.flatMap(([verb]) => {
      const title: unknown = words.buttons[verb as keyof typeof words.buttons];
      return typeof title === 'string' ? [[verb, title] as const] : [];
    }),
    ['note', words.buttons.addNote],
    ['note', words.duplicate.addNote],
    ['nudge', words.waiting.nudge],
    ['show', 'Show status'],
    ['show', 'Show'],
    ['show', 'anzeigen'],
  ] as const)(
    'the title of the button for "%s", %j, works typed before and after the number',
    (verb, title) => {
      expect(parseCommand(`${title} PD-0042`)).toEqual(request(verb, ''));
      expect(parseCommand(`PD-0042 ${title.toLowerCase()}`)).toEqual(request(verb, ''));
    },
  );

  it.each([
    ['requested', words.lists.requested],
    ['requested', words.help.myRequests],
    ['owned', words.lists.owned],
    ['owned', words.help.mine],
    ['queue', words.lists.queue],
    ['queue', words.help.myQueues],
    ['queue', words.digest.list],
  ])('the list "%s" is shown for %j', (list, typed) => {
    expect(parseCommand(typed)).toEqual({ kind: 'list', list, words: '' });
  });

  it('the other titles work, too', () => {
    const { deliveryCheck, faq, feedback, help, person, scope } = words;
    expect(parseCommand(person.request)).toEqual({ kind: 'new-request' });
    expect(parseCommand(help.privacy)).toEqual({ kind: 'privacy' });
    expect(parseCommand(faq.title)).toEqual({ kind: 'faq', of: null });
    expect(parseCommand(faq.allAbout('TPD'))).toEqual({ kind: 'faq', of: 'TPD' });
    expect(parseCommand(scope.other('TPD'))).toEqual({ kind: 'scope', of: 'TPD' });
    expect(parseCommand(feedback.liked)).toEqual({ kind: 'rating', liked: true, words: '' });
    expect(parseCommand(feedback.disliked)).toEqual({ kind: 'rating', liked: false, words: '' });
    const number = 'PD-0042';
    expect(parseCommand(`${deliveryCheck.there} PD-0042`)).toEqual({
      kind: 'doubt',
      answer: 'there',
      number,
    });
    expect(parseCommand(`${deliveryCheck.again} PD-0042`)).toEqual({
      kind: 'doubt',
      answer: 'again',
      number,
    });
  });

  function request(verb: string, rest: string) {
    return { kind: 'request', verb, number: 'PD-0042', rest };
  }
});

describe('German sentences', () => {
  it.each([
    ['PD-0004 zurückziehen', 'withdraw', ''],
    ['Anfrage PD-4 zurückziehen.', 'withdraw', ''],
    ['Status PD-0004', 'show', ''],
    ['ÜBERNEHMEN pd4', 'claim', ''],
    ['Nachfragen PD-4: Welche Region?', 'ask', 'Welche Region?'],
    ['PD-4 Notiz: der Termin passt', 'note', 'der Termin passt'],
  ])('%s', (text, verb, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'request', verb, number: 'PD-0004', rest });
  });

  it('ask which request is meant where the number is missing', () => {
    expect(parseCommand('Meine Anfrage zurückziehen')).toEqual({ kind: 'which', verb: 'withdraw' });
  });

  it.each([
    'PD-4 note that we have no budget',
    'Kann ich PD-4 zurückziehen?',
    'antworten Sie mir',
    'ändern wir das',
  ])('that only mention the words stay questions: %s', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});

describe('a word that every object knows', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))('is no command: %s', (word) => {
    expect(parseCommand(word)).toBeNull();
  });
});

describe('the words of a command', () => {
  it('keep what only looks like markup, and their lines', () => {
    const typed = '<at>Partner Desk</at> note PD-0001 latency < 5 ms&nbsp;but > 2 ms\nA &amp; B';
    expect(readWords(typed)).toBe('note PD-0001 latency < 5 ms but > 2 ms\nA & B');
  });

  // With patterns that started again at each character, these took minutes, and nobody else got an answer meanwhile.
  it.each([['<'], ['<at'], ['!'], [' '], ['\n'], ['&#']])(
    'are read however often %j stands there',
    (part) => {
      const text = `claimed${part.repeat(400_000 / part.length)}x`;
      expect(parseCommand(readWords(text))).toBeNull();
      expect(parseCommand(text)).toBeNull();
    },
  );
});
