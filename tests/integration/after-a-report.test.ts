/** What people ask around a report or an outage, in the words they use. */
import { describe, expect, it } from '@jest/globals';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const warm = useUnderstanding();
const gapOf = (id: string) => content.notCovered.find((gap) => gap.id === id)?.answer;
const REPORT = 'We found an XSS in the admin portal';

describe('right after a report of a vulnerability', () => {
  it.each([
    ['can you open a case for it', 'msrc-through-bot'],
    ['did you save what I wrote', 'msrc-through-bot'],
    ['Kannst du dafür ein Ticket eröffnen?', 'msrc-through-bot'],
    ['who do I email', 'msrc-contact'],
    ['wem maile ich das', 'msrc-contact'],
    ['is there a bounty', 'msrc-times-and-bounties'],
    ['gibt es dafür Geld', 'msrc-times-and-bounties'],
  ])('"%s" is answered for MSRC', async (question, gap) => {
    const reply = await warm.ask(REPORT, question);
    expect(reply).toMatchObject({ kind: 'not-covered', answer: gapOf(gap), confidential: true });
    expect(reply).toMatchObject({ door: { id: 'msrc' } });
  });

  it.each([
    ['may I disclose it', 'msrc-cvd'],
    ['can I tell my customer about it', 'msrc-cvd'],
    ['what happens next', 'msrc-track-status'],
  ])('"%s" shows %s', async (question, topic) => {
    expect(await warm.ask(REPORT, question)).toMatchObject({ kind: 'answer', topic });
  });

  it('a question about another programme is answered for that one', async () => {
    expect(await warm.ask(REPORT, 'How do I open a ticket with TPD?')).toMatchObject({ topic: 'tpd-how-to' });
  });

  it('the same words without a report are not answered for MSRC', async () => {
    const reply = await warm.ask('can you open a case for it');
    expect(reply).not.toMatchObject({ answer: gapOf('msrc-through-bot') });
  });
});

describe('a wish for a person', () => {
  it('after an outage still shows where the ticket goes', async () => {
    expect(await warm.ask('our customer’s tenant is down', 'i want a human')).toMatchObject({
      kind: 'person',
      door: { id: 'support' },
    });
  });

  it('on its own shows people only', async () => {
    expect(await warm.ask('i want a human')).not.toHaveProperty('door');
  });
});

describe('a question about the bot', () => {
  it.each([
    ['this bot is useless', 'bot-criticism'],
    ['you are useless', 'bot-criticism'],
  ])('"%s" gets an answer that fits', async (question, gap) => {
    expect(await warm.ask(question)).toMatchObject({ answer: gapOf(gap) });
  });
});

describe('a question about what happens to messages', () => {
  it.each([
    ['does my manager see this', 'privacy-readers'],
    ['Does Microsoft read along here?', 'privacy-readers'],
    ['Can the people at my company read this chat?', 'privacy-readers'],
    ['Sieht mein Chef, was ich hier schreibe?', 'privacy-readers'],
    ['can you forget what I said', 'privacy-deletion'],
    ['please erase what I told you', 'privacy-deletion'],
    ['Kannst du vergessen, was ich gesagt habe?', 'privacy-deletion'],
    ['where is this stored', 'privacy-place'],
    ['In which country do you store my chat?', 'privacy-place'],
    ['Wo wird das gespeichert?', 'privacy-place'],
    ['which model do you use', 'privacy-model'],
    ['are you chatgpt', 'privacy-model'],
    ['Is what I write used for training an AI?', 'privacy-model'],
    ['Welches Sprachmodell benutzt du?', 'privacy-model'],
    ['GDPR', 'privacy-law'],
    ['Is this bot GDPR compliant?', 'privacy-law'],
    ['DSGVO', 'privacy-law'],
    ['How long do you keep what I write?', 'privacy'],
    ['What do you store about me?', 'privacy'],
  ])('"%s" gets an answer that fits', async (question, about) => {
    expect(await warm.ask(question)).toMatchObject({ kind: 'privacy', about });
  });

  it.each(['Where does Microsoft store the data of Dynamics customers?', 'Is Copilot GDPR compliant?'])(
    'isn’t seen in a question about a product: %s',
    async (question) => {
      expect(await warm.ask(question)).not.toMatchObject({ kind: 'privacy' });
    },
  );
});

describe('a customer who wants to contact Microsoft directly', () => {
  it.each([
    'can the customer phone microsoft themselves?',
    'darf der kunde selbst bei microsoft anrufen?',
    'kann sich der Endkunde direkt an Microsoft wenden?',
    'le client peut-il appeler Microsoft lui-même ?',
    '¿puede el cliente llamar a Microsoft directamente?',
    'O cliente pode ligar diretamente para a Microsoft?',
    'il cliente può chiamare Microsoft direttamente?',
    'mag de klant zelf Microsoft bellen?',
    'お客様が直接マイクロソフトに電話してもいいですか。',
  ])('can’t use the partner’s plan: %s', async (question) => {
    expect(await warm.ask(question)).toMatchObject({ topic: 'faq-end-customer-entitlement' });
  });
});
