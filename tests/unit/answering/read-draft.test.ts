import { describe, expect, it } from '@jest/globals';
import { mergeDrafts } from '../../../src/answering/intake/merge-drafts';
import { createDraftReader } from '../../../src/answering/intake/read-draft';
import { content } from '../../support/shared';

const reader = createDraftReader(content);
/** This is a Monday. */
const NOW_MS = Date.UTC(2026, 10, 23, 15);
const read = (text: string) => reader(text, text, NOW_MS).draft;

describe('a request in a sentence', () => {
  it('gives service, customer, solution area, role and person', () => {
    expect(read('I need an ADS for Contoso on AVD, my PTS is Lena')).toMatchObject({
      serviceId: 'architecture-design-session',
      customer: 'Contoso',
      solutionAreaId: 'infrastructure',
      role: 'PTS',
      person: 'Lena',
    });
  });

  it('reads whose name follows a sign that is mistyped', () => {
    expect(read('a POC with the desk, custmer Adatum').customer).toBe('Adatum');
  });

  it.each([
    ['Customer: VanArsdel, service: POC', 'VanArsdel'],
    ['customer=Graphic Design Institute; area=AKS', 'Graphic Design Institute'],
    ["Review Alpine Ski House's rollout plan", 'Alpine Ski House'],
    ['Litware wants a proof of concept', 'Litware'],
    ['briefing for wide world importers please', 'wide world importers'],
    ['a session on behalf of School of Fine Art next week', 'School of Fine Art'],
    ['design session with A. Datum about Fabric', 'A. Datum'],
    ['answers to the RFI of the City of Lyon', 'City of Lyon'],
    ['ein Briefing für Contoso', 'Contoso'],
    ['desk tech briefing, Lucerne Publishing, Security', 'Lucerne Publishing'],
    ["We've been chasing Wide World Importers since May, the CTO wants a POC", 'Wide World Importers'],
    ['RFI @ First Up Consultants, M365', 'First Up Consultants'],
    ["Liberty's Bakery. And the topic is AVD.", "Liberty's Bakery"],
    ['Customer: Fincher Architects, service: ADS', 'Fincher Architects'],
    ["deploy Intune at Munson's next month", "Munson's"],
    ['a POC 4 Fourth Coffee please', 'Fourth Coffee'],
    ["A design session for Contoso's shops. The customer is eager and it is urgent.", 'Contoso'],
    ['need a poc, customer is nod publishers', 'nod publishers'],
    ['proof of concept with the desk 4 nod publishers', 'nod publishers'],
  ])('finds the customer in %j', (text, customer) => {
    expect(read(text).customer).toBe(customer);
  });

  it.each([
    'book a technical briefing on Microsoft Fabric for us',
    'an ADS on Azure Kubernetes Service by Friday',
    'I want a deployment review with my PDM',
    'set up a proof of concept for next week',
    'request TPD for our team',
    'request tpd for a customer meeting',
    'tpd for a call with our client please',
    'Send a TPD consultant to our Dublin office',
    'TPD on site at our HQ',
    'ask Priya about a design session',
    'Hello, Partner Desk! Please arrange a briefing',
  ])('finds no customer in %j', (text) => {
    expect(read(text).customer).toBeNull();
  });

  it.each([
    ['a briefing on Defender for Contoso', 'security'],
    ['Fabric session for Contoso', 'data-ai'],
    ['Teams Rooms workshop', 'modern-work'],
    ['our teams want a briefing for Contoso', null],
    ['d365 rollout review', 'business-applications'],
    ['we want the sentinel POC now', 'security'],
    ['a session about landing zones for Contoso', 'infrastructure'],
    ['a briefing for Contoso, a maker of fabric', null],
  ])('reads the solution area of %j', (text, area) => {
    expect(read(text).solutionAreaId).toBe(area);
  });

  it('takes the name of a service before words that only resemble one', () => {
    const text = 'ADS for Contoso. They do training for farmers.';
    expect(read(text).serviceId).toBe('architecture-design-session');
  });

  it.each([
    ['we need it by 14 June', '2027-06-14'],
    ['by 12 December please', '2026-12-12'],
    ['on December 3rd, 2026', '2026-12-03'],
    ['due 2027-01-15', '2027-01-15'],
    ['bis 4.12.', '2026-12-04'],
    ['by 31/12/2026', '2026-12-31'],
    ['before next Friday please', '2026-11-27'],
    ['by Monday', '2026-11-30'],
    ['due in two weeks', '2026-12-07'],
    ['in a month', '2026-12-23'],
    ['this week', '2026-11-27'],
    ['some time next month', '2026-12-31'],
    ['by the end of January', '2027-01-31'],
    ['end of the quarter', '2026-12-31'],
    ['tomorrow', '2026-11-24'],
  ])('reads the day by which it is wanted from %j', (text, wantedBy) => {
    expect(read(text).wantedBy).toBe(wantedBy);
  });

  it.each([
    'some day',
    'asap',
    'by 3/4/2027',
    'it was due on 2026-11-01',
    'on 31 February',
    'a 6 month project',
  ])('leaves open when it is wanted where no day to come was said: %j', (text) => {
    expect(read(text).wantedBy).toBeNull();
  });

  it.each([
    'no client involved, just us',
    'for our own product',
    'there is no customer yet',
    'for ourselves',
  ])('hears that there is no customer: %s', (text) => {
    expect(reader(text, text, NOW_MS).isForPartnerItself).toBe(true);
  });

  it("keeps the customer's name out of what is searched for", () => {
    const text = 'Migrate the file servers of Contoso';
    expect(reader(text, text, NOW_MS).anonymous).toBe('Migrate the file servers of the customer');
  });

  it('fills what a later message leaves out from the earlier one', () => {
    const merged = mergeDrafts(read('an ADS for Contoso'), read('for Fabrikam rather, on AKS'));
    expect(merged).toMatchObject({
      serviceId: 'architecture-design-session',
      customer: 'Fabrikam',
      solutionAreaId: 'digital-app-innovation',
    });
  });
});

describe('the fields that a service declares for itself', () => {
  const fieldsOf = (text: string, hints = {}) => {
    const { fields, wantedBy, note, unclear } = reader(text, text, NOW_MS, hints).draft;
    return {
      day: fields['due-date'] ?? null,
      wantedBy,
      note,
      doubt: unclear.fields['due-date']?.why ?? null,
    };
  };

  it.each([
    ['RFP advice for Contoso, the RFP is due on 15 January', '2027-01-15', null],
    ['RFP advice for Contoso by 10 January, the RFP is due 15 January', '2027-01-15', '2027-01-10'],
    ['RFP advice for Contoso by 10 January. We submit on 15 January.', '2027-01-15', '2027-01-10'],
    ['We have to hand in on 15 January, so RFP advice for Contoso by 10 January', null, '2027-01-10'],
    ['RFI advice for Contoso, 15 January is the deadline', '2027-01-15', null],
    ['Please submit an RFP advice request for Contoso by 15 January', null, '2027-01-15'],
    ['Beratung zur RFP für Contoso, Abgabe ist am 15. Januar', '2027-01-15', null],
    ['POC for Contoso, the deadline is 15 January', null, '2027-01-15'],
    ['RFP advice for Contoso, some day', null, null],
  ])('are read beside the words that name them: %s', (text, day, wantedBy) => {
    const read = fieldsOf(text);
    expect(read.day).toBe(day);
    expect(read.wantedBy).toBe(wantedBy);
  });

  it('belong to the service that is known already', () => {
    expect(fieldsOf('the deadline is 15 January').day).toBeNull();
    expect(fieldsOf('the deadline is 15 January', { serviceId: 'rfp-rfi-advice' }).day).toBe('2027-01-15');
  });

  it('leave a day open that has passed or can mean two', () => {
    expect(fieldsOf('RFP advice for Contoso, due 3 March 2024')).toMatchObject({ day: null, doubt: 'past' });
    expect(fieldsOf('RFP advice for Contoso, due by 3/4')).toMatchObject({ day: null, doubt: 'ambiguous' });
  });

  it('are no part of the description', () => {
    expect(fieldsOf('RFP advice for Contoso. The RFP is due on 15 January.').note).toBeNull();
  });
});
