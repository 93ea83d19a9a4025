import { describe, expect, it } from '@jest/globals';
import { createDraftReader } from '../../../src/answering/intake/read-draft';
import { content } from '../../support/shared';

const reader = createDraftReader(content);
const find = (text: string) => reader(text, text, Date.UTC(2026, 10, 30)).draft.customer;

const FOUND: readonly (readonly [text: string, customer: string])[] = [
  // Capitalised, after a word that joins the name to the request.
  ['I need an ADS for Kestrel Freight on AKS', 'Kestrel Freight'],
  ['Could we get a technical briefing at Osterley Dairy?', 'Osterley Dairy'],
  ['design session with Brightwater about Fabric', 'Brightwater'],
  ['POC on Sentinel for our customer Halden Steel', 'Halden Steel'],
  ['a deployment review on behalf of Corvane', 'Corvane'],
  ['Tender help for the Pellworm Harbour Authority please', 'Pellworm Harbour Authority'],
  ['Set up a briefing @ Marlow & Finch', 'Marlow & Finch'],
  ['we want to win Tarn Valley Water, so book an ADS', 'Tarn Valley Water'],
  // Recognised by what follows the name.
  ['Osprey Retail wants a proof of concept on Copilot', 'Osprey Retail'],
  ['Halcyon are moving to AVD and need a design session', 'Halcyon'],
  ['the Vantor deal needs an architect', 'Vantor'],
  ["Brambles' RFP is out, we need advice", 'Brambles'],
  ["We got Quillon's tender yesterday", 'Quillon'],
  ['Merrow, our client, asked for a briefing', 'Merrow'],
  ['Sable Motors (customer) needs a deployment review', 'Sable Motors'],
  ['Juniper Lane has put out an RFI for Intune', 'Juniper Lane'],
  // Labels and lists.
  ['Customer: Redfern Group\nService: ADS', 'Redfern Group'],
  ['customer=Tallis Media; area=AKS', 'Tallis Media'],
  ['Client: Lund & Åberg AB, service: POC', 'Lund & Åberg AB'],
  ['Service: POC | Customer: Orbis Pharma | Area: Security', 'Orbis Pharma'],
  ['end customer is called Norrsken', 'Norrsken'],
  ['ADS, Pemberton, AVD, my PTS', 'Pemberton'],
  ['POC / Drayton Mills / Fabric', 'Drayton Mills'],
  // Lower case.
  ['i need an ads for kestrel on avd', 'kestrel'],
  ['can the desk do a POC for halden steel please', 'halden steel'],
  ['poc with the desk, customer osprey retail', 'osprey retail'],
  ['rfp help, tarnvalley, intune', 'tarnvalley'],
  ['tech briefing at brightwater next week', 'brightwater'],
  ['I want a design session for corvane on AKS', 'corvane'],
  ['ads for müller & söhne gmbh pls', 'müller & söhne gmbh'],
  // All capitals and title case.
  ['NEED DESIGN SESSION FOR KESTREL ON AVD ASAP', 'KESTREL'],
  ['Need A Design Session For Halden Steel On AVD', 'Halden Steel'],
  ['briefing for BASF on Fabric', 'BASF'],
  ['ADS for DHL on AKS', 'DHL'],
  // Numbers that belong to a name.
  ['Need tender help: Szkoła Morska nr 7, Modern Work', 'Szkoła Morska nr 7'],
  ['POC for Grundschule Nr. 12 on Teams', 'Grundschule Nr. 12'],
  ['Briefing for 1. SC Tannwald 1904, Teams', '1. SC Tannwald 1904'],
  ["ADS on AKS, they're called 48hours.example", '48hours.example'],
  // Other scripts beside Latin words, and quotation marks.
  ['Нужен POC «Речной Порт» on Fabric', 'Речной Порт'],
  ["customer name: yes, it's really called 'Maybe Motors'", 'Maybe Motors'],
  // Ampersands, digits, dots, slashes, hyphens.
  ['a POC for H&M on Dynamics', 'H&M'],
  ['a POC for B&Q', 'B&Q'],
  ['ADS for 7-Eleven on AKS', '7-Eleven'],
  ['ADS for 3M on AKS', '3M'],
  ['design session for 24/7 Couriers, data platform', '24/7 Couriers'],
  ['a design session for 5Lakes Towing 3.0 on Virtual WAN', '5Lakes Towing 3.0'],
  ['ads for the 2 Brothers Bakery Ltd, azure infra', '2 Brothers Bakery Ltd'],
  ['POC for 1848-Spedition e.K., Azure Arc', '1848-Spedition e.K.'],
  ["Customer: St. Mungo's Priory Dairy. Area: Data & AI. Service: RFP", "St. Mungo's Priory Dairy"],
  ["Sorry, not Kestrel, it's Brightwater first. An ADS.", 'Brightwater'],
  ['ADS for ООО «Белый маяк» on Azure Local', 'ООО «Белый маяк»'],
  ["our client, they're called Brook & Sons, need a briefing", 'Brook & Sons'],
  ['Company: Silberhütte Metall AG\nRFI advice please', 'Silberhütte Metall AG'],
  ['Can Halden Steel open a ticket on our contract?', 'Halden Steel'],
  ['book an ADS: client 21 South Labs, SQL Managed Instance', '21 South Labs'],
  ['Opportunity: Quay 7 Outfitters. Ask: technical briefing', 'Quay 7 Outfitters'],
  // A day or a share before the name isn't part of it.
  ['an ADS for 50% Kestrel Marine', 'Kestrel Marine'],
  ['proof of concept with 9.81 Gravity on Fabric', '9.81 Gravity'],
  ['ADS for No. 7 Distillery, area AVD', 'No. 7 Distillery'],
  ['have the desk migrate Ferris Optik to Exchange Online', 'Ferris Optik'],
  ['Customer: Quayside Mills They have signed already', 'Quayside Mills'],
  ['ADS for 1&1 on AKS', '1&1'],
  ['I need a design session for E.ON SE on AVD', 'E.ON SE'],
  ['a briefing for A.P. Moller on Sentinel', 'A.P. Moller'],
  ['a briefing for S. Pellegrini on Sentinel', 'S. Pellegrini'],
  ['ADS for Lindqvist A/S on AVD', 'Lindqvist A/S'],
  ['ADS for Rolls-Winter on AVD', 'Rolls-Winter'],
  ['ADS for St. Aldhelm’s Hospice on AVD', 'St. Aldhelm’s Hospice'],
  ["POC for St. Mary's College on Intune", "St. Mary's College"],
  ['ADS for Dr. Hoffmann Klinik on Intune', 'Dr. Hoffmann Klinik'],
  ['a POC for booking.example on AKS', 'booking.example'],
  ['briefing for eTravel on Copilot', 'eTravel'],
  ['ADS for Channel 4 on AVD', 'Channel 4'],
  // Legal forms.
  ['ADS for Kestrel, Ltd. on AVD', 'Kestrel, Ltd.'],
  ['ADS for Kestrel Inc. We need it soon', 'Kestrel Inc.'],
  ['ADS for Vogel GmbH & Co. KG on AVD', 'Vogel GmbH & Co. KG'],
  ['POC for Bianchi S.p.A. on Fabric', 'Bianchi S.p.A.'],
  ['POC for Duarte Lda on Fabric', 'Duarte Lda'],
  ['POC for Van der Meer B.V. on Fabric', 'Van der Meer B.V.'],
  ['POC for Nordlys AS on Fabric', 'Nordlys AS'],
  ['POC for Kowalski sp. z o.o. on Fabric', 'Kowalski sp. z o.o.'],
  ['ADS for Fincher Security Ltd on AVD', 'Fincher Security Ltd'],
  ['ADS for Halden Data Systems on AVD', 'Halden Data Systems'],
  // Diacritics and other scripts.
  ['ADS for Škoda Linhart on AVD', 'Škoda Linhart'],
  ['ADS for Mu\u0308ller Werke on AVD', 'Müller Werke'],
  ['ADS for Ørsted Fiskeri on AVD', 'Ørsted Fiskeri'],
  ['I need a design session for 東京電力 on AVD', '東京電力'],
  ['POC for 三菱商事 on Fabric please', '三菱商事'],
  ['お客様は中部鉄道です。AVDの設計セッションをお願いします', '中部鉄道'],
  ['中部鉄道様向けにAVDの設計セッションをお願いします', '中部鉄道'],
  ['ADS for Газэнерго on AVD', 'Газэнерго'],
  ['ADS for Ελληνική Τράπεζα on AVD', 'Ελληνική Τράπεζα'],
  ['ADS for شركة النور on AVD', 'شركة النور'],
  ['POC for 한국전력 on AKS', '한국전력'],
  // "of", articles and offices.
  ['ADS for the city of Lyon on AVD', 'city of Lyon'],
  ['ADS for the City of Lyon on AVD', 'City of Lyon'],
  ['briefing for the University of Bergen', 'University of Bergen'],
  ['briefing for the Ministry of Health', 'Ministry of Health'],
  ['a POC for The Phone House on Intune', 'The Phone House'],
  ['a POC for Banco do Vale on Fabric', 'Banco do Vale'],
  ['a POC for Caisse des Alpes on Fabric', 'Caisse des Alpes'],
  // In quotation marks.
  ['ADS for "blue heron" on AVD', 'blue heron'],
  ['ADS for “Blue Heron” on AVD', 'Blue Heron'],
  ['ADS for „Grüner Punkt“ on AVD', 'Grüner Punkt'],
  ["ADS for 'the corner shop' on AVD", 'the corner shop'],
  // Possessive.
  ["Review Kestrel Freight's rollout plan", 'Kestrel Freight'],
  ["a POC on Kestrel's AVD estate", 'Kestrel'],
  ["look over Kestrel's Zurich branch before go-live, a deployment review", 'Kestrel'],
  ["deploy Intune at Mullen's next month", "Mullen's"],
  // Corrected.
  ['ADS for Kestrel on AVD. Not Kestrel, I meant Brightwater', 'Brightwater'],
  ['not Kestrel but Brightwater', 'Brightwater'],
  ['Sorry, Brightwater, not Kestrel', 'Brightwater'],
  ['ADS for Kestrel, sorry, Brightwater', 'Brightwater'],
  ['ADS for Kestrel. Correction: Brightwater', 'Brightwater'],
  ['ADS for Brightwater instead of Kestrel', 'Brightwater'],
  ['ADS for Kestrel - wait, I mean Brightwater', 'Brightwater'],
  ['change the customer to Brightwater please', 'Brightwater'],
  ['actually it is for Brightwater', 'Brightwater'],
  ['no, the customer is Brightwater', 'Brightwater'],
  // Unusual forms.
  ['Need POC, cust: orchard lane foods, area power bi', 'orchard lane foods'],
  ['ADS for 20th Century Mills', '20th Century Mills'],
  ["Register Bellhaven Ferries' admin for the POC", 'Bellhaven Ferries'],
  ["make the change in Harlow Video's live tenant, POC please", 'Harlow Video'],
  ["we've got a lead, Pemberton Mills, who want a briefing on Purview", 'Pemberton Mills'],
  ["I'd like an ADS. The customer? Ludlow & Price.", 'Ludlow & Price'],
  [
    'the board of Castle Rock Insurance wants to hear about Zero Trust, a technical briefing',
    'Castle Rock Insurance',
  ],
  ["ADS for O'Neill Bros. on AVD", "O'Neill Bros."],
  ['ADS for L’Étoile on AVD', 'L’Étoile'],
  ['ADS for The Coca-Nut Company on AVD', 'The Coca-Nut Company'],
  ["ADS for Ben & Larry's on AVD", "Ben & Larry's"],
  // The end of the name.
  ['ADS for Kestrel College. Ping me when it is booked', 'Kestrel College'],
  ['POC for Halden by Feb. Can you arrange it?', 'Halden'],
  ['Deployment review for Kestrel. Our PDM knows them', 'Kestrel'],
  ['a briefing for Kestrel! They are keen', 'Kestrel'],
  ['ADS for Kestrel (AVD), thanks', 'Kestrel'],
  ['ADS for Kestrel/AVD', 'Kestrel'],
  ['ADS for Kestrel on Front Door and WAF. We need it by Friday', 'Kestrel'],
  ['ADS for Kestrel, 2,000 users, by 12 January', 'Kestrel'],
  ['ADS for Kestrel January works best', 'Kestrel'],
  ['POC for Kestrel PD-0042 was the last one', 'Kestrel'],
  ['ADS for Kestrel, my PTS is Lena Fischer', 'Kestrel'],
  ['Ask Lena to set up an ADS for Kestrel', 'Kestrel'],
  ['ADS for Kestrel, competing with Brightwater', 'Kestrel'],
  ['ADS for Kestrel like the one for Brightwater', 'Kestrel'],
  // Other languages.
  ['Wir brauchen eine ADS für Kestrel zu AVD', 'Kestrel'],
  ['ein Briefing bei der Sparkasse Uckermark', 'Sparkasse Uckermark'],
  ['Kunde: Vogel AG, Thema Sentinel', 'Vogel AG'],
  ['une session de conception pour Dupont Frères', 'Dupont Frères'],
  ['un POC chez Maison Lafitte', 'Maison Lafitte'],
  ['un POC para Almacenes Vega', 'Almacenes Vega'],
  ['un POC per Officine Galli', 'Officine Galli'],
  ['um POC com a Construtora Alves', 'Construtora Alves'],
  ['een POC voor Bakkerij Smit', 'Bakkerij Smit'],
];

const NOBODY: readonly string[] = [
  'please arrange one-to-one TPD on Sentinel',
  'a briefing on our sales plan for spring',
  // A company in a signature.
  'Envisioning briefing please. Sent from my tablet, Ada Brandt, CEO, Lindgren Systems',
  'Book a hackathon on AKS. Kind regards, Ada Brandt, Lindgren Systems',
  // Names of services, however they're written.
  'no wait, PoC. And make it confidential',
  'Deep Dive, please',
  'need help with finding new deals for the desk',
  // The partner's own company.
  'an ADS for our own product, an app for barber shops',
  'book a briefing on Sentinel for us',
  'ADS for a bank in Leeds',
  'POC for a German insurer',
  'briefing for one of our customers in Zurich',
  'we have a retailer in Lyon who wants a POC',
  'a hospital group near Bergen needs a design session',
  'a POC for an NHS trust in Leeds',
  'workshop on UX and WAF',
  'a POC on WAF. We need it by Friday',
  'ADS in Feb. Can you arrange it?',
  'ADS on the 3rd of March. Could that work?',
  'POC like PD-0002',
  'ADS on Front Door, WAF and API Management',
  'TPD for UX questions',
  'ADS with my PDM Priya Nair',
  'ask Priya Nair about a design session',
  'ADS with Priya, our PDM',
  'deployment review in Dublin',
  'send someone to our Dublin office',
  'a session on Oracle to Azure SQL',
  'POC with Cisco SD-WAN',
  'please arrange a POC. Thanks, Maya',
  'POC for next Monday',
  'POC for January',
  'design session for our own platform',
  'I need an ADS. It should cover Sentinel.',
  'Good morning. Could you help with a POC?',
  'new request: ADS, area Security',
  'POC for EMEA',
  'rollout in Germany, deployment review please',
  'we are Northbank and want a POC',
  "I'm from Northbank and want a POC",
  'need a poc for a client, name to follow',
  'customer: TBD, service: ADS',
  'customer: confidential, service: ADS',
  'ADS. The customer is keen and in a hurry.',
  'please request a POC for the customer',
  'i need a poc for avd',
  'need help for the migration, poc please',
  'ADS for the team',
  'a session on Intune for myself, two hours',
  'sign me up for whatever the desk offers',
  'a briefing for everybody here',
];

const TWO: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['ADS for Kestrel, in Zurich, and also one for Brightwater', ['Kestrel', 'Brightwater']],
  ['POC: Kestrel Marine / Halden Steel', ['Kestrel Marine', 'Halden Steel']],
  ['a briefing for Kestrel or maybe Halden Steel', ['Kestrel', 'Halden Steel']],
  ['an ADS for Kestrel and a POC for Brightwater', ['Kestrel', 'Brightwater']],
  ['a briefing for both Halden Steel and Osprey Retail', ['Halden Steel', 'Osprey Retail']],
];
const ONE: readonly (readonly [text: string, customer: string])[] = [
  ['ADS for Kestrel and Sons', 'Kestrel and Sons'],
  ['ADS for Smith and Wells Ltd', 'Smith and Wells Ltd'],
  ['ADS for City Light & Gas', 'City Light & Gas'],
];

describe("the customer's name", () => {
  it.each(FOUND)('is whole in %j', (text, customer) => {
    expect(find(text)).toBe(customer.normalize('NFC'));
  });

  it.each(NOBODY)('is not made up in %j', (text) => {
    expect(find(text)).toBeNull();
  });

  it.each(TWO)('stays open where two are named: %j', (text, names) => {
    const { draft, rivals } = reader(text, text, Date.UTC(2026, 10, 30));
    expect({ customer: draft.customer, rivals }).toEqual({ customer: null, rivals: names });
  });

  it.each(ONE)('may have an "and" in it: %j', (text, customer) => {
    expect(find(text)).toBe(customer);
  });
});
