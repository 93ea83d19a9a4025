import type { Tables } from '../db/tables';
import { PERIODS, type PeriodName } from './periods';

/** The personal data in a table, its purpose and its retention period. The table in teamsapp/operating.md must match. */
export interface Kept {
  readonly holds: string;
  readonly why: string;
  readonly howLong: string;
}

/** Every table needs a line: a missing one doesn't compile, and tests/integration/privacy.test.ts checks the database. */
export const KEPT: Readonly<Record<keyof Tables, Kept>> = {
  requests: {
    holds:
      'the requester (name, Teams user ID), their company, the customer, what they wrote, the values of the service’s own fields, what they asked in that chat in the hour before, the owner, and the ID of the form that was sent (a hash if it was typed or forged)',
    why: 'to handle the request and hand it over',
    howLong: `${period('closedRequestsMonths')} after it’s closed; open requests are never deleted`,
  },
  request_events: {
    holds:
      'who did what and when (name, ID), what they wrote with it, and the ID of the form or a hash of the message it came from',
    why: 'to keep a complete audit trail, and to handle repeated messages only once',
    howLong: 'with its request',
  },
  wait_steps: {
    holds:
      'which person in your directory was asked and when (ID), when the partner nudged or asked for the lead, and what they wrote with it',
    why: 'to remind once per step, to say who was asked, and to show the owner and the lead what the partner wrote',
    howLong: 'with its request',
  },
  addresses: {
    holds: 'Teams user ID, conversation ID, tenant ID, service URL, the client’s language',
    why: 'to reach people and channels in their language',
    howLong: `${period('goneAddressesDays')} after the app is uninstalled there or Teams reports the address as gone; a queue’s channel until the queue is registered elsewhere; those of people in your directory until they’re in no stored directory`,
  },
  outbox: {
    holds:
      'the recipient of a message (Teams user ID or directory ID) and its conversation, and Teams’ ID of the sent message; no message text',
    why: 'to deliver each message once, within Teams’ rate limits',
    howLong: `${period('deliveriesDays')} after it was sent or given up; uncertain ones until someone decides; a request’s messages are deleted with it`,
  },
  posted_cards: {
    holds:
      'the recipient of a card and their address; what the card shows: the ID of a request, of one of its events or of a queue, the request’s version, the name and ID of a form; for an answer in a channel, its ID and a hash of the question’s ID',
    why: 'to update the card in place',
    howLong: `a request’s cards with it; others ${period('deliveriesDays')}`,
  },
  dialogues: {
    holds:
      'the last messages of a 1:1 conversation, a reply that’s waiting to be sent, the open guide with its answers, the language, and the entries in the last answer; never the text of a message that reports a vulnerability or of a long one that wasn’t understood',
    why: 'to understand short follow-ups, and typed feedback such as “that helped”',
    howLong: `${period('dialoguesMinutes')}, at most an hour; deleted when a request is sent or the app is uninstalled`,
  },
  welcomes: {
    holds: 'conversation ID',
    why: 'to welcome people, or turn away other organisations, only once',
    howLong: 'until the app is uninstalled there',
  },
  seen_activities: {
    holds: 'a hash of each Teams activity’s IDs, and its time',
    why: 'to handle each activity once',
    howLong: '60 minutes',
  },
  directory_versions: {
    holds:
      'people in your directory (name, email address, role, region, hours, absence, backup), partners and queues; the shell account that imported them',
    why: 'to route requests, and to undo an import',
    howLong: `until your next import; then ${period('oldDirectoriesDays')} for undo, at most ten versions`,
  },
  person_links: {
    holds: 'Entra object ID and Teams user ID of people in your directory',
    why: 'to recognise and mention them',
    howLong: 'until they’re in no stored directory',
  },
  queue_registrations: {
    holds: 'who registered a queue (name, ID), and the names of the team and channel',
    why: 'to show who registered it',
    howLong: 'until it’s registered again',
  },
  accounts: {
    holds: 'Teams user ID, and the Entra object ID as a keyed hash',
    why: 'to find a person’s data when they ask for it',
    howLong: 'as long as one of their addresses or requests is kept',
  },
  secrets: {
    holds: 'no personal data',
    why: 'to keep the key for hashes and pseudonyms',
    howLong: 'permanently',
  },
  counters: { holds: 'no personal data', why: 'to assign request numbers', howLong: 'permanently' },
  jobs: {
    holds: 'no personal data',
    why: 'to let one process at a time do housekeeping',
    howLong: 'permanently',
  },
  answered_messages: {
    holds: 'a keyed hash of an answer’s IDs, and its entries',
    why: 'to match feedback with an answer',
    howLong: period('feedbackDays'),
  },
  feedback: {
    holds:
      'a rating of an entry and an optional comment; the person as a keyed hash combined with the message’s',
    why: 'to improve unhelpful answers, and to count each rating once',
    howLong: period('feedbackDays'),
  },
  unanswered: {
    holds: 'no personal data and no message text: per day and topic, how often there was no answer',
    why: 'to find missing content',
    howLong: period('feedbackDays'),
  },
};

/** "24 months (`RETAIN_CLOSED_REQUESTS_MONTHS`)" */
function period(name: PeriodName): string {
  const { variable, byDefault } = PERIODS[name];
  return `${byDefault} ${variable.split('_').at(-1)?.toLowerCase() ?? ''} (\`${variable}\`)`;
}

/** The table in teamsapp/operating.md. */
export function describeKept(): string {
  const rows = Object.entries(KEPT).map(
    ([table, { holds, why, howLong }]) => `| \`${table}\` | ${holds} | ${why} | ${howLong} |`,
  );
  return ['| table | holds | what for | for how long |', '|---|---|---|---|', ...rows].join('\n');
}
