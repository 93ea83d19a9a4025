import type { Tables } from '../db/tables';
import { PERIODS, type PeriodName } from './periods';

/** What a table holds of people, what for, and for how long. The README's table is made of these. */
export interface Kept {
  readonly holds: string;
  readonly why: string;
  readonly howLong: string;
}

/** Every table has its line: one without does not compile, and tests/integration/privacy.test.ts looks at the database. */
export const KEPT: Readonly<Record<keyof Tables, Kept>> = {
  requests: {
    holds:
      'who asked (name, Teams user id), their company, the customer, what they wrote, what they asked in that chat in the hour before; which of our people has it',
    why: 'the request and its hand-over',
    howLong: `${period('closedRequestsMonths')} after it was closed; never while it is open`,
  },
  request_events: {
    holds: 'who did what and when (name, id), and what they wrote with it',
    why: 'the audit trail, which has no gap',
    howLong: 'with its request',
  },
  request_reminders: {
    holds: 'no person',
    why: 'for a version from before `wait_steps`, while it runs beside this one',
    howLong: 'with its request',
  },
  wait_steps: {
    holds: 'which of our people was asked when (id), and when its partner nudged',
    why: 'to bring a wait up once, and to say who was asked',
    howLong: 'with its request',
  },
  addresses: {
    holds: 'Teams user id, conversation id, tenant id, service URL, the language of the client',
    why: 'to reach people and channels, in their language',
    howLong: `${period('goneAddressesDays')} after the app was uninstalled there or Teams said that it is gone; a queue’s channel until the queue is registered elsewhere; our people’s until they are in no kept directory`,
  },
  outbox: {
    holds:
      'whom a message is for (Teams user id or directory id), and which conversation it went to; no texts',
    why: 'delivery, once, and no faster than Teams allows',
    howLong: `${period('deliveriesDays')} after it was sent or given up; until somebody decided what may have been lost; all of a request’s with it`,
  },
  posted_cards: {
    holds:
      'whom a card was sent to, and their address; of an answer in a channel its id, and a hash of its question’s',
    why: 'to update it in place',
    howLong: `a request’s card with it; others ${period('deliveriesDays')}`,
  },
  dialogues: {
    holds:
      'the last messages of a 1:1 conversation, and which entries the last answer told; a report of a vulnerability and a long story that was not understood without their text',
    why: 'follow-ups of three words; what is typed of an answer (“that helped”)',
    howLong: `${period('dialoguesMinutes')}, at most an hour; gone when a request was sent or the app is uninstalled`,
  },
  welcomes: {
    holds: 'conversation id',
    why: 'to say hello once, or once that I am not for this organisation',
    howLong: 'until the app is uninstalled there',
  },
  seen_activities: {
    holds: 'a hash of the ids of what Teams sent, and when',
    why: 'to handle it once',
    howLong: '60 minutes',
  },
  directory_versions: {
    holds:
      'our people (name, mail address, role, region, hours, absence, backup), partners, queues; which shell account imported them',
    why: 'who gets which request, and undo',
    howLong: `until your next import; then for undo, ${period('oldDirectoriesDays')} and at most ten of them`,
  },
  person_links: {
    holds: 'Entra object id and Teams user id of our people',
    why: 'to know them again, and to mention them',
    howLong: 'until they are in no kept directory',
  },
  queue_registrations: {
    holds: 'who opened a queue where (name, id)',
    why: 'to say who did',
    howLong: 'until it is opened anew',
  },
  accounts: {
    holds: 'Teams user id, and the Entra object id as a keyed hash',
    why: 'to find who asks for their data',
    howLong: 'as long as an address or a request of theirs',
  },
  secrets: { holds: 'no person', why: 'keys the hashes and pseudonyms', howLong: 'for good' },
  counters: { holds: 'no person', why: 'numbers', howLong: 'for good' },
  jobs: { holds: 'no person', why: 'one process at a time', howLong: 'for good' },
  answered_messages: {
    holds: 'a keyed hash of an answer’s ids, and which entries it told',
    why: 'to know what feedback is about',
    howLong: period('feedbackDays'),
  },
  feedback: {
    holds:
      'whether somebody liked an entry, and what they chose to write; who, as a keyed hash with the message’s',
    why: 'to mend what does not help, and to count each once',
    howLong: period('feedbackDays'),
  },
  unanswered: {
    holds: 'no person and no words: by day and topic, how often there was no answer',
    why: 'to write what is missing',
    howLong: period('feedbackDays'),
  },
};

/** "24 months (`RETAIN_CLOSED_REQUESTS_MONTHS`)" */
function period(name: PeriodName): string {
  const { variable, byDefault } = PERIODS[name];
  return `${byDefault} ${variable.split('_').at(-1)?.toLowerCase() ?? ''} (\`${variable}\`)`;
}

/** The README's table. */
export function describeKept(): string {
  const rows = Object.entries(KEPT).map(
    ([table, { holds, why, howLong }]) => `| \`${table}\` | ${holds} | ${why} | ${howLong} |`,
  );
  return ['| table | holds | what for | for how long |', '|---|---|---|---|', ...rows].join('\n');
}
