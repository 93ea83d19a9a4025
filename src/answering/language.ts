import type { Content } from '../knowledge/content';

const LEAST_WORDS = 2;
const LEAST_SHARE_OF_WORDS = 0.25;
const LEAST_SHARE_OF_LETTERS = 0.4;

/**
 * The sentence "I answer in English" in the language of the text; null for what cannot be told, and for a language
 * without a sentence, which is the one that answers come in.
 */
export function createLanguageNotice({ cues }: Pick<Content, 'cues'>): (text: string) => string | null {
  const languages = cues.languages.map(({ words, scripts, sentence }) => ({
    words: new Set(words),
    letters: scripts.map((script) => new RegExp(`\\p{Script=${script}}`, 'gu')),
    sentence,
  }));
  return (text) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const byScript = languages.find(({ letters: patterns }) =>
      patterns.some((pattern) => (text.match(pattern)?.length ?? 0) > letters * LEAST_SHARE_OF_LETTERS),
    );
    if (byScript !== undefined) return byScript.sentence ?? null;
    const counted = languages
      .map((language) => ({
        sentence: language.sentence,
        found: words.filter((word) => language.words.has(word)).length,
      }))
      .filter(({ found }) => found >= LEAST_WORDS && found >= words.length * LEAST_SHARE_OF_WORDS)
      .sort((a, b) => b.found - a.found);
    return counted[0]?.sentence ?? null;
  };
}
