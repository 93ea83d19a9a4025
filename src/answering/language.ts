/**
 * Questions in other languages. If there's a dictionary, they're translated into English before anything else looks at
 * them, so that safety, scope, needs and requests work in all of these languages. A reply here is in English, says so
 * once per conversation, and names the message's language; replying/interpreter.ts translates it later.
 */
import type { Content } from '../knowledge/model/content';
import { createTranslate } from '../knowledge/languages/translate';
import { cutLong } from '../shared/clean-text';
import { nameKey } from '../shared/names';
import type { Answerer, Dialogue } from './dialogue';
import { stripMarkup } from './plain-text';
import type { Eligibility, Reply } from './reply';
import { createInterpreters } from './replying/interpreter';
import { unlessBusy } from './unless-busy';

/** A language shows in less, and understanding reads less. */
const LONGEST_READ = 3_000;
const LEAST_WORDS = 2;
const LEAST_SHARE_OF_WORDS = 0.25;
const LEAST_SHARE_OF_LETTERS = 0.4;

const COURTESIES: ReadonlySet<string> = new Set(['thanks', 'greeting']);

/** The answerer, for people who write in any language of the content. */
export function withLanguages(content: Content, answerer: Answerer): Answerer {
  const translate = createTranslate(content);
  const findListed = createListedFinder(content);
  const findInterpreter = createInterpreters(content);
  const findTitled = createTitleFinder(content);
  const read = (text: string): string => translate(stripMarkup(text)).text;
  /** Names, dates and everything that people see come from the words as they were typed. */
  const readDialogue = (dialogue: Dialogue, written?: string): Dialogue => ({
    ...dialogue,
    ...(written !== undefined && { written }),
    turns: dialogue.turns.map((turn) => {
      const { text, language } = translate(turn.text);
      return language === null ? turn : { ...turn, text, written: turn.text };
    }),
  });
  const findNotice = (text: string): string | null =>
    translate(text).language?.sentence ?? findListed(text)?.sentence ?? null;
  const interpret = (eligibility: Eligibility, language?: string): Eligibility =>
    findInterpreter(language ?? '')?.eligibility(eligibility) ?? eligibility;

  return {
    async understand(raw, dialogue) {
      const written = cutLong(stripMarkup(raw), LONGEST_READ);
      const { text, language, isClear } = translate(written);
      const notice = findNotice(written);
      // The words of a button show no language of the person's.
      const shown = dialogue.offered.includes(raw) ? undefined : (language ?? findListed(written))?.id;
      const titled = findTitled(written);
      const asked = titled === undefined ? null : answerer.show({ shows: titled.id });
      if (titled !== undefined && asked !== null) return { ...asked, language: titled.language };
      const found =
        language === null
          ? await answerer.understand(raw, readDialogue(dialogue))
          : await answerer.understand(text, readDialogue(dialogue, written));
      const canBeRead = notice === null || (language !== null && isClear);
      const answered = canBeRead ? found : withoutGuess(found);
      // The English reading may miss a report, so the original words are checked, too.
      const isKept = language === null || (await unlessBusy(answerer.findReport(raw))) === null;
      const reply = {
        ...answered,
        ...(!isKept && { confidential: true }),
        ...(shown !== undefined && { language: shown }),
      };
      // Several languages share words of courtesy, and nothing is answered to them.
      if (notice === null || COURTESIES.has(reply.topic)) return reply;
      const isSaid = dialogue.turns.some(
        (turn) => !COURTESIES.has(turn.topic) && findNotice(turn.text) !== null,
      );
      return isSaid ? reply : { ...reply, notice };
    },
    show: (shown) => answerer.show(shown),
    async showChosen(chosen, raw, dialogue) {
      const written = stripMarkup(raw);
      const { text, language } = translate(written);
      return language === null
        ? answerer.showChosen(chosen, raw, readDialogue(dialogue))
        : answerer.showChosen(chosen, text, readDialogue(dialogue, written));
    },
    reconsider: (said, local) => answerer.reconsider(said, local),
    usesModel: (tenantId) => answerer.usesModel(tenantId),
    isPrivate: (text) => answerer.isPrivate(text),
    readLine: (text) => answerer.readLine(read(text)),
    async judgeForm(form, language) {
      const details = form.details === null ? null : read(form.details);
      const verdict = await answerer.judgeForm({ ...form, details });
      return { ...verdict, eligibility: interpret(verdict.eligibility, language) };
    },
    async findReport(words, language) {
      const refusal = await answerer.findReport(words);
      return refusal === null ? null : interpret(refusal, language);
    },
    resemblesReport: (words) => answerer.resemblesReport(words),
    async readRequest(raw, dialogue) {
      const written = stripMarkup(raw);
      const { text, language } = translate(written);
      return language === null
        ? answerer.readRequest(raw, readDialogue(dialogue))
        : answerer.readRequest(text, readDialogue(dialogue, written));
    },
  };
}

export interface LanguageFound {
  readonly isForeign: boolean;
  /** An ISO 639-1 code; null for English, and if only the script or a few words show the language. */
  readonly id: string | null;
  /** The text in English, as far as a dictionary goes. */
  readonly english: string;
}

/** Which language a text is in, as far as the content can tell. */
export function createLanguageFinder(content: Content): (text: string) => LanguageFound {
  const translate = createTranslate(content);
  const findListed = createListedFinder(content);
  return (text) => {
    const { text: english, language } = translate(text);
    const isForeign = language !== null || findListed(text)?.sentence !== undefined;
    return { isForeign, id: language?.id ?? null, english };
  };
}

/** A programme's name that was recognised among words that weren't: an answer to it could say the opposite. */
function withoutGuess(reply: Reply): Reply {
  const isGuess = ['answer', 'verdict', 'not-covered', 'choices', 'intake', 'guide'].includes(reply.kind);
  if (!isGuess || reply.confidential === true) return reply;
  return { kind: 'unclear', topic: 'unclear' };
}

interface Listed {
  readonly id: string;
  /** Says in the language that answers come in English; English has none. */
  readonly sentence: string | undefined;
}

/** A language that cues.yaml lists, by its words or its script; null for what can't be told. */
function createListedFinder({ cues }: Pick<Content, 'cues'>): (text: string) => Listed | null {
  const languages = cues.languages.map(({ id, words, scripts, sentence }) => ({
    ...{ id, sentence },
    words: new Set(words),
    letters: scripts.map((script) => new RegExp(`\\p{Script=${script}}`, 'gu')),
  }));
  return (text) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const byScript = languages.find(({ letters: patterns }) =>
      patterns.some((pattern) => (text.match(pattern)?.length ?? 0) > letters * LEAST_SHARE_OF_LETTERS),
    );
    if (byScript !== undefined) return byScript;
    const counted = languages
      .map((language) => ({ language, found: words.filter((word) => language.words.has(word)).length }))
      .filter(({ found }) => found >= LEAST_WORDS && found >= words.length * LEAST_SHARE_OF_WORDS)
      .sort((a, b) => b.found - a.found);
    return counted[0]?.language ?? null;
  };
}

/** The entry whose translated title somebody typed, as a list shows it, and the language of that. */
function createTitleFinder({
  entries,
  translations,
}: Pick<Content, 'entries' | 'translations'>): (
  text: string,
) => { readonly id: string; readonly language: string } | undefined {
  const titled = new Map(
    translations.flatMap(({ id: language, texts }) =>
      entries.flatMap(({ id, title }) => {
        const translated = texts.get(title);
        return translated === undefined ? [] : [[toTitleKey(translated), { id, language }] as const];
      }),
    ),
  );
  return (text) => titled.get(toTitleKey(text));
}

function toTitleKey(title: string): string {
  return nameKey(title.replace(/[.!?\s]+$/, ''));
}
