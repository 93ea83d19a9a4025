/**
 * An answer as Teams cites it: its words as the message's text, each statement with the number of its source.
 *
 * Why the words move there: Teams draws citations in a message's text alone, and finds, translates, copies and forwards
 * that text, which it does not do with a card's. The card below holds what follows from them, and keeps the source line:
 * on a phone nothing hovers, and who gets the card from somebody else has no text. A verdict stays one card, as its band
 * is the answer, and so does what is posted where others read.
 */
import { sayAnswer } from '../../../cards/elements/statement';
import type { Words } from '../../../cards/words/languages';
import type { Statement } from '../../answering/reply';

/** A source as it is cited; `position` is from 1, as `[1]` in the text. What is too long for Teams is cut at the edge. */
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

/** Null where there is no source to cite. */
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
