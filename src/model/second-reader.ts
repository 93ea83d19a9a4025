/**
 * A model as a second reader behind the answerer. It chooses among the content's texts and reads requests. Its choice
 * is checked against the content and the message, and the reply is built from the content like any other. If the model
 * doesn't help for any reason, the local reply stands.
 *
 * Words: the *local* reply is the one without a model. A *question* is what a model is asked about one message, and a
 * *choice* is what it returns.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Answerer, Dialogue, Said } from '../answering/dialogue';
import { findOwnWords } from '../answering/intake/own-words';
import { createLanguageFinder } from '../answering/language';
import { toPlainText } from '../answering/plain-text';
import type { Reply } from '../answering/reply';
import type { Content } from '../knowledge/model/content';
import type { Search } from '../knowledge/search/search';
import { createCatalogue } from './catalogue';
import { readAnswer } from './model-answer';
import { createQuestionWriter } from './question';
import { createRedactor, type KnownNames } from './redact';
import { isSameReply, listAnswers, listIds } from './reply-parts';
import type { ModelSettings } from './settings';
import type { Failure, Question, Transport } from './transport';
import { createVerifier, type Rejection } from './verify-choice';
import { createSlotReader } from './verify-slots';
import { createTranslationCheck } from './verify-translation';
import { asksForConfidence, createWithhold, isOffFor, type Withheld } from './withhold';
import { isSettled, isUnsure } from './worth-asking';

/** What happened with a message, for the metrics. */
export type ModelOutcome =
  | 'agreed'
  | 'changed'
  | 'sure'
  | `withheld-${Withheld}`
  | `failed-${Failure | 'error'}`
  | `rejected-${Rejection}`;

export interface SecondReaderDependencies {
  readonly content: Content;
  readonly search: Pick<Search, 'rank'>;
  readonly transport: Transport;
  readonly settings: Pick<ModelSettings, 'when' | 'offTenants'>;
  readonly listNames: () => Promise<KnownNames>;
  readonly onOutcome?: (outcome: ModelOutcome) => void;
}

const MOST_CANDIDATES = 8;
const KEPT_REPLIES = 500;
/** This is how long a dialogue is remembered, and the key is made from the dialogue. */
const KEPT_MS = 60 * 60 * 1000;

/** Adds a model to the answerer, which reads a message again when `reconsider` is called. */
export function withModel(answerer: Answerer, deps: SecondReaderDependencies): Answerer {
  const { content, search, transport, settings, listNames, onOutcome = () => undefined } = deps;
  const catalogue = createCatalogue(content);
  const writeQuestion = createQuestionWriter(catalogue);
  const verify = createVerifier(catalogue, createSlotReader(content, answerer));
  const checkTranslation = createTranslationCheck(content);
  const redactor = createRedactor(content);
  const withhold = createWithhold(answerer, settings);
  const findLanguage = createLanguageFinder(content);
  const kept = new LRUCache<string, string>({ max: KEPT_REPLIES, ttl: KEPT_MS });

  async function reconsider(said: Said, local: Reply): Promise<{ outcome: ModelOutcome; reply: Reply }> {
    const reason = await withhold(said, local);
    if (reason !== null) {
      const reply = reason === 'private' ? { ...local, isPrivate: true } : local;
      return { outcome: `withheld-${reason}`, reply };
    }
    const stands = (outcome: ModelOutcome) => ({ outcome, reply: local });
    const own = toPlainText(findOwnWords(said.text));
    const language = findLanguage(own);
    const [ranking] = await search.rank([{ text: language.english, carried: [] }]);
    const mayHelp = settings.when === 'always' || isUnsure(said, local, ranking, language.isForeign);
    if (isSettled(said, local) || !mayHelp) return stands('sure');

    const names = redactor(await listNames(), said.names);
    const message = names.hide(own);
    const earlier = listEarlier(said.dialogue).map(({ text, answerTitle }) => ({
      message: names.hide(text),
      answered: answerTitle,
    }));
    const near = [...listIds(local), ...(ranking?.candidates ?? []).map(({ unit }) => unit.id)];
    const candidates = [...new Set(near)].filter((id) => catalogue.items.has(id)).slice(0, MOST_CANDIDATES);
    // What the content is translated into needs no machine.
    const isTranslated = content.translations.some(({ id }) => id === language.id);
    const texts = language.isForeign && !isTranslated ? await listTexts(candidates, said) : null;
    const asked = await ask(writeQuestion({ message, earlier, candidates, texts }));
    if (asked.outcome === 'failed') return stands(`failed-${asked.why}`);

    const answer = readAnswer(asked.content);
    if (answer === null) return stands('rejected-malformed');
    const { isForeign, id } = language;
    const sources = { text: message, earlier: earlier.map((one) => one.message), language: id, isForeign };
    const verified = verify(answer, sources);
    if (verified.outcome === 'rejected') return stands(`rejected-${verified.why}`);
    const { chosen } = verified;
    const slots = chosen.request;
    const request = slots && {
      ...slots,
      ...(slots.customer && { customer: names.restore(slots.customer) }),
      ...(slots.person && { person: names.restore(slots.person) }),
    };
    const shown = await answerer.showChosen({ ...chosen, request }, said.text, said.dialogue);
    if (shown === null) return stands('rejected-nothing-to-show');
    const agrees = isSameReply(shown, local);
    const reply: Reply = agrees
      ? local
      : {
          ...shown,
          ...(local.notice !== undefined && { notice: local.notice }),
          ...(local.language !== undefined && { language: local.language }),
          // If a model takes the message for a report, nothing of it is kept either.
          ...(shown.topic === content.cues.safety.vulnerability?.topic && { confidential: true }),
        };
    // A request shows a form and no answer, so there's nothing to translate.
    const translation = answer.translation?.length === 0 ? null : answer.translation;
    if (translation !== null && !isForeign) return stands('rejected-translation');
    const isRequest = request !== null;
    if (translation === null) return keep(asked.key, asked.content, agrees, reply, isRequest);
    const originals = listAnswers(reply);
    const isKept =
      translation.length === originals.length &&
      translation.every(({ id: of, text }, at) => {
        const isOf = of === chosen.answers[at]?.id;
        return isOf && checkTranslation(answer.language)(originals[at] ?? '', text);
      });
    if (!isKept) return stands('rejected-translation');
    const text = translation.map((one) => one.text).join('\n\n');
    const translated = { ...reply, translation: { language: answer.language, text } };
    return keep(asked.key, asked.content, agrees, translated, isRequest);
  }

  /** Keeps the model's output for the next time. It doesn't keep requests, because their quotes name customers. */
  function keep(key: string, content: string, agrees: boolean, reply: Reply, isRequest: boolean) {
    // A second use mustn't extend its lifetime.
    if (!isRequest && !kept.has(key)) kept.set(key, content);
    return { outcome: agrees ? ('agreed' as const) : ('changed' as const), reply };
  }

  async function ask(question: Question) {
    const key = createHash('sha256').update(question.user).digest('base64url');
    const content = kept.get(key);
    const asked =
      content === undefined ? await transport.ask(question) : { outcome: 'replied' as const, content };
    return { ...asked, key };
  }

  async function listTexts(ids: readonly string[], { dialogue }: Said): Promise<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const id of ids) {
      const chosen = { answers: [{ id, asksVerdict: false }], request: null };
      const reply = await answerer.showChosen(chosen, '', dialogue);
      const [text] = reply === null ? [] : listAnswers(reply);
      if (text !== undefined) texts[id] = text;
    }
    return texts;
  }

  return {
    ...answerer,
    usesModel: (tenantId) => !isOffFor(tenantId, settings.offTenants),
    isPrivate: (text) => asksForConfidence(answerer, text),
    async reconsider(said, local) {
      try {
        const { outcome, reply } = await reconsider(said, local);
        onOutcome(outcome);
        return reply;
      } catch {
        onOutcome('failed-error');
        return local;
      }
    },
  };
}

/** A turn that mustn't be kept has no text. */
function listEarlier({ turns }: Dialogue): Dialogue['turns'] {
  return turns.filter(({ text }) => text !== '');
}
