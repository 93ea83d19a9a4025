/**
 * Every word of the interface, by the card or the conversation that says it: plain strings, and functions of what
 * stands in them. This file is the measure: `Words` is its type, and another language says each of these and no more.
 * What the organisation wrote (answers, rules, names) is content and not here; what is typed to the bot stays English.
 */
import { createSpeech } from './speech';

const speech = createSpeech('en-GB');

export const en = {
  speech,

  notice: {
    show: (number: string) => `Show ${number}`,
  },

  problem: {
    reference: (id: string) => `Reference: ${id}`,
    'config-invalid': { what: 'I am not set up correctly.', todo: 'Please tell whoever runs this app.' },
    'content-invalid': {
      what: 'My knowledge base cannot be read.',
      todo: 'Please tell whoever runs this app.',
    },
    'directory-invalid': {
      what: 'The directory of partners and people cannot be read.',
      todo: 'Please tell whoever runs this app. Questions still work.',
    },
    'database-unavailable': {
      what: 'I cannot reach my storage at the moment.',
      todo: 'Send it again in a few minutes: nothing is done twice. Questions still work.',
    },
    'bad-parameter': { what: 'Something in this could not be stored.', todo: 'Try again with plain text.' },
    'bad-input': {
      what: 'I could not use what was sent.',
      todo: 'Mend it and send it again; nothing was changed.',
    },
    'not-found': { what: 'I cannot find that.', todo: 'Check the number, or type **my requests**.' },
    'not-allowed': {
      what: 'That is not yours to do.',
      todo: 'Members of the queue act on its requests, partners on their own. Ask one of them.',
    },
    'understanding-unavailable': {
      what: 'I cannot look for answers right now.',
      todo: 'Try again in a minute, or type **help** for what else works.',
    },
    internal: {
      what: 'Something went wrong on my side.',
      todo: 'Try again. If it stays, tell whoever runs this app.',
    },
  },

  unclear: {
    summary: 'I did not understand that. Say it in other words, or type help.',
    title: 'I did not understand that',
    todo: 'Say it in other words, perhaps with the programme’s name. For example:',
    help: 'Or type **help**, or **talk to a human**.',
  },

  welcome: {
    summary: 'Partner Desk: ask a question, check scope, or request an engagement.',
    hello: (name: string | null) =>
      name === null ? 'Hello, what do you need?' : `Hello ${name}, what do you need?`,
    what: (takers: string) =>
      `Ask in your own words. I answer from checked sources, tell you where something belongs, and hand requests to the right ${takers}.`,
    tryOne: 'Try one of these',
    help: 'Type **help** at any time.',
  },

  /** What was done about a wait, as a request's cards tell it. */
  steps: {
    remind: 'The queue was reminded',
    backup: (name: string | null) => (name === null ? 'A backup was asked' : `${name} was asked, as backup`),
    lead: (name: string | null) =>
      name === null ? 'The lead of the queue was asked' : `${name} was asked, as lead of the queue`,
    giveUp: 'The partner was told that nobody has taken it yet',
    giveUpToPartner: 'You were told that nobody has taken it yet',
    owner: (name: string | null) => `${name ?? 'Its owner'} was reminded`,
    nudge: (name: string) => `${name} nudged`,
    nudgeOfPartner: 'You nudged',
  },

  waiting: {
    bands: { nobody: 'Nobody has taken it yet', asked: 'Still waiting' },
    said: {
      remind: (queue: string) => `Nobody of ${queue} has taken it yet. The queue was reminded.`,
      backup: (queue: string, name: string | null) =>
        name === null
          ? `Nobody of ${queue} has taken it yet. A backup was asked next.`
          : `Nobody of ${queue} has taken it yet. ${name} was asked next, as backup.`,
      lead: (queue: string) => `Nobody of ${queue} has taken it yet. The lead of the queue was asked next.`,
      giveUp: (queue: string) => `Nobody of ${queue} has taken it yet.`,
      owner: (name: string) => `${name} has it, but took no step yet, and was reminded.`,
      ownerLead: (name: string) =>
        `${name} has it, but took no step yet. The lead of the queue was asked to help.`,
    },
    since: (moment: string) => `Waiting since ${moment}`,
    whatToDo: (nudges: boolean): string =>
      nudges
        ? 'Your request stays with them. You can nudge them once a day, go another way, or take it back.'
        : 'Your request stays with them. You can go another way, or take it back.',
    nudge: 'Nudge',
    anotherWay: 'Another way',
    withdraw: 'Withdraw',
    askFirst: (number: string) => `Take ${number} back? Whoever has it is told.`,
    yes: 'Yes, withdraw',
    show: (number: string) => `Show ${number}`,
    orType: (command: string) => `Or type: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Nobody has claimed it yet.',
      giveUp: 'Nobody has claimed it yet, and the partner was told so.',
      backup: 'Nobody has claimed it yet: you are asked, as backup.',
      backupInChannel: (name: string) => `Nobody has claimed it yet: ${name} is asked, as backup.`,
      lead: 'Nobody has claimed it yet: you are asked, as lead of the queue.',
      leadInChannel: (name: string) => `Nobody has claimed it yet: ${name} is asked, as lead of the queue.`,
      owner: 'The partner waits for your next step.',
      ownerInChannel: (name: string) => `The partner waits for the next step of ${name}.`,
      ownerLead: (owner: string) =>
        `The partner waits for the next step of ${owner}: you are asked, as lead of the queue.`,
      ownerLeadInChannel: (owner: string, name: string) =>
        `The partner waits for the next step of ${owner}: ${name} is asked, as lead of the queue.`,
      nudge: (requester: string) => `${requester} asks how it stands.`,
    },
    since: (moment: string) => `Waiting since ${moment}`,
    claim: 'Claim',
    show: (number: string) => `Show ${number}`,
    orType: (command: string) => `Or type: ${command}`,
  },

  digest: {
    title: 'Today in the queue',
    summary: {
      waiting: (count: number) => `${count} unclaimed`,
      quiet: (count: number) => `${count} without a step`,
      due: (count: number) => `${count} due today or before`,
    },
    waiting: (count: number) => `Unclaimed (${count})`,
    quiet: (count: number) => `Claimed, no step for long (${count})`,
    due: (count: number) => `Agreed for today or before (${count})`,
    since: (moment: string) => `since ${moment}`,
    more: (count: number) => `and ${count} more`,
    list: 'Show the queue',
    orType: (command: string) => `Or type: ${command}`,
  },

  nudge: {
    done: (number: string) => `You nudged ${number}.`,
    told: (name: string) => `Told: ${name}.`,
    unreachable: (name: string) => `${name} cannot be reached yet and is told as soon as possible.`,
    tooEarly: (number: string) => `You nudged ${number} today already, and they know. Once a day is enough.`,
    again: (moment: string) => `Possible again from ${moment}`,
    waitsForYou: (number: string) =>
      `${number} waits for your answer. It goes on once you type: answer ${number}`,
    closed: (number: string) => `${number} is closed, so there is nobody to nudge.`,
    turnedOff: (number: string) =>
      `${number} is in a queue that takes no nudges. You may add a note instead: note ${number}`,
    notYours: 'Only the partner who sent a request can nudge.',
  },
};

/** What each language says. A card's `render` and every sentence of the conversation get it as a parameter. */
export type Words = typeof en;
