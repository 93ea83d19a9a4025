/**
 * An answer with Teams' citations: its words are the message's text, each statement with the number of its source.
 *
 * The words move there because Teams supports citations only in a message's text, and lets people search, translate,
 * copy and forward that text, but not a card's. The card below has the next steps and keeps the source line, because
 * phones have no hover, and people who get a forwarded card don't get the text. A verdict stays one card, because its
 * band is the answer, and so does everything posted in a channel.
 */
import { sayAnswer } from '../../../cards/elements/statement';
import type { Words } from '../../../cards/words/languages';
import type { Statement } from '../../answering/reply';

/** A cited source. `position` counts from 1, like `[1]` in the text. `src/teams/` cuts what is too long for Teams. */
export interface Citation {
  readonly position: number;
  readonly name: string;
  readonly url: string | null;
  readonly abstract: string;
}

export interface CitedText {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Null if there's no source to cite. */
export function cite(statements: readonly Statement[], words: Words): CitedText | null {
  const citations: Citation[] = [];
  const cited = statements.map((statement) => {
    const { title, provenance } = statement;
    const answer = sayAnswer(statement, words);
    if (provenance === null) return answer;
    const { source: name, sourceUrl: url, owner, verified } = provenance;
    const known = citations.find((one) => one.name === name && one.url === url);
    const position = known?.position ?? citations.length + 1;
    if (known === undefined)
      citations.push({ position, name, url, abstract: `${title}. ${owner}, ${verified}` });
    return `${answer} [${position}]`;
  });
  return citations.length === 0 ? null : { text: cited.join('\n\n'), citations };
}
