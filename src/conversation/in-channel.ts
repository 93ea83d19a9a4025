/** What belongs in a channel or group, where others read along; all the rest is for 1:1. */
import { renderCard, type Verb } from '../../cards';
import type { Reply } from '../answering/reply';
import type { RequestVerb } from './commands';
import type { Outgoing, Place } from './message';
import { send, toChannelStatement } from './replies';
import type { Turn } from './turn';

/** What a queue's members may type in its channel; everything else about requests is said in 1:1. */
const TYPED: ReadonlySet<RequestVerb> = new Set<RequestVerb>([
  'claim',
  'release',
  'accept',
  'ask',
  'decline',
  'complete',
  'transfer',
]);

/**
 * What may be pressed there: the queue's cards and the forms they open. Any other card is only ever sent to 1:1, so
 * that such a press from elsewhere is forged or forwarded, and what it showed would be shown to everybody.
 */
const PRESSED: ReadonlySet<Verb> = new Set<Verb>([
  'chat.say',
  'handoff.claim',
  'handoff.release',
  'handoff.accept',
  'handoff.ask',
  'handoff.complete',
  'handoff.transfer',
  'handoff.decline',
  'accept-form.submit',
  'ask-form.submit',
  'complete-form.submit',
  'transfer-form.submit',
  'decline-form.submit',
  'request-list.page',
]);

export function mayBeTyped(verb: RequestVerb, { kind }: Place): boolean {
  return kind === 'personal' || TYPED.has(verb);
}

export function mayBePressed(verb: Verb, { kind }: Place): boolean {
  return kind === 'personal' || PRESSED.has(verb);
}

type ChannelTurn = Pick<Turn, 'place' | 'words'>;

/** A reply as everybody there may read it. */
export function drawChannelReply(reply: Reply, { place: { address }, words }: ChannelTurn): Outgoing {
  const deepLink = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address.botId)}`;
  const card = renderCard('channel-answer', { statement: toChannelStatement(reply, words), deepLink }, words);
  return { ...send(card), topic: reply.topic };
}

/** Where to go instead. */
export function inPrivate(turn: ChannelTurn): Outgoing {
  return drawChannelReply({ kind: 'status', topic: 'request-status', number: null }, turn);
}
