/** What is read of a request in several languages and over several messages, with the real model. */
import { describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, remember } from '../../src/answering/dialogue';
import { clock, useUnderstanding } from '../support/understanding';

describe('a request', () => {
  const warm = useUnderstanding();
  const { ask } = warm;

  it.each<[text: string, changes: object]>([
    ['sorry, the customer is Halden Steel', { customer: 'Halden Steel' }],
    ['by 20 January please', { wantedBy: '2027-01-20' }],
    ['and confidential', { isConfidential: true }],
    ['actually make the topic AKS', { solutionAreaId: 'digital-app-innovation' }],
  ])('takes %j after the offer of a request for that request', async (text, changes) => {
    const need = 'Our customer Kestrel Freight wants to see Fabric work on their data before they buy';
    const offer = await ask(need);
    expect(offer).toMatchObject({ kind: 'need', request: { customer: 'Kestrel Freight' } });
    const dialogue = remember(EMPTY_DIALOGUE, need, offer, clock.nowMs());
    const reply = await warm.answerer.understand(text, dialogue);
    if (offer.kind !== 'need' || reply.kind !== 'intake') throw new Error(reply.kind);
    const { serviceId, customer } = offer.request ?? {};
    expect(reply.draft).toMatchObject({ serviceId, customer, ...changes });
    expect(reply.draft.note).not.toContain(text);
  });

  it('has a customer once one is named, whatever was said before', async () => {
    const reply = await ask(
      'we want a POC on Fabric, no customer yet',
      'Now there is a client: Halden Steel',
    );
    if (reply.kind !== 'intake') throw new Error(reply.kind);
    expect(reply.draft).toMatchObject({ customer: 'Halden Steel', solutionAreaId: 'data-ai' });
    expect(reply.eligibility).toMatchObject({ eligible: true, reason: 'ok-desk-service' });
  });

  it.each([
    'get the desk to migrate Halden Steel to Azure Virtual Desktop',
    'desk to migrate Halden Steel to Dynamics 365',
  ])('that gives a team work outside its scope is advised against: %s', async (text) => {
    const { eligibility } = await warm.answerer.readRequest(text, EMPTY_DIALOGUE);
    expect(eligibility).toMatchObject({ eligible: false, reason: 'implementation' });
  });

  it.each([
    ['TPD please, 15 hours at most, no training needed', 'tpd-consultation'],
    ["ADS for Halden Steel on AKS, not a break-fix thing, nothing's broken", 'architecture-design-session'],
    [
      "Not a break-fix thing, nothing's broken. A design session on AVD please",
      'architecture-design-session',
    ],
    ['We do NOT need a POC. An ADS on AKS for Halden Steel please', 'architecture-design-session'],
    ['Halden Steel needs a design session. Asap.', 'architecture-design-session'],
  ])('is not refused for what it is not about: %s', async (text, serviceId) => {
    const { draft, eligibility } = await warm.answerer.readRequest(text, EMPTY_DIALOGUE);
    expect(draft.serviceId).toBe(serviceId);
    expect(eligibility).toMatchObject({ eligible: true });
  });

  it.each(['their Sentinel is down since noon', 'Their Azure SQL went down, help'])(
    'in an open form isn’t continued by an outage: %s',
    async (text) => {
      const reply = await ask('A design session for Halden Steel on networking', text);
      expect(reply).toMatchObject({ kind: 'answer', topic: 'break-fix-routing' });
    },
  );

  it('that names no service opens the form with what it does name', async () => {
    const reply = await ask('is the desk free', 'ok then book it for Halden Steel, AKS, by 20 January');
    expect(reply).toMatchObject({
      kind: 'intake',
      draft: {
        serviceId: null,
        customer: 'Halden Steel',
        solutionAreaId: 'digital-app-innovation',
        wantedBy: '2027-01-20',
      },
    });
  });

  it.each(['Architecture Desk vs TPD please', 'pls the difference TPD GPS'])(
    'isn’t opened by a comparison: %s',
    async (text) => {
      expect((await ask(text)).kind).not.toBe('intake');
    },
  );

  it.each(['pls delpoyment reveiw for architcture desk', 'dose the dsk do delpoyment reveiws'])(
    'takes no misspelt word for a customer: %s',
    async (text) => {
      expect((await warm.answerer.readRequest(text, EMPTY_DIALOGUE)).draft.customer).toBeNull();
    },
  );

  it('is no report of a vulnerability after one, and a message that only resembles one is none', async () => {
    const read = async (text: string) => warm.answerer.readRequest(text, EMPTY_DIALOGUE);
    expect(await read('please report to Microsoft that a link in Teams leaks passwords')).toMatchObject({
      isReport: true,
      draft: { note: null, customer: null },
    });
    expect(await read('ADS for Halden Steel about Defender')).toMatchObject({ isReport: false });
    const report = await ask('We found an XSS in Teams');
    const dialogue = remember(EMPTY_DIALOGUE, 'We found an XSS in Teams', report, clock.nowMs());
    const later = await warm.answerer.readRequest('What is TPD?', dialogue);
    expect(later.isReport).toBe(false);
  });

  it('keeps what no field takes', async () => {
    const text =
      'Proof of concept on Fabric for Halden Steel, please. They have 80 stores in Spain. Thanks, Maya';
    const { draft } = await warm.answerer.readRequest(text, EMPTY_DIALOGUE);
    expect(draft.note).toBe('They have 80 stores in Spain.');
  });

  it('stays the same request when it is only said to be for a customer', async () => {
    const reply = await ask('we need a POC on Fabric', "it's for a client");
    if (reply.kind !== 'intake') throw new Error(reply.kind);
    expect(reply.draft).toMatchObject({ serviceId: 'proof-of-concept', solutionAreaId: 'data-ai' });
  });

  it('shows what was taken over in the words that the person typed', async () => {
    const turns = [
      {
        text: 'Wir brauchen eine Architektursitzung für Molkerei Sonnental GmbH zu AVD',
        topic: 'request-engagement',
        answerTitle: null,
        atMs: clock.nowMs(),
      },
    ];
    const { draft } = await warm.answerer.readRequest('bitte bis Ende Februar', { ...EMPTY_DIALOGUE, turns });
    expect(draft).toMatchObject({ customer: 'Molkerei Sonnental GmbH', wantedBy: '2027-02-28' });
    for (const { said } of draft.carried) expect(turns[0]?.text).toContain(said.replace(/…$/u, ''));
    expect(draft.carried).not.toHaveLength(0);
  });

  it.each([
    [
      'Bitte ein technisches Briefing für unseren Kunden, der heißt Nordlicht Reederei, bis zum 15. Januar',
      'Nordlicht Reederei',
      '2027-01-15',
    ],
    [
      "Il nous faut une preuve de concept pour notre client, il s'appelle Moulin des Prés, avant le 20 janvier",
      'Moulin des Prés',
      '2027-01-20',
    ],
    [
      'Necesitamos un taller de arquitectura para Hilados del Sur S.A. antes del 12 de febrero',
      'Hilados del Sur S.A.',
      '2027-02-12',
    ],
    [
      'Vorremmo una sessione di architettura per il cliente che si chiama Officine Verdi entro il 3 marzo',
      'Officine Verdi',
      '2027-03-03',
    ],
    [
      'Precisamos de uma sessão de arquitetura para o cliente, chama-se Padaria Aurora, até 15 de fevereiro',
      'Padaria Aurora',
      '2027-02-15',
    ],
    [
      'We willen graag een architectuursessie voor onze klant, die heet Molenaar Logistiek BV, uiterlijk 20 januari',
      'Molenaar Logistiek BV',
      '2027-01-20',
    ],
    ['顧客名は桜井電機です。Fabricの概念実証を1月20日までに依頼したいです。', '桜井電機', '2027-01-20'],
  ])('keeps names and days as they were typed: %s', async (text, customer, wantedBy) => {
    const { draft } = await warm.answerer.readRequest(text, EMPTY_DIALOGUE);
    expect(draft).toMatchObject({ customer, wantedBy });
    expect(draft.serviceId).not.toBeNull();
  });
});
