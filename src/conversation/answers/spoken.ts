/**
 * The language of a reply: the message's; for a press or bare names, the conversation's, otherwise the client's. The
 * words around an answer follow it, so that a card is in one language. Forms, requests and people stay in the client's
 * language, because their buttons continue in it.
 */
import { LANGUAGES, languages } from '../../../cards/words/languages';
import { createInterpreters } from '../../answering/replying/interpreter';
import type { Reply } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';
import type { Turn } from '../turn';

/** What the content itself is written in. */
const ORIGINAL = 'en';
const ANSWERS: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>([
  'answer',
  'verdict',
  'need',
  'choices',
  'not-covered',
  'guide',
]);

type Reader = Pick<Turn, 'words'>;

export interface Spoken<T extends Reader, R extends Reply> {
  /** The same turn, with the words to draw the reply with. */
  readonly turn: T;
  readonly reply: R;
}

export type Speak = <T extends Reader, R extends Reply>(
  turn: T,
  reply: R,
  conversationIn?: string,
) => Spoken<T, R>;

export function createSpeak(content: Content, findInterpreter = createInterpreters(content)): Speak {
  return (turn, reply, conversationIn) => {
    const own = turn.words.language;
    const language = reply.language ?? conversationIn ?? own;
    if (!ANSWERS.has(reply.kind)) {
      const shown = findInterpreter(own)?.reply(reply).value ?? reply;
      return { turn, reply: language === own ? withoutNotice(shown) : shown };
    }
    const interpreter = findInterpreter(language);
    if (interpreter === undefined) {
      // The client's words would stand around an English answer.
      const isForeign = findInterpreter(own) !== undefined;
      return { turn: isForeign ? withWords(turn, ORIGINAL) : turn, reply };
    }
    const { value, isWhole } = interpreter.reply(reply);
    const sentence = content.languages.find(({ id }) => id === language)?.sentence;
    const partly = { ...value, ...(sentence !== undefined && { notice: sentence }) };
    return { turn: withWords(turn, language), reply: isWhole ? withoutNotice(value) : partly };
  };
}

/** The words of a language of the interface; where it has none, those of the client. */
function withWords<T extends Reader>(turn: T, language: string): T {
  const known = LANGUAGES.find((one) => one === language);
  return known === undefined ? turn : { ...turn, words: languages[known] };
}

/** Nor with a machine's translation of what is translated already. */
function withoutNotice<R extends Reply>(reply: R): R {
  const shown: { notice?: string; translation?: unknown } = { ...reply };
  delete shown.notice;
  delete shown.translation;
  return shown as R;
}
