/** What people typed is never changed, cut or moved without a word. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import { readRequest } from '../support/find-stale-cards';
import { openSeats, seats, wordsOn, type Seats, type Shown } from '../support/seats';
import { objectsOf } from '../support/card-check';

const { maya, priya } = seats;
let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  number = await seated.submit();
});
afterAll(() => seated.close());

function textOf(shown: readonly Shown[]): string {
  return shown.flatMap(wordsOn).join('\n');
}
function inputOn(shown: readonly Shown[], id: string) {
  return objectsOf(shown.map(({ message }) => message.card?.content)).find((element) => element['id'] === id);
}

describe('a confirmation', () => {
  it('says that a request without a customer is build-with, where the service is offered both ways', async () => {
    const own = await seated.submit({ customer: '' });
    expect(textOf(seated.shown())).toContain(words.confirmation.noCustomer('GPS build-with'));
    expect((await readRequest(seated, own)).service.motion).toBe('build-with');
  });

  it('says that a service is only offered by another programme than the customer suggests', async () => {
    await seated.submit({ customer: 'Litware', serviceId: 'hackathon' });
    expect(textOf(seated.shown())).toContain(words.confirmation.onlyAs('Hackathon', 'GPS build-with'));
  });
});

describe('an edit', () => {
  const edit = async (of: string, values: Record<string, string>) => {
    const [form] = await seated.say(maya, `edit ${of}`);
    return seated.press(maya, form, {
      ...{ verb: 'edit-form.submit', number: of, confidential: 'false', details: '', wantedBy: '' },
      ...values,
    });
  };

  it('that takes out the customer is asked about', async () => {
    const text = textOf(await edit(number, { customer: '' }));
    expect(text).toContain(words.faults.kinds['needed-for-opportunity']);
    expect((await readRequest(seated, number)).service.motion).toBe('sell-with');
  });

  it('that adds a customer says what it makes of the request', async () => {
    const own = await seated.submit({ customer: '' });
    expect(textOf(await edit(own, { customer: 'Litware' }))).toContain(
      words.outcomes.editedInto(own, 'sell-with'),
    );
  });
});

describe('a decline reason', () => {
  it('is offered and taken only where its text is true of the request', async () => {
    const form = await seated.say(priya, `decline ${number}`);
    const choices = JSON.stringify(inputOn(form, 'reasonId')?.['choices']);
    expect(choices).toContain('break-fix');
    expect(choices).not.toContain('no-customer');
    const refused = await seated.say(priya, `decline ${number} no-customer`);
    expect(textOf(refused)).toContain(words.faults.kinds['does-not-fit']);
    expect((await readRequest(seated, number)).state).toBe('submitted');
  });
});

describe('hours', () => {
  it.each(['-3h', '-3 hours', '−3h', '1000h'])('of %s are refused', async (typed) => {
    await seated.say(priya, `claim ${number}`);
    expect(textOf(await seated.say(priya, `complete ${number} ${typed} done`))).toContain(
      words.faults.notFromZeroTo(999),
    );
    expect((await readRequest(seated, number)).state).toBe('claimed');
  });

  it.each(['-3', '-0,5'])('of %s in the form are refused', async (hours) => {
    await seated.say(priya, `claim ${number}`);
    const [form] = await seated.say(priya, `complete ${number}`);
    const sent = { verb: 'complete-form.submit', number, outcomeId: 'delivered', hours, summary: '' };
    expect(textOf(await seated.press(priya, form, sent))).toContain(words.faults.notFromZeroTo(999));
    expect((await readRequest(seated, number)).state).toBe('claimed');
  });
});

describe('a text that is too long', () => {
  const long = 'A sentence. '.repeat(417);

  it('comes back whole with the form, which says how much fits', async () => {
    const [form] = await seated.say(maya, `note ${number}`);
    expect(String(inputOn([form!], 'note')?.['label'])).toContain(words.layout.atMost(2000));
    const again = await seated.press(maya, form, { verb: 'note-form.submit', number, note: long });
    expect(textOf(again)).toContain(words.faults.longerThan(2000));
    expect(inputOn(again, 'note')?.['value']).toBe(long.trim());
  });

  it('in a new request comes back, too', async () => {
    const form = (await seated.say(maya, 'New request')).at(-1);
    const formId = /"formId":"([^"]+)"/.exec(JSON.stringify(form?.message.card))?.[1];
    const again = await seated.press(maya, form, {
      ...{ verb: 'intake.submit', formId, serviceId: 'architecture-design-session', customer: 'Litware' },
      ...{ details: long, confidential: 'false' },
    });
    expect(inputOn(again, 'details')?.['value']).toBe(long.trim());
    expect(textOf(again)).toContain(words.faults.longerThan(2000));
  });
});
