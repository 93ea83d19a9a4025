import { describe, expect, it } from '@jest/globals';
import { createDraftReader, mergeDrafts } from '../../../src/answering/intake/read-draft';
import { findContentDir, loadContent } from '../../../src/knowledge/load-content';

const content = loadContent({ dir: findContentDir() });
const reader = createDraftReader(content);
const read = (text: string) => reader(text, text).draft;

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

  it.each([
    ['Customer: VanArsdel, service: POC', 'VanArsdel'],
    ['customer=Graphic Design Institute; area=AKS', 'Graphic Design Institute'],
    ["Review Alpine Ski House's rollout plan", 'Alpine Ski House'],
    ['Litware wants a proof of concept', 'Litware'],
    ['briefing for wide world importers please', 'wide world importers'],
    ['a session on behalf of School of Fine Art next week', 'School of Fine Art'],
    ['design session with A. Datum about Fabric', 'A. Datum'],
  ])('finds the customer in %j', (text, customer) => {
    expect(read(text).customer).toBe(customer);
  });

  it.each([
    'book a technical briefing on Microsoft Fabric for us',
    'an ADS on Azure Kubernetes Service by Friday',
    'I want a deployment review with my PDM',
    'set up a proof of concept for next week',
    'request TPD for our team',
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
  ])('reads the solution area of %j', (text, area) => {
    expect(read(text).solutionAreaId).toBe(area);
  });

  it.each([
    ['we need it by 14 June', '14 June'],
    ['before next Friday please', 'next Friday'],
    ['due in two weeks', 'in two weeks'],
    ['some day', null],
  ])('reads when it is wanted from %j', (text, wantedBy) => {
    expect(read(text).wantedBy).toBe(wantedBy);
  });

  it.each([
    'no client involved, just us',
    'for our own product',
    'there is no customer yet',
    'for ourselves',
  ])('hears that there is no customer: %s', (text) => {
    expect(reader(text, text).isForPartnerItself).toBe(true);
  });

  it("keeps the customer's name out of what is searched for", () => {
    const text = 'Migrate the file servers of Contoso';
    expect(reader(text, text).anonymous).toBe('Migrate the file servers of the customer');
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
