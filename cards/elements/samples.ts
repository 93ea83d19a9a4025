import type { EventHappening, Happening } from './happening';
import type { RequestFormModel } from './request-form';
import type { ServiceFieldFact, ServiceFieldInput } from './service-fields';
import type { DoorView, Provenance, Statement, Suggestion } from '../../src/answering/reply';

/** What the samples of several cards share: plain facts of the sample organisation, and the longest allowed data. */

export const desk: DoorView = {
  id: 'desk',
  name: 'Partner Architecture Desk',
  how: 'Engage it through your PDM or PTS. You can request one of its services here.',
};

export const supportContract: DoorView = {
  id: 'support-contract',
  name: 'Support contract',
  how: 'Open a ticket on your own support plan (ASfP or PSfP), or on the customer’s own support contract.',
};

export const pdmOrPts: DoorView = {
  id: 'pdm-pts',
  name: 'Your PDM or PTS',
  how: 'Ask your Partner Development Manager or Partner Technology Strategist.',
};

export const provenance: Provenance = {
  source: 'Partner Support Plans',
  sourceUrl: null,
  owner: 'Partner Architecture Desk',
  verified: '2026-11-23, from the owner’s document',
  reviewBy: '2027-05-23',
};

export const eaThroughAsfp: Statement = {
  topic: 'ea-customer-through-asfp',
  title: 'Can I open a ticket for an EA customer on my ASfP?',
  programme: 'Support plans',
  answer: 'You can open the ticket through your ASfP. First, request a relationship with the customer.',
  details: [
    'You also need the proper affiliation with the customer, who likely didn’t buy through CSP.',
    'Partners nearly always encourage this, because the EA may have a limit or cost the customer something.',
  ],
  flag: 'Confirm with your PDM',
  goodToKnow: [
    {
      text: 'GDAP relationships don’t cover subscriptions bought through an EA.',
      source: 'Microsoft Learn, GDAP frequently asked questions',
      sourceUrl: 'https://learn.microsoft.com/en-us/partner-center/security/dap-faq',
    },
    {
      text: 'Indirect resellers can’t create Azure support requests; their indirect provider does.',
      source: 'Microsoft Learn, least-privileged roles by task',
      sourceUrl: 'https://learn.microsoft.com/en-us/partner-center/gdap-least-privileged-roles-by-task',
    },
  ],
  provenance: { ...provenance, owner: 'GPS Technical Team' },
  door: supportContract,
};

export const deskOverview: Statement = {
  topic: 'desk-overview',
  title: 'What is the Partner Architecture Desk?',
  programme: 'Architecture Desk',
  answer:
    'The Partner Architecture Desk is a team of experienced architects. It offers technical services for opportunities with a customer.',
  details: [],
  flag: null,
  goodToKnow: [],
  provenance,
  door: desk,
};

export const next: readonly Suggestion[] = [
  {
    topic: 'own-or-customer-contract',
    title: 'Should I use my support contract or the customer’s?',
    text: 'Which support contract should I use?',
    shows: 'faq-which-contract',
  },
  {
    topic: 'desk-scope',
    title: 'What does the Architecture Desk do?',
    text: 'What’s in scope for the Architecture Desk, and what isn’t?',
  },
];

const sentence =
  'This sentence is as long as the longest ones that the teams write in their own documents today. ';
export const longName =
  'Internationale Gesellschaft für Cloud-Infrastrukturdienstleistungen und Partner mbH & Co. KG';
export const unbroken = 'https://example.com/' + 'averylongpathwithoutanyplacetobreakit'.repeat(4);

export const sampleForm: RequestFormModel = {
  formId: 'f-1',
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  problem: null,
  filled: { choice: null, text: null },
};

/** Something that somebody did to a request. */
export function happening(event: EventHappening['event'], rest: Partial<EventHappening> = {}): Happening {
  return { event, who: 'Ana Alvarez', to: null, acceptedFor: null, ...rest };
}

/** One field of each kind that a service may declare for itself. */
export const sampleFields: readonly ServiceFieldInput[] = [
  {
    ...{ id: 'success-criteria', label: 'Success criteria', help: 'What it has to show.', required: true },
    ...{ kind: 'text', longest: 500, value: null, problem: 'This is missing.' },
  },
  {
    ...{ id: 'due-date', label: 'Due date', help: null, required: false },
    ...{ kind: 'date', min: '2026-11-24', max: null, value: '2026-12-18' },
  },
  {
    ...{ id: 'users', label: 'Number of users', help: null, required: false },
    ...{ kind: 'number', min: 1, max: 100_000, value: '120' },
    question: '“3/4” can mean two different dates. Please choose one.',
  },
  {
    ...{ id: 'stage', label: 'Stage', help: 'Where the customer is now.', required: true },
    ...{ kind: 'choice', value: 'pilot' },
    options: [
      { id: 'idea', title: 'An idea' },
      { id: 'pilot', title: 'A pilot' },
    ],
  },
];
export const sampleFieldFacts: readonly ServiceFieldFact[] = [
  { name: 'Due date', value: '18 Dec 2026' },
  { name: 'Success criteria', value: 'Sign-in with a passkey works for 100 pilot users.' },
];

/** As much as one statement may hold. */
export const longest: Statement = {
  topic: 'longest',
  title: 'When should a partner use its own support contract and when the customer’s, and who pays for it?',
  programme: 'Technical Presales and Deployment',
  answer: sentence.repeat(3).trim(),
  details: [1, 2, 3, 4, 5, 6].map(() => sentence.repeat(4).trim()),
  flag: 'Confirm with your PDM before you promise anything to a customer',
  goodToKnow: [1, 2, 3, 4].map(() => ({
    text: sentence.repeat(2).trim(),
    source: 'Microsoft Learn, a page with a rather long title that wraps on a phone',
    sourceUrl: unbroken,
  })),
  provenance: { ...provenance, source: 'Compare Microsoft Partner Support Offerings', sourceUrl: unbroken },
  door: { id: 'long', name: longName, how: sentence.repeat(2).trim() },
  translatedBy: sentence.slice(0, 90),
};

export const longNext: readonly Suggestion[] = [1, 2, 3].map((index) => ({
  topic: `long-${index}`,
  title: 'What should I do when the customer has its own Unified contract and no hours left?',
  text: 'What should I do when the customer has its own Unified contract and no hours left?',
}));

/** What people might write to attack a card: mark-up, mentions and functions. */
export const hostile =
  '**bold** [link](https://evil.example) <at>Everyone</at> <img src=x onerror=alert(1)> {{DATE(2026-01-01T00:00:00Z, SHORT)}} # head';

/** As many fields as a service may declare for itself, as long as they get. */
export const longestFields: readonly ServiceFieldInput[] = [0, 1, 2, 3].map((index) => ({
  ...{ id: `long-${index}`, label: longName.slice(0, 60), help: longest.answer.slice(0, 100) },
  ...{ kind: 'text', longest: 125, required: true, value: hostile.repeat(2).slice(0, 125) },
  problem: 'This is longer than 125 characters.',
}));
export const longestFieldFacts: readonly ServiceFieldFact[] = longestFields.map(({ label, value }) => ({
  name: label,
  value,
}));

/** A form that came back, with every part as long as possible. */
export const longestForm: RequestFormModel = {
  formId: 'f-2',
  number: 'PD-123456789',
  serviceName: longName,
  problem: longest.title,
  filled: { choice: null, text: longest.title },
};
