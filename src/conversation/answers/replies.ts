import { renderCard } from '../../../cards';
import { withoutMarkup } from '../../../cards/elements/text';
import type { Words } from '../../../cards/words/languages';
import type { RenderedCard } from '../../../cards/define-card';
import type { GuideView, Offer, Reply, Statement, Translation } from '../../answering/reply';
import type { Content, PrivacyIntent } from '../../knowledge/model/content';
import { listTakers } from '../../knowledge/model/wording';
import type { Outgoing } from '../message';
import type { Turn } from '../turn';
import { nameKey } from '../../shared/names';
import { cite } from './citations';
import { offerAfter } from './next-steps';

/** Replies that need only the content. The others need the directory, the requests or the place. */
export type ContentReply = Exclude<
  Reply,
  { kind: 'intake' | 'status' | 'person' | 'guide' | 'need' | 'privacy' }
>;

/** The reader: a first name for the greeting, and which commands help shows (requests, queues, leads). */
export interface ReaderProfile {
  readonly name: string | null;
  readonly hasRequests: boolean;
  readonly worksQueue: boolean;
  readonly readsInsights: boolean;
  /** Whether a model may see what they write. */
  readonly usesModel: boolean;
}

/** A reader about whom nothing is known. */
export const NOBODY: ReaderProfile = {
  name: null,
  hasRequests: false,
  worksQueue: false,
  readsInsights: false,
  usesModel: false,
};

/** A reply as it looks in 1:1. */
export function drawReply(
  reply: ContentReply,
  content: Content,
  reader: ReaderProfile,
  { place, words }: Pick<Turn, 'place' | 'words'>,
): Outgoing {
  switch (reply.kind) {
    case 'answer': {
      const { statements } = reply;
      const next = offerAfter(reply, content, words);
      const cited = place.citesText ? cite(statements, words) : null;
      const card = renderCard('answer', { statements, next, saidAbove: cited !== null }, words);
      return { ...send(card), ...cited };
    }
    case 'verdict': {
      const next = offerAfter(reply, content, words);
      return send(renderCard('verdict', { ...reply, next }, words));
    }
    case 'choices':
      return send(renderCard('choices', { ...reply, question: readQuestion(reply, words) }, words));
    case 'not-covered':
      return send(renderCard('not-covered', reply, words));
    case 'greeting':
      return send(drawWelcome(reader, content, words));
    case 'help':
      return send(
        renderCard(
          'help',
          {
            ...toHelp(reader, content),
            place: 'personal',
            starters: listStarters(reader, content, words),
            usesModel: reader.usesModel,
          },
          words,
        ),
      );
    case 'thanks':
      return { mode: 'send', text: words.outcomes.thanks };
    case 'unclear':
      return send(renderCard('unclear', { starters: readStarters(content, words) }, words));
  }
}

/** What help says to a reader. */
export function toHelp({ hasRequests, worksQueue, readsInsights }: ReaderProfile, { programmes }: Content) {
  return { covers: programmes.map(({ shortName }) => shortName), hasRequests, worksQueue, readsInsights };
}

/** The reply to a greeting, also sent once when the app is installed. */
export function drawWelcome(reader: ReaderProfile, content: Content, words: Words): RenderedCard {
  const { name } = reader;
  const takers = words.speech.either(listTakers(content.wording));
  return renderCard('welcome', { name, takers, starters: listStarters(reader, content, words) }, words);
}

/** What to begin with. Queue members usually come for their queue, so its lists are first. */
function listStarters({ worksQueue }: ReaderProfile, content: Content, words: Words) {
  const { help } = words;
  const starters = readStarters(content, words);
  const own = [
    { title: help.myQueues, text: words.lists.queue },
    { title: help.mine, text: words.lists.owned },
  ];
  return worksQueue ? [...own, ...starters] : starters;
}

/** The starter whose title, in any language, somebody typed instead of pressing it. */
export function findStarter({ starters }: Content, typed: string) {
  const key = toTitleKey(typed);
  const found = starters.find(({ title, in: titles = {} }) =>
    [title, ...Object.values(titles)].some((one) => toTitleKey(one) === key),
  );
  // Its own text needs no detour, and a text equal to its title would loop.
  return found === undefined || toTitleKey(found.text) === key
    ? undefined
    : { text: found.text, shows: found.shows, answers: undefined };
}

function toTitleKey(title: string): string {
  return nameKey(title.replace(/[.!?\s]+$/, ''));
}

/** The starters with their titles in the reader's language, where the content has it. */
function readStarters({ starters }: Content, { language }: Words): readonly Offer[] {
  return starters.map(({ title, in: titles, text, shows }) => ({
    title: titles?.[language] ?? title,
    // A title in another language stands for the text when it's sent.
    text: titles?.[language] ?? text,
    ...(shows !== undefined && { shows }),
  }));
}

function readQuestion({ question, asks }: Extract<Reply, { kind: 'choices' }>, { choices }: Words): string {
  return question ?? (asks === undefined ? choices.which : choices[asks]);
}

/** In a dialog over a channel, people can't type an answer: the channel's messages don't reach the dialog. */
export function drawGuide(view: GuideView, { place, words }: Pick<Turn, 'place' | 'words'>): RenderedCard {
  return renderCard('guide', { ...view, mayBeTyped: place.kind === 'personal' }, words);
}

/** What stands below a reply in 1:1, in cards of their own. */
export function drawBelow(reply: Reply, turn: Pick<Turn, 'place' | 'words'>): readonly Outgoing[] {
  const { comparison, guide, translation } = reply;
  return [
    ...(translation === undefined ? [] : [drawTranslation(translation, turn.words)]),
    ...(comparison === undefined ? [] : [send(renderCard('comparison', comparison, turn.words))]),
    ...(guide === undefined || reply.kind === 'guide'
      ? []
      : [{ ...send(drawGuide(guide, turn)), isGuide: true }]),
  ];
}

/** In a message of its own, so that Teams labels only this one "AI generated" and not the original above it. */
function drawTranslation({ text }: Translation, { model }: Words): Outgoing {
  return { mode: 'send', text: `${model.translated}\n\n${withoutMarkup(text)}`, byModel: true };
}

/**
 * What a channel sees instead: one compact card that's readable without the app and contains nothing about the asker.
 */
export function toChannelStatement(reply: Reply, words: Words): Statement {
  switch (reply.kind) {
    case 'answer': {
      const [first] = reply.statements;
      return first ?? say(words.notCovered.title, words.notCovered.noAnswer);
    }
    case 'verdict':
    case 'need':
      return reply.statement;
    case 'not-covered': {
      const { title, answer, door, translatedBy } = reply;
      return { ...say(title, answer), door, ...(translatedBy !== undefined && { translatedBy }) };
    }
    case 'choices':
      return say(
        words.channelAnswer.unsure,
        [readQuestion(reply, words), '', ...reply.options.map(({ title }) => `- ${title}`)].join('\n'),
      );
    case 'intake':
      return ask(words.channelAnswer.intake);
    case 'status':
      return reply.number === null
        ? ask(words.channelAnswer.status)
        : say(
            words.channelAnswer.statusOf.title(reply.number),
            words.channelAnswer.statusOf.todo(reply.number),
          );
    case 'person':
      return ask(words.channelAnswer.person);
    case 'guide':
      return reply.guide.next.kind === 'result'
        ? reply.guide.next.statement
        : say(reply.guide.title, words.channelAnswer.guide);
    case 'thanks':
      return ask(words.channelAnswer.thanks);
    case 'privacy':
      return sayPrivacyInChannel(reply.about, words);
    case 'greeting':
    case 'help':
    case 'unclear':
      return ask(words.channelAnswer.other);
  }
}

function ask({ title, todo }: { readonly title: string; readonly todo: string }): Statement {
  return say(title, todo);
}

/** Words of the interface in place of an entry. */
export function say(title: string, answer: string): Statement {
  return {
    topic: '',
    title,
    programme: null,
    answer,
    details: [],
    flag: null,
    goodToKnow: [],
    provenance: null,
    door: null,
  };
}

export function send(card: RenderedCard): Outgoing {
  return { mode: 'send', card };
}

export function replace(card: RenderedCard): Outgoing {
  return { mode: 'replace', card };
}

/** What is true in a channel, where nothing is kept of what people write. */
function sayPrivacyInChannel(about: PrivacyIntent, { privacy }: Words): Statement {
  if (about !== 'privacy-place' && about !== 'privacy-law') return say(privacy.title, privacy.inChannel);
  const { title, answer } = privacy.about[about];
  return say(title, answer);
}
