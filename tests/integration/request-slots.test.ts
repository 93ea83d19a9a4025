/** What is read of a request by words alone: one line for each kind of way in which people write it. */
import { describe, expect, it } from '@jest/globals';
import { createDraftReader, type DraftRead } from '../../src/answering/intake/read-draft';
import { findHours } from '../../src/answering/intake/find-hours';
import { findOwnWords } from '../../src/answering/intake/own-words';
import { toPlainText } from '../../src/answering/plain-text';
import { content } from '../support/shared';

/** A Tuesday. */
const NOW = Date.UTC(2026, 11, 1);
const readDraft = createDraftReader(content);

/** As a message reaches the reader. */
function read(text: string, asksCustomer = false): DraftRead {
  const own = toPlainText(findOwnWords(text));
  return readDraft(own, own, NOW, { asksCustomer });
}

/** The customer, or the customers to choose from. */
function readNames(text: string, asksCustomer = false): string {
  const { draft, rivals } = read(text, asksCustomer);
  return [...rivals, draft.customer ?? ''].filter((name) => name !== '').join('|');
}

describe('the customer', () => {
  it.each([
    ['pls a poc for merrow fisheries on fabric', 'merrow fisheries'],
    ['NEED A BRIEFING ON SENTINEL FOR MERROW FISHERIES BY FRIDAY', 'MERROW FISHERIES'],
    ['POC for Hale & Whitby on Fabric', 'Hale & Whitby'],
    ['ADS for 7-Eleven about AKS', '7-Eleven'],
    ['a technical briefing on Sentinel for E.ON SE', 'E.ON SE'],
    ['Deployment review for Contoso, Ltd. before March', 'Contoso, Ltd.'],
    ['Deployment review for Skagen Fisk A/S', 'Skagen Fisk A/S'],
    ['POC for Bäckerei Höfler on Fabric', 'Bäckerei Höfler'],
    ['POC for Ba\u0308ckerei Ho\u0308fler on Fabric', 'Bäckerei Höfler'],
    ['北斗電機様向けにAKSの設計セッションをお願いします', '北斗電機'],
    ['北斗電機様向けにAKSの設計セッションをお願いします。社名は伏せてください。', '北斗電機'],
    ['RFP advice for the City of Grenoble on Azure', 'City of Grenoble'],
    ['We answer the RFI of the City of Nantes about M365', 'City of Nantes'],
    ['Need help with the tender of the Ministry of Transport on Azure', 'Ministry of Transport'],
    ['We talk to the University of Graz about Purview', 'University of Graz'],
    ['We talk to Merrow about AVD', 'Merrow'],
    ['Wir sprechen mit Nordlicht Reederei über AVD', 'Nordlicht Reederei'],
    ['Nous parlons avec Moulin des Prés de Fabric', 'Moulin des Prés'],
    ['our customer "Nine Lanterns" wants a POC on Fabric', 'Nine Lanterns'],
    ["Review Merrow's AKS design please", 'Merrow'],
    ['a POC for Jardín del Mar Hoteles on Fabric', 'Jardín del Mar Hoteles'],
    ['customr Lantern Bay Resorts, poc on fabric', 'Lantern Bay Resorts'],
    ['POC on Fabric for Halden. Can you do it?', 'Halden'],
    ['ADS for Merrow on WAF. We need it soon.', 'Merrow'],
    ['POC for Merrow and Tessaly Foods', 'Merrow|Tessaly Foods'],
    ['POC on Fabric for Merrow. My PTS is Lena Fischer.', 'Merrow'],
    ['ADS for Merrow like PD-0042', 'Merrow'],
    ['ADS for Merrow; AKS; our PDM Hanne Krog knows', 'Merrow'],
    ['POC for Hale Foods on Fabric, not for Whitby Foods', 'Hale Foods'],
    ['Not Fabrikam, I meant Fourth Coffee', 'Fourth Coffee'],
  ])('of %j is %j', (text, name) => {
    expect(readNames(text)).toBe(name);
  });

  it.each([
    'A bank in Leeds wants a POC on Fabric',
    'a prospect with 40 bakeries wants a pilot of Fabric',
    'customer: TBC, service: POC',
    'what is the status of PD-0042?',
    'TPD please, 10h, governance of Power Platform',
    'a technical briefing on UX for our team',
    'can u do a worksop for lots of ppl in our ofice',
    'whos gonna fix our tehnical isues',
    'we have a problem with our C# code',
    'ADS on Fabric by Friday. Could that work?',
    'I am Dana Whitby, my PDM is Lena Fischer. A POC on Fabric please.',
  ])('is nobody in %j', (text) => {
    expect(readNames(text)).toBe('');
  });

  it.each([
    ['Ringwood', 'Ringwood'],
    ["it's for marlow dairies", 'marlow dairies'],
    ['contoso and fabrikam', 'contoso|fabrikam'],
    ['Contoso and Fabrikam', 'Contoso|Fabrikam'],
    ['a POC, not a design session. The rest stays.', ''],
    ['by Friday please', ''],
    ['just us, no customer', ''],
    ['# code', ''],
    ['C#', ''],
  ])('of %j is %j while it is asked for', (text, name) => {
    expect(readNames(text, true)).toBe(name);
  });
});

describe('the person', () => {
  it.each([
    ['POC for Merrow, my PTS is Lena Fischer', 'Lena Fischer'],
    ['poc for merrow, pts lena fischer', 'lena fischer'],
    ['poc for merrow, my pts is lena fischer', 'lena fischer'],
    ['POC for Merrow. PDM: Müller, Jörg', 'Müller, Jörg'],
    ['POC\nCustomer: Merrow\nPDM: Müller, Jörg\nDate: Friday', 'Müller, Jörg'],
    ['POC\nPTS: Ingrid Solheim\nWhen: Friday', 'Ingrid Solheim'],
    ['POC. PTS: Ingrid Solheim. When: Friday', 'Ingrid Solheim'],
    ['POC for Merrow, they leave Okta. Lena Fischer (our PTS) is aware.', 'Lena Fischer'],
    ['POC for Merrow. Kindly loop in @Sofia Ek, our PTS.', 'Sofia Ek'],
    ['POC for Merrow, my PDM is anna.lind@fjord.example', 'anna.lind@fjord.example'],
    ['ADS for Merrow; AKS; our PDM Hanne Krog knows', 'Hanne Krog'],
    ['poc fabric for merrow pts giulia conti asap', 'giulia conti'],
    ['POC for Merrow with my PTS please', null],
    ['POC for Merrow, pts please', null],
  ])('of %j is %j', (text, person) => {
    expect(read(text).draft.person).toBe(person);
  });
});

describe('the day', () => {
  it.each([
    ['POC for Merrow by Friday', '2026-12-04'],
    ['POC for Merrow, w/c 12 January', '2027-01-15'],
    ['POC für Merrow, KW 11', '2027-03-19'],
    ['POC for Merrow, second week of December', '2026-12-11'],
    ['POC für Merrow bis zum 15. Januar', '2027-01-15'],
    ['POC pour Merrow avant le 20 janvier', '2027-01-20'],
    ['POC para Merrow antes del 12 de febrero', '2027-02-12'],
    ['POC para a Merrow até 15 de fevereiro', '2027-02-15'],
    ['POC per Merrow entro il 3 marzo', '2027-03-03'],
    ['POC voor Merrow uiterlijk 20 januari', '2027-01-20'],
    ['MerrowのPOCを1月20日までにお願いします', '2027-01-20'],
    ['POC for Merrow, 6 people, 2 days', null],
  ])('of %j is %j', (text, day) => {
    expect(read(text).draft.wantedBy).toBe(day);
  });
});

it.each([
  ['15 hrs at most', 15],
  ['4 hours a week for 3 months', 48],
])('%j takes about %d hours', (text, hours) => {
  expect(findHours(text)).toBe(hours);
});

it.each([
  'Keep the name confidential.',
  'Bitte den Namen vertraulich behandeln.',
  'Le nom doit rester confidentiel.',
  'Le nom du client ne doit pas être cité.',
  'El nombre es confidencial.',
  'Que no se mencione el nombre del cliente.',
  'O nome é confidencial.',
  'Il nome è riservato.',
  'Houd de naam vertrouwelijk.',
  '社名は伏せてください。',
])('%j keeps the name to few people', (text) => {
  expect(read(text).draft.isConfidential).toBe(true);
});

it('reads an area that is written small right after another', () => {
  expect(read('an ADS on azure kubernetes for Merrow').draft.solutionAreaId).toBe('digital-app-innovation');
});
