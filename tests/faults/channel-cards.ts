/** What the connector was given, read as a person would read it. */
import { en } from '../../cards/words/en';
import type { ConnectorCall } from '../support/fake-connector';

function summaryOf({ activity }: ConnectorCall): string {
  return typeof activity['summary'] === 'string' ? activity['summary'] : '';
}

export function isTaken({ activityId }: ConnectorCall): boolean {
  return activityId !== '';
}

function isInChannel({ conversationId }: ConnectorCall): boolean {
  return conversationId.startsWith('19:');
}

const NUMBER = 'PD-0';
const ANY = '<any>';

/** Matches one of the bot's own sentences, with any request number and any name in it, so that a rewording is followed. */
function matches(sentence: string): RegExp {
  const escaped = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(ANY, '.+').replaceAll(NUMBER, '(PD-\\d+)')}`);
}

const HANDOFF = matches(en.handoff.summary(en.whyTold.queue(NUMBER, ANY), ANY, ANY, ANY));
const QUESTION = matches(en.deliveryCheck.summary(NUMBER));
const CONFIRMATIONS = [
  matches(en.confirmation.sentTo(NUMBER, ANY, ANY)),
  matches(en.confirmation.storedOnly(NUMBER, ANY)),
];
const CLAIM = matches(en.did.claim(NUMBER));
const NEWS = matches(`${en.whyTold.partner(NUMBER)}: `);
const CLAIMED = en.events.claim('');
const NOTE = matches(en.did.note(NUMBER));
const DECISIONS = [
  matches(en.uncertainCards.postedAgain(NUMBER)),
  matches(en.uncertainCards.isThere(NUMBER)),
  matches(en.uncertainCards.none(NUMBER)),
];

function textsOf(call: ConnectorCall): readonly string[] {
  const { text } = call.activity;
  return [summaryOf(call), typeof text === 'string' ? text : ''];
}

function findNumber(call: ConnectorCall, patterns: readonly RegExp[]): string | undefined {
  for (const text of textsOf(call)) {
    for (const pattern of patterns) {
      const number = pattern.exec(text)?.[1];
      if (number !== undefined) return number;
    }
  }
  return undefined;
}

/** The request whose handoff card this puts into a channel, or changes there. */
export function findHandoff(call: ConnectorCall): string | undefined {
  return isInChannel(call) ? findNumber(call, [HANDOFF]) : undefined;
}

/** The request whose handoff card a channel is asked about. */
export function findQuestion(call: ConnectorCall): string | undefined {
  return isInChannel(call) ? findNumber(call, [QUESTION]) : undefined;
}

/** The request whose delivery check this reply settles. */
export function findDecision(call: ConnectorCall): string | undefined {
  return findNumber(call, DECISIONS);
}

/** The request that this confirms to the partner as stored. */
export function findConfirmation(call: ConnectorCall): string | undefined {
  return findNumber(call, CONFIRMATIONS);
}

/** The request that this tells its reader they claimed. */
export function findClaim(call: ConnectorCall): string | undefined {
  return findNumber(call, [CLAIM]);
}

/** The request whose note this confirms. */
export function findNote(call: ConnectorCall): string | undefined {
  return findNumber(call, [NOTE]);
}

/** The request of which this tells the partner in 1:1 that it was claimed, perhaps with what happened since. */
export function findClaimNews(call: ConnectorCall): string | undefined {
  const tells = !isInChannel(call) && JSON.stringify(call.activity).includes(CLAIMED);
  return tells ? findNumber(call, [NEWS]) : undefined;
}

export function describe({ method, conversationId, ...call }: ConnectorCall): string {
  return `${method} ${conversationId} ${summaryOf({ method, conversationId, ...call })}`;
}
