/** Another organisation's content through CONTENT_DIR, whole: a university's IT, and no word of ours. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { textOf } from '../support/fake-connector';
import { Journey, someone, type Channel } from '../support/journey';
import { OUR_WORDS } from '../support/our-words';

const CONTENT_DIR = path.join(__dirname, '../support/other-organisation');
const ARTS: Channel = { id: '19:arts@thread.tacv2', name: 'Arts' };
const ada = someone('d1', 'Ada Lewis', 'ada@arts.ridgeway.example', '20000000-0000-4000-8000-000000000001');
const rhys = someone('d2', 'Rhys Evans', 'rhys.evans@ridgeway.example');
const gwen = someone('d3', 'Gwen Hughes', 'gwen.hughes@ridgeway.example');

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start({ env: { CONTENT_DIR }, known: [ada, rhys, gwen] });
}, 60_000);
afterAll(() => journey.stop('Secret Seminar'));

describe('another organisation', () => {
  it.each([
    ['hello', 'What the Media Studio does'],
    ['help', 'Which laptop may I borrow?'],
    ['what is the media studio', 'films and edits lectures for courses'],
    ['what does filming a lecture cost', 'free for courses of the university'],
    ['does the studio film weddings?', languages.en.verdict.no],
    ['does the studio film weddings?', 'films no private events'],
    [
      'difference between the media studio and research computing',
      'Side by side: Studio, Research Computing',
    ],
    ['is / isn’t studio', 'Subtitles in two languages'],
    ['faq', 'What Research Computing does'],
    ['what does VLE stand for', 'virtual learning environment'],
    ['what are the tuition fees', 'The guide names no tuition fees'],
    ['talk to a human', 'Gwen Hughes'],
    ['who is my IT partner', 'IT partner of your faculty'],
    ['my requests', 'No requests'],
    ['queue', 'You’re not a member of any queue'],
    ['claim PD-0009', 'can’t find that request'],
    ['asdf', 'didn’t understand'],
  ])('answers "%s" from its own content', async (text, expected) => {
    expect(await journey.say(ada, text)).toContain(expected);
  });

  it('is guided by its own table', async () => {
    expect(await journey.say(ada, 'which laptop for me')).toContain('Who are you?');
    expect(await journey.say(ada, 'staff')).toContain('What is it for?');
    expect(await journey.say(ada, 'video')).toContain('borrow the fast laptop');
  });

  it('takes a request to its own people, by its own rules and names', async () => {
    await journey.inChannel(rhys, ARTS, 'register queue arts');
    const { number } = await journey.request(ada, 'new request', {
      serviceId: 'code-clinic',
      customer: '',
    });
    const card = textOf((await journey.arrived(ARTS, 'POST', new RegExp(`${number}.*Claim`))).activity);
    expect(card).toContain('for your own research');
    expect(card).toContain('Gwen Hughes is the IT partner of Faculty of Arts');
    await journey.inChannel(gwen, ARTS, `claim ${number}`);
    await journey.arrived(ARTS, 'PUT', /Gwen Hughes claimed it/);
    expect(await journey.inChannel(gwen, ARTS, `decline ${number}`)).toContain('The term is full');
  });

  it('never says a word of ours', () => {
    const said = journey.connector.calls.map(({ activity }) => textOf(activity));
    expect(said.length).toBeGreaterThan(20);
    // What it is called itself, and the keys of roles in what forms send, are no words of the content.
    const ours = said
      .map((text) => text.replace(/"(?:id|value)":"(?:PDM|PTS)"/g, ''))
      .filter((text) => OUR_WORDS.test(text));
    expect(ours.map((text) => OUR_WORDS.exec(text)?.[0])).toEqual([]);
  });
});
