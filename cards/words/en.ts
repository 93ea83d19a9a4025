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
};

/** What each language says. A card's `render` and every sentence of the conversation get it as a parameter. */
export type Words = typeof en;
