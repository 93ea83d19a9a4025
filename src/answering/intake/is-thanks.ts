import type { Content } from '../../knowledge/model/content';
import { toWords } from '../../knowledge/search/words';

const MOST_WORDS = 6;
/** "Thanks, Priya!" */
const TO_SOMEBODY = /(?<=\p{L}),? \p{Lu}\p{Ll}+[.! ]*$/u;
const IN_ENGLISH = ['thanks', 'thank you', 'thx', 'cheers'];
/** What goes with thanks and asks for nothing, in the languages of the content. */
const COURTESY = [
  'ok okay great perfect super fine good nice cool top alright very much a lot so for the your help that this all',
  'alles klar gut prima passt schon sehr viel vielen dir ihnen euch für die hilfe das',
  'parfait beaucoup bien pour votre aide perfecto genial muy bien por la ayuda muchas perfetto bene mille molte per',
  'perfeito ótimo muito pela ajuda prima goed heel veel voor de hulp je u',
].flatMap((words) => words.split(' '));

/** "Super, danke dir": thanks, and nothing that a form could take. */
export function createThanksReader({ languages }: Pick<Content, 'languages'>): (text: string) => boolean {
  const thanks = new Set(
    [...IN_ENGLISH, ...languages.flatMap(({ dictionary }) => dictionary['thanks'] ?? [])].flatMap(toWords),
  );
  const others = new Set(COURTESY);
  return (message) => {
    const text = message.replace(TO_SOMEBODY, '');
    const words = toWords(text);
    return (
      words.length <= MOST_WORDS &&
      words.some((word) => thanks.has(word) && !others.has(word)) &&
      words.every((word) => thanks.has(word) || others.has(word))
    );
  };
}

/** The words that the content's dictionaries know, in small letters and without those that only begin like that. */
export function listForeignWords({ languages }: Pick<Content, 'languages'>): readonly string[] {
  return languages
    .flatMap(({ dictionary }) => Object.values(dictionary).flat())
    .flatMap((form) => form.toLowerCase().split(/\s+/u))
    .filter((word) => !word.endsWith('*'));
}
