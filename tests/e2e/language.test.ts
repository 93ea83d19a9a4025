/** A partner whose Teams speaks German, a desk that speaks English: each reads their own language, a channel the organisation's. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { textOf } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL, people } from '../support/journey';

const { priya } = people;
const maya = { ...people.maya, locale: 'de-AT' };
const { de, en } = languages;

describe('a partner whose client speaks Austrian German', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await Journey.start();
    await journey.openQueues();
    await journey.say(priya, 'hello');
  }, 60_000);
  afterAll(() => journey.stop('no secret here'));

  it('is greeted, asked and corrected in German', async () => {
    expect(await journey.say(maya, 'hello')).toContain(de.welcome.hello('Maya'));
    expect(await journey.say(maya, 'new request')).toContain(de.intake.notStored);
    expect(await journey.say(maya, 'status PD-9999')).toContain('Prüfen Sie die Nummer');
  });

  it('hears of their request in German, while its queue and owner read English', async () => {
    const { number, confirmation } = await journey.request(maya, 'I need an ADS on AVD for Contoso', {
      customer: 'Contoso',
    });
    expect(textOf(confirmation.activity)).toContain('Sobald jemand die Anfrage übernimmt');
    const handoff = await journey.arrived(
      PDM_CHANNEL,
      'POST',
      new RegExp(`${number} for PDM EMEA · Waiting in queue`),
    );
    await journey.pressInChannel(priya, PDM_CHANNEL, handoff, { verb: 'handoff.claim', number });
    await journey.arrived(chat(maya), 'POST', /Priya Nair hat die Anfrage übernommen/);
    const own = await journey.arrived(chat(maya), 'PUT', /Übernommen/);
    expect(own.activityId).toBe(confirmation.activityId);
    await journey.arrived(PDM_CHANNEL, 'PUT', /Priya Nair claimed it/);
    const owners = await journey.arrived(chat(priya), 'POST', new RegExp(number));
    expect(textOf(owners.activity)).toContain('Claimed');
  });
});

describe('an organisation that speaks German', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await Journey.start({ env: { DEFAULT_LANGUAGE: 'de' } });
  }, 60_000);
  afterAll(() => journey.stop('no secret here'));

  it('reads German in its channels, no matter who writes there', async () => {
    const registered = await journey.inChannel(people.amara, PDM_CHANNEL, 'register queue pdm-emea');
    expect(registered).toContain('Warteschlange registriert');
    const { number, confirmation } = await journey.request(people.nils, 'I need an ADS on AVD for Contoso', {
      customer: 'Contoso',
    });
    expect(textOf(confirmation.activity)).toContain(en.confirmation.next);
    await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(`${number} für PDM EMEA · In der Warteschlange`));
  });
});
