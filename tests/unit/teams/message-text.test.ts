import { describe, expect, it } from '@jest/globals';
import { readActivityCase } from '../../support/cases';
import { completeActivity, InboundActivity } from '../../../src/teams/inbound/activity';
import { readMessageText } from '../../../src/teams/inbound/message-text';
import { readWords } from '../../../src/conversation/typed/message-words';

const BOT = { id: '28:bot', name: 'Partner Desk' };
const PRIYA = { id: '29:a1', name: 'Priya Nair', aadObjectId: '10000000-0000-4000-8000-a10000000000' };

function read(fields: Record<string, unknown>) {
  const parsed = InboundActivity.parse({
    ...{ type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.example/' },
    ...{ from: { id: '29:x' }, recipient: BOT, conversation: { id: 'a:chat' }, ...fields },
  });
  const { text, ...rest } = readMessageText(completeActivity(parsed, '28:other'));
  return { ...rest, text: readWords(text) };
}

function mention(mentioned: object, text: string) {
  return { type: 'mention', text: `<at>${text}</at>`, mentioned };
}

function html(content: string) {
  return [{ contentType: 'text/html', content }];
}

describe('the words of a message', () => {
  it('are without the bot’s own mention, wherever and however often it appears', () => {
    const entities = [mention(BOT, 'Partner Desk'), mention(BOT, 'Partner Desk')];
    expect(read({ text: 'hi <at>Partner Desk</at>, <at id="0">Partner Desk</at> help', entities }).text).toBe(
      'hi , help',
    );
  });

  it('are without it where Teams sends no entity for it', () => {
    expect(read({ text: '<at>Partner Desk</at> queue' }).text).toBe('queue');
  });

  it('hold the name of anyone else, whose account is known', () => {
    const entities = [mention(BOT, 'Partner Desk'), mention(PRIYA, 'Priya')];
    const { text, mentioned } = read({ text: '<at>Partner Desk</at> ask <at>Priya</at>', entities });
    expect(text).toBe('ask Priya Nair');
    expect(mentioned).toEqual([{ userId: PRIYA.id, aadObjectId: PRIYA.aadObjectId, name: 'Priya Nair' }]);
  });

  it('hold a person who has the name of the bot', () => {
    const namesake = { id: '29:z', name: 'Partner Desk' };
    const entities = [mention(BOT, 'Partner Desk'), mention(namesake, 'Partner Desk')];
    const { text } = read({ text: '<at>Partner Desk</at> ask <at>Partner Desk</at>', entities });
    expect(text).toBe('ask Partner Desk');
  });

  it('take no markup from a name', () => {
    const entities = [mention({ id: '29:z', name: '<b>Eve</b> & Co' }, 'Eve')];
    expect(read({ text: 'ask <at>Eve</at>', entities }).text).toBe('ask <b>Eve</b> & Co');
  });

  it('are without what a reply or a forward quotes, and all that is nested in it', () => {
    const quote =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><p>old</p><blockquote>older</blockquote><p>old</p></blockquote>';
    const attachments = html(`${quote}<p>new</p><blockquote>mine</blockquote>`);
    expect(read({ text: 'old older old new mine', attachments }).text).toBe('new\n mine');
  });

  it('are those below the quote of a reply that was reported', () => {
    const { text, attachments } = readActivityCase('quote-flat.json', {
      serviceUrl: 'https://smba.example/',
    });
    expect(read({ text, attachments }).text).toBe('How many hours does TPD have?');
  });

  it('hold the names of mentions in the html, too', () => {
    const span = (index: number, name: string) =>
      `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="${index}">${name}</span>`;
    const quote = '<blockquote itemtype="http://schema.skype.com/Reply">old</blockquote>';
    const attachments = html(`${quote}<p>${span(0, 'Partner Desk')} ask ${span(1, 'Priya')}</p>`);
    const entities = [mention(BOT, 'Partner Desk'), mention(PRIYA, 'Priya')];
    expect(read({ text: 'old ask Priya', attachments, entities }).text).toBe('ask Priya Nair');
  });

  it('are the text as it is where nothing is quoted', () => {
    expect(read({ text: 'a < b & c', attachments: html('<blockquote>q</blockquote>other') }).text).toBe(
      'a < b & c',
    );
  });

  it('are in composed form', () => {
    expect(read({ text: 'Jo\u0308rg' }).text).toBe('J\u00f6rg');
  });

  it('are an emoji that is a picture in the html', () => {
    const content = '<p><img itemtype="http://schema.skype.com/Emoji" alt="👍" src="x"></p>';
    expect(read({ text: '', attachments: html(content) })).toMatchObject({ text: '👍', besides: null });
  });

  it('are read at once from a quote without an end, and from many', () => {
    const open = '<blockquote itemtype="http://schema.skype.com/Reply">';
    expect(read({ text: 'x', attachments: html(`new${open}old`) }).text).toBe('new');
    expect(read({ text: 'x', attachments: html(open.repeat(4_000)) }).besides).toBe('quote');
  });

  it('are read at once where hundreds are mentioned in thousands of places', () => {
    const entities = Array.from({ length: 499 }, (_, at) => mention({ id: `29:${at}` }, `n${at}`));
    const startMs = performance.now();
    expect(read({ text: '<at>x</at>'.repeat(40_000), entities }).mentioned).toEqual([]);
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });
});
