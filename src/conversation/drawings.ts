import type { Words } from '../../cards/words/languages';
import type { Reply } from '../answering/reply';

/** Draws each reply once in each language and gives it again for as long as the reply itself is kept; `draw` is pure. */
export function keepDrawings<R extends Reply, Drawn>(
  draw: (reply: R, words: Words) => Drawn,
): (reply: R, words: Words) => Drawn {
  const kept = new WeakMap<R, Map<Words, Drawn>>();
  return (reply, words) => {
    const drawings = kept.get(reply) ?? new Map<Words, Drawn>();
    kept.set(reply, drawings);
    if (!drawings.has(words)) drawings.set(words, draw(reply, words));
    return drawings.get(words) as Drawn;
  };
}
