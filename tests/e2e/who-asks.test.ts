/** Who is asking decides where a request goes: a guest, a stranger, and partners without a PDM of their own. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textOf } from '../support/fake-connector';
import { chat, FALLBACK_CHANNEL, Journey, PDM_CHANNEL, people } from '../support/journey';

const { gia, stranger, amara, nils, tess } = people;
const SECRET = 'Zebrafish Holdings';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
}, 60_000);
afterAll(() => journey.stop(SECRET));

describe('a guest in our tenant', () => {
  let number: string;

  it('sees who looks after their company, known by the address in their account', async () => {
    const reply = await journey.say(gia, 'Who is my PDM?');
    expect(reply).toContain('Priya Nair');
    expect(reply).not.toContain('Lena Fischer');
  });

  it('has a request handed to their company’s PDM', async () => {
    ({ number } = await journey.request(gia, 'I need a design session for Tailwind on AKS'));
    const handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    expect(textOf(handoff.activity)).toContain('Northwind Traders');
    expect(textOf(handoff.activity)).toContain('Reason: Priya Nair is the PDM of Northwind Traders');
  });

  it('is a colleague of the person who asks for the same from the company’s own tenant', async () => {
    const form = await journey.openForm(nils, 'I need a design session for Tailwind on AKS');
    const [duplicate] = await journey.press(nils, form.card, form.data);
    const text = textOf(duplicate?.activity ?? {});
    expect(text).toContain('A colleague already asked for this');
    expect(text).toContain(number);
    expect(await journey.say(nils, `status ${number}`)).toContain(`${number} from your company`);
  });

  it('hears of a note that the colleague adds from the form', async () => {
    const form = await journey.openForm(nils, `note ${number}`);
    await journey.press(nils, form.card, {
      verb: 'note-form.submit',
      number,
      note: 'We have a second site.',
    });
    const news = await journey.arrived(chat(gia), 'POST', /Nils Berg added a note/);
    expect(textOf(news.activity)).toContain('We have a second site.');
  });
});

describe('a name that nobody has', () => {
  it('is said to be unknown, and the request goes where it belongs', async () => {
    const { confirmation } = await journey.request(tess, 'I need a design session for Wingtip', {
      person: 'Lenah',
    });
    const text = textOf(confirmation.activity);
    expect(text).toContain('I couldn’t find anyone called “Lenah”');
    expect(text).toContain('Tailspin Toys has no PDM, and Lena Fischer is its PTS');
    const known = await journey.request(tess, 'I need a proof of concept for Wingtip', { person: 'Lena' });
    expect(textOf(known.confirmation.activity)).not.toContain('I couldn’t find anyone');
    expect(textOf(known.confirmation.activity)).toContain('request asks for Lena Fischer');
  });
});

describe('a partner that has a PTS and no PDM', () => {
  it('hears so when it asks for its PDM, and never that it has neither', async () => {
    const reply = await journey.say(tess, 'Who is my PDM?');
    expect(reply).toContain('No PDM is listed for your company');
    expect(reply).toContain('Lena Fischer');
    expect(reply).not.toContain('No PDM or PTS');
    expect(await journey.say(tess, 'Who is my PTS?')).toContain('Your contacts');
  });
});

describe('an account of another tenant in a conversation of ours', () => {
  it('is nobody’s colleague, whatever address its administrators gave it', async () => {
    const external = { ...gia, id: '29:external', aadObjectId: 'aad-external' };
    journey.connector.members.set(chat(external).id, [
      { ...external, email: 'nils.berg@northwindtraders.com', tenantId: 'tenant-of-nobody' },
    ]);
    const reply = await journey.say(external, 'Who is my PDM?');
    expect(reply).toContain('No PDM or PTS is listed for your company');
    expect(reply).not.toMatch(/Priya|Amara|Lena/);
  });
});

describe('a stranger', () => {
  let number: string;

  it('is served: a question is answered', async () => {
    expect(await journey.say(stranger, 'What does the architecture desk cost?')).toMatch(
      /not a paid service|no charge/i,
    );
  });

  it('sees nobody’s PDM', async () => {
    const reply = await journey.say(stranger, 'Who is my PDM?');
    expect(reply).toContain('No PDM or PTS is listed for your company');
    expect(reply).not.toMatch(/Priya|Amara|Lena/);
    // Nobody is sent to the very people who are not there.
    expect(reply).not.toContain('Ask your Partner Development Manager');
  });

  it('has a request taken by the catch-all queue, which says why', async () => {
    const asked = await journey.request(stranger, 'I need a design session for Fourth Coffee', {
      customer: SECRET,
      confidential: 'true',
    });
    ({ number } = asked);
    expect(textOf(asked.confirmation.activity)).toContain(
      'This company has no PDM or PTS of its own in the directory',
    );
    const handoff = await journey.arrived(FALLBACK_CHANNEL, 'POST', new RegExp(number));
    expect(textOf(handoff.activity)).toContain('A partner that’s not in the directory');
    expect(textOf(handoff.activity)).toContain('Confidential');
  });

  it('hears from the lead who claimed it; the lead gets the customer’s name in 1:1', async () => {
    expect(await journey.inChannel(amara, FALLBACK_CHANNEL, `claim ${number}`)).toContain(
      `You claimed ${number}`,
    );
    await journey.arrived(chat(stranger), 'POST', /Amara Diallo claimed it/);
    expect(await journey.say(amara, `status ${number}`)).toContain(SECRET);
  });
});
