import type { Content } from '../knowledge/content';
import { toWords } from '../knowledge/search/words';

/** The sentence "I answer in English" in the language of the text, or null for English and for what cannot be told. */
export function createLanguageNotice({ cues }: Pick<Content, 'cues'>): (text: string) => string | null {
  const languages = cues.languages.map(({ words, sentence }) => ({ words: new Set(words), sentence }));
  return (text) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? toWords(text);
    let best: string | null = null;
    let most = 1;
    for (const language of languages) {
      const found = words.filter((word) => language.words.has(word)).length;
      if (found > most && found / words.length >= 0.25) {
        best = language.sentence;
        most = found;
      }
    }
    return best;
  };
}
