/** Look-ups to post in a conversation: curated content for everybody, requests for people in the directory. */
import { LRUCache } from 'lru-cache';
import { renderCard } from '../../../cards';
import { stateWord } from '../../../cards/elements/request-state';
import type { ChannelAnswerModel } from '../../../cards/channel-answer';
import { languages, type Words } from '../../../cards/words/languages';
import type { FindInterpreter } from '../../answering/replying/interpreter';
import type { Reply, Statement } from '../../answering/reply';
import { EMPTY_DIALOGUE } from '../../answering/dialogue';
import { parseNumber } from '../../engagement/request';
import { bandModel } from '../requests/request-models';
import type { RequestView } from '../../engagement/reading/view';
import type { Found } from '../../answering/lookup';
import { findNumber } from '../../shared/request-number';
import { nameKey } from '../../shared/names';
import { linkToChat, whatOpens } from '../channel/in-channel';
import type { Intake } from '../requests/intake';
import type { LookupQuery, LookupResult, Outgoing, Place } from '../message';
import type { ConversationDependencies } from '../dependencies';
import { drawRefusal, refuseReport } from '../refuse-report';
import { drawBelow, say, send, toChannelStatement } from './replies';
import type { Speak } from './spoken';
import type { Turn } from '../turn';
import { readWords } from '../typed/message-words';
import { cutStart } from '../../shared/cut';

const KEPT_RESULTS = 500;
/** Requests that stand before the content on the first page. */
const MOST_REQUESTS = 5;
/** How far a list of open requests is looked through for words. */
const LOOKED_THROUGH = 50;
const LONGEST_PREVIEW = 140;
/** For a message by somebody else, these replies mean that it has nothing for the bot. */
const UNANSWERED: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>(['unclear', 'greeting', 'thanks']);

interface InLanguages {
  readonly speak: Speak;
  readonly findInterpreter: FindInterpreter;
}

export type Lookups = ReturnType<typeof createLookups>;

export function createLookups(
  deps: ConversationDependencies,
  intake: Intake,
  { speak, findInterpreter }: InLanguages,
) {
  const { lookup, answerer, desk, publicUrl, defaultLanguage } = deps;
  /** Everybody in the conversation can read what is posted. */
  const shared = languages[defaultLanguage];
  const interpreter = findInterpreter(defaultLanguage);
  const interpret = ({ listed, statement }: Found): Pick<Found, 'listed' | 'statement'> => ({
    statement: interpreter?.statement(statement) ?? statement,
    listed: listed && { ...listed, line: interpreter?.text(listed.line) ?? listed.line },
  });

  function linkTo(id: string): string | null {
    return publicUrl === null ? null : new URL(`entries/${encodeURIComponent(id)}`, publicUrl).href;
  }

  /** Drawn once: what is found says the same to everybody. */
  const drawn = new LRUCache<string, LookupResult>({ max: KEPT_RESULTS });
  function toResult(found: Found, botId: string): LookupResult {
    const key = `${botId} ${found.id}`;
    const result =
      drawn.get(key) ??
      drawFound(interpret(found), { deepLink: linkToChat(botId), link: linkTo(found.id) }, shared);
    drawn.set(key, result);
    return result;
  }

  /** Only for people who handle requests, and only what a channel may see, because others read what is posted. */
  async function findRequests(turn: Turn, typed: string): Promise<readonly LookupResult[]> {
    const words = readWords(typed);
    if (words === '') return [];
    const by = await turn.identify();
    if (by.person === null) return [];
    const number = parseNumber(words);
    if (number !== undefined) {
      const found = await desk.findRequest(by, { number });
      return found.outcome === 'found' ? [toRequestResult(found.request, shared)] : [];
    }
    if (words.length < 3) return [];
    const queues = await desk.listQueues(by);
    const lists = await Promise.all([
      desk.listOwned(by, { limit: LOOKED_THROUGH }),
      ...queues.map(({ id }) => desk.listQueue(by, id, { limit: LOOKED_THROUGH })),
    ]);
    const requests = new Map(
      lists.flatMap((list) => ('requests' in list ? list.requests.map((one) => [one.id, one] as const) : [])),
    );
    const wanted = nameKey(words).split(' ');
    return [...requests.values()]
      .filter((request) => wanted.every((word) => describe(request).includes(word)))
      .slice(0, MOST_REQUESTS)
      .map((request) => toRequestResult(request, shared));
  }

  return {
    findRequests,

    /** Entries, rules and terms: for everybody, and without the database. */
    find({ words, skip, count, place }: LookupQuery): readonly LookupResult[] {
      // A request's number finds no answers.
      if (isRequestNumber(readWords(words))) return [];
      const { botId } = place.address;
      return lookup.find(readWords(words), { skip, count }).map((found) => toResult(found, botId));
    },

    read(botId: string, id: string): LookupResult | null {
      const found = lookup.read(id);
      return found === undefined ? null : toResult(found, botId);
    },

    nameOf(id: string): string | null {
      const found = lookup.read(id);
      if (found === undefined) return null;
      const { statement, listed } = interpret(found);
      return nameOf(statement, listed, shared);
    },

    /** In a dialog: an answer as it can be posted. Only curated answers can. */
    async askAbout(place: Place, text: string, client: Words): Promise<readonly Outgoing[]> {
      const understood = await answerer.understand(text, EMPTY_DIALOGUE);
      const { reply, turn } = speak({ words: client }, understood);
      const { words } = turn;
      const isAnswered = !UNANSWERED.has(reply.kind);
      const statement = isAnswered
        ? toChannelStatement(reply, words)
        : say(words.lookup.noAnswer, words.lookup.askOtherwise);
      const card = renderCard(
        'channel-answer',
        {
          statement,
          deepLink: linkToChat(place.address.botId),
          post: lookup.read(statement.id ?? '')?.id ?? null,
          ...whatOpens(reply),
        },
        words,
      );
      return [{ ...send(card), topic: reply.topic }, ...drawBelow(reply, { place, words })];
    },

    /** In a dialog: the form, with what the message told of a request. */
    async requestFrom(turn: Pick<Turn, 'words' | 'identify'>, text: string): Promise<readonly Outgoing[]> {
      const report = await refuseReport(answerer, { details: text }, turn.words);
      if (report !== null) return [send(report)];
      const { draft, eligibility, isReport } = await answerer.readRequest(text, EMPTY_DIALOGUE);
      if (isReport) return [send(drawRefusal(eligibility, turn.words))];
      return [await intake.open(turn, draft, eligibility)];
    },
  };
}

/** What was found as it is listed, and the card that is posted of it. */
export function drawFound(
  { listed, statement }: Pick<Found, 'listed' | 'statement'>,
  links: Pick<ChannelAnswerModel, 'deepLink' | 'link'>,
  words: Words,
): LookupResult {
  const card = renderCard('channel-answer', { statement, ...links }, words);
  return { title: nameOf(statement, listed, words), text: shorten(card.summary), card };
}

function nameOf({ title, programme }: Statement, listed: Found['listed'], words: Words): string {
  if (programme === null) return title;
  if (listed === null) return `${programme}: ${title}`;
  const { is, isNot } = words.lookup;
  return listed.side === 'is' ? is(programme, listed.line) : isNot(programme, listed.line);
}

function toRequestResult(request: RequestView, words: Words): LookupResult {
  const { number, service, partnerName, state, queue, owner } = request;
  const card = renderCard(
    'request-reference',
    {
      number,
      serviceName: service.name,
      partnerName,
      ...bandModel(request, words),
      queueName: queue.name,
    },
    words,
  );
  return {
    title: `${number}: ${service.name}`,
    text: [stateWord(state, 'staff', words), owner?.name, partnerName, queue.name]
      .filter(Boolean)
      .join(' · '),
    card,
  };
}

function isRequestNumber(words: string): boolean {
  return findNumber(words) !== undefined && parseNumber(words) !== undefined;
}

/** The words that find a request: nothing that only some people may know. */
function describe({ number, service, partnerName, state, queue, owner }: RequestView): string {
  return nameKey([number, service.name, partnerName, state, queue.name, owner?.name].join(' '));
}

/** Cut where a word ends; a text without an end of a word is cut anywhere. */
function shorten(text: string): string {
  if (text.length <= LONGEST_PREVIEW) return text;
  const end = text.lastIndexOf(' ', LONGEST_PREVIEW - 1);
  return `${cutStart(text, end > 0 ? end : LONGEST_PREVIEW - 1)}…`;
}
