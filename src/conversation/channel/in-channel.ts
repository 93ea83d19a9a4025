/** What belongs in a channel or group, where others read along. Everything else is for 1:1. */
import { renderCard, type Verb } from '../../../cards';
import type { ChannelAnswerModel } from '../../../cards/channel-answer';
import type { RenderedCard } from '../../../cards/define-card';
import type { Words } from '../../../cards/words/languages';
import type { Reply } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';
import { CHANGES, listChanges, verbsOf, type RequestVerb } from '../requests/changes';
import { isShared, type Outgoing, type Place } from '../message';
import { NOBODY, say, send, toChannelStatement, toHelp } from '../answers/replies';
import type { Turn } from '../turn';

/**
 * What may be pressed there: the queue's cards and the forms they open, and what leads to 1:1. The bot sends all other cards to 1:1 chats only,
 * so such a press in a channel is forged or forwarded, and its result would be visible to everybody.
 */
const PRESSED: ReadonlySet<Verb> = new Set<Verb>([
  'chat.say',
  'channel-answer.request',
  'channel-answer.guide',
  'feedback.like',
  'feedback.dislike',
  'feedback.send',
  'delivery-check.there',
  'delivery-check.again',
  'request-list.page',
  'digest.list',
  ...CHANGES.filter(({ inChannel }) => inChannel).flatMap(verbsOf),
]);

/**
 * In a queue's channel, its members may type commands for its requests. Everything else about requests stays in 1:1.
 */
export function mayBeTyped(verb: RequestVerb, place: Place): boolean {
  return !isShared(place) || listChanges(verb).some(({ inChannel }) => inChannel);
}

export function mayBePressed(verb: Verb, place: Place): boolean {
  return !isShared(place) || PRESSED.has(verb);
}

type ChannelTurn = Pick<Turn, 'place' | 'words'>;

/** A reply as everybody there may read it. */
export function drawChannelReply(reply: Reply, { place: { address }, words }: ChannelTurn): Outgoing {
  const card = renderCard(
    'channel-answer',
    {
      statement: toChannelStatement(reply, words),
      deepLink: linkToChat(address.botId),
      ...whatOpens(reply),
    },
    words,
  );
  return { ...send(card), topic: reply.topic };
}

/** The form or guide of a reply, which opens in a dialog for one person. */
export function whatOpens(reply: Reply): Pick<ChannelAnswerModel, 'form' | 'guide'> {
  return {
    form: reply.kind === 'intake' ? { serviceId: reply.draft.serviceId } : null,
    guide: reply.guide ?? reply.offersGuide ?? null,
  };
}

/** What can be done there. */
export function drawChannelHelp(content: Content, words: Words, usesModel: boolean): RenderedCard {
  return renderCard('help', { ...toHelp(NOBODY, content), place: 'channel', starters: [], usesModel }, words);
}

/** Opens the 1:1 chat with the bot. */
export function linkToChat(botId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(botId)}`;
}

/** For clients without dialogs: what opened in one was sent to 1:1, or has to be asked for there. */
export function drawElsewhere(
  where: 'formSent' | 'formInPrivate' | 'guideInPrivate',
  turn: ChannelTurn,
): Outgoing {
  const { title, todo } = turn.words.channelAnswer[where];
  const deepLink = linkToChat(turn.place.address.botId);
  return send(renderCard('channel-answer', { statement: say(title, todo), deepLink }, turn.words));
}

/** What to type in 1:1 instead, without the words that came with it. */
export function typedInPrivate(turn: ChannelTurn, verb: RequestVerb, number: string): Outgoing {
  if (verb === 'show' || verb === 'history') return inPrivate(turn, number);
  const { words, place } = turn;
  const { title, todo } = words.channelAnswer.typedIn;
  const statement = say(title, todo(words.layout.command(words.verbs[verb], number)));
  return send(renderCard('channel-answer', { statement, deepLink: linkToChat(place.address.botId) }, words));
}

/** Where to go instead, for one request or all. */
export function inPrivate(turn: ChannelTurn, number: string | null = null): Outgoing {
  return drawChannelReply({ kind: 'status', topic: 'request-status', number }, turn);
}
