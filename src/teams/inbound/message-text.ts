/**
 * Reads the new words of a message. It removes the mention of the bot, replaces other mentions with the person's name,
 * and leaves out what a reply or forward quotes: Teams repeats quotes in the text, and only the `text/html` attachment
 * tells them apart. Other markup stays. A message without words says what it contains instead.
 */
import { encode } from 'html-entities';
import type { Besides, IncomingMessage } from '../../conversation/message';
import { readWords } from '../../conversation/typed/message-words';
import { cleanLabel, cutLong } from '../../shared/clean-text';
import { isSameName, nameKey } from '../../shared/names';
import type { TeamsTurn } from '../turn';
import type { InboundActivity } from './activity';
import { cutStart } from '../../shared/cut';

/** A person mentioned in a message, as Teams knows them. */
export interface Mentioned {
  readonly userId: string;
  readonly aadObjectId: string | null;
  readonly name: string;
}

export interface MessageText {
  readonly text: string;
  readonly mentioned: readonly Mentioned[];
  /** The content of a message without words; null if it has words or is empty. */
  readonly besides: Besides | null;
}

/** What a turn says, who says it and where. */
export function readMessage({ activity, actor, place, findMail }: TeamsTurn): IncomingMessage {
  const { mentioned, ...said } = readMessageText(activity);
  const people = mentioned.map((person) => ({ ...person, findMail: () => findMail(person.userId) }));
  return { ...said, actor, place, mentioned: people };
}

export function readMessageText(activity: InboundActivity): MessageText {
  const html = findHtml(activity);
  const isQuoted = QUOTE.test(html);
  const hasText = (activity.text ?? '').trim() !== '';
  const said = isQuoted || !hasText ? withoutQuotes(html) : (activity.text ?? '');
  const replaced = replaceMentions(readEmoji(cutLong(said)), activity);
  // Names replace mentions and may be longer.
  const text = cutLong(replaced.text);
  const { mentioned } = replaced;
  const isWordless = !/[\p{L}\p{N}\p{P}\p{S}]/u.test(readWords(text));
  return { text, mentioned, besides: isWordless ? findBesides(activity, html, isQuoted) : null };
}

/** The new words of a selected message, from its HTML only. */
export function readChosenText(html: string, activity: Pick<InboundActivity, 'recipient'>): string {
  return replaceMentions(readEmoji(cutLong(withoutQuotes(html))), { ...activity, entities: [] }).text;
}

/** The longest HTML of a message, including its quotes. */
const LONGEST_HTML = 60_000;
const LONGEST_MENTION = 600;
const MENTION = /<at\b[^<>]{0,200}>([^<>]{0,200})<\/at>/gi;
/** A mention in the HTML. Its number counts the mentions of the message. */
const MENTION_IN_HTML =
  /<span\b(?=[^<>]{0,300}schema\.skype\.com\/Mention)[^<>]{0,400}>([^<>]{0,200})<\/span>/gi;

function replaceMentions(
  said: string,
  { entities, recipient }: Pick<InboundActivity, 'entities' | 'recipient'>,
) {
  /**
   * Grouped by name, in their order. Searching a list each time would be slow, because a message may hold hundreds of
   * mentions.
   */
  const left = new Map<string, Entity[]>();
  for (const entity of (entities ?? []).filter(({ type }) => type === 'mention')) {
    const key = nameKey(nameOf(entity));
    left.set(key, [...(left.get(key) ?? []), entity]);
  }
  const mentioned: Mentioned[] = [];
  const replace = (_whole: string, inner: string): string => {
    const called = readWords(inner);
    const account = left.get(nameKey(called))?.shift()?.mentioned;
    const isBot =
      account?.id === undefined
        ? isSameName(called, cleanLabel(recipient.name ?? ''))
        : account.id === recipient.id;
    if (isBot) return ' ';
    const given = cleanLabel(account?.name ?? '');
    const name = given || called;
    if (account?.id)
      mentioned.push({ userId: account.id, aadObjectId: account.aadObjectId ?? null, name: readWords(name) });
    return given ? encode(given) : inner;
  };
  const text = said.replace(MENTION_IN_HTML, '<at>$1</at>').replace(MENTION, replace);
  return { text, mentioned };
}

type Entity = NonNullable<InboundActivity['entities']>[number];

function nameOf({ text, mentioned }: Entity): string {
  const marked = cutStart(text ?? '', LONGEST_MENTION).replace(/<\/?at\b[^<>]{0,200}>/gi, '');
  return readWords(marked) || cleanLabel(mentioned?.name ?? '');
}

const QUOTE = /<blockquote\b[^<>]*schema\.skype\.com\/(?:Reply|Forward)\b/i;
const BLOCKQUOTE = /<(\/?)blockquote\b[^<>]*>/gi;

/** Removes the quotes of a reply or forward with everything nested in them. A quote that the person made stays. */
function withoutQuotes(html: string): string {
  let [kept, from, depth] = ['', 0, 0];
  for (const { 0: tag, 1: slash, index } of html.matchAll(BLOCKQUOTE)) {
    if (depth === 0 && !QUOTE.test(tag)) continue;
    if (slash === '') {
      if (depth === 0) kept += `${html.slice(from, index)} `;
      depth += 1;
    } else {
      depth -= 1;
      from = index + tag.length;
    }
  }
  // A quote without an end tag reaches to the end of the message.
  return depth > 0 ? kept : kept + html.slice(from);
}

/** Teams sends emoji as pictures with the character as alternative text. */
function readEmoji(said: string): string {
  return said.replace(
    /<img\b(?=[^<>]{0,2000}schema\.skype\.com\/Emoji)[^<>]{0,2000}>/gi,
    (tag) => /\balt="([^"<>]{1,20})"/i.exec(tag)?.[1] ?? '',
  );
}

function findHtml({ attachments }: InboundActivity): string {
  const html = (attachments ?? []).find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof html === 'string' ? cutLong(html, LONGEST_HTML) : '';
}

const KINDS: readonly (readonly [RegExp, Besides])[] = [
  [/^(?:audio|video)\/|^application\/vnd\.microsoft\.card\.(?:audio|video)$/i, 'recording'],
  [/^image\/|^application\/vnd\.microsoft\.card\.animation$/i, 'picture'],
  [/^application\/vnd\.microsoft\.card\./i, 'card'],
  [/^(?:forwarded)?message(?:reference)?$/i, 'quote'],
  [/^(?!text\/)./i, 'file'],
];

/** The first attachment decides. Pictures, GIFs and stickers may appear only in the html. */
function findBesides({ attachments }: InboundActivity, html: string, isQuoted: boolean): Besides | null {
  const kinds = (attachments ?? []).flatMap(
    ({ contentType }) => KINDS.find(([pattern]) => pattern.test(contentType ?? ''))?.[1] ?? [],
  );
  if (kinds[0] !== undefined) return kinds[0];
  if (isQuoted) return 'quote';
  if (/<(?:audio|video)\b/i.test(html)) return 'recording';
  return /<img\b/i.test(html) ? 'picture' : null;
}
