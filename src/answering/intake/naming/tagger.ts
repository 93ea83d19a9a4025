/** Finds the names in a text, and whose they are. */
import { findBest } from './crf';
import { describeTokens, hashFeature, type WordKnowledge } from './features';
import type { LearnedNames } from './learned-names';
import { ROLES, type NameRole } from './practice';
import { listTokens } from './tokens';

export interface NameFound {
  readonly name: string;
  readonly role: NameRole;
  readonly from: number;
  readonly to: number;
}

export type NameTagger = (text: string, isAsked: boolean) => NameFound[];

/** The places of the features that the tagger has learnt. */
export function createPlaces(hashes: Uint32Array): (features: Uint32Array) => Int32Array {
  const places = new Map(Array.from(hashes, (hash, place) => [hash, place] as const));
  return (features) => Int32Array.from([...features].flatMap((feature) => places.get(feature) ?? []));
}

export function createNameTagger({ crf, hashes }: LearnedNames, knowledge: WordKnowledge): NameTagger {
  const toPlaces = createPlaces(hashes);
  return (text, isAsked) => {
    const tokens = listTokens(text);
    if (tokens.length === 0) return [];
    const items = describeTokens(text, tokens, knowledge, isAsked).map((features) =>
      toPlaces(Uint32Array.from(features, hashFeature)),
    );
    const labels = findBest(crf, items);
    const found: NameFound[] = [];
    let open: { from: number; to: number; role: NameRole } | null = null;
    const close = (): void => {
      if (open !== null) found.push({ ...open, name: text.slice(open.from, open.to) });
      open = null;
    };
    tokens.forEach(({ from, to }, at) => {
      const label = labels[at] ?? 0;
      const isBegin = label % 2 === 1;
      if (label === 0 || isBegin || open === null) close();
      const role = ROLES[Math.floor((label - 1) / 2)];
      if (role === undefined) return;
      open = { from: open?.from ?? from, to, role };
    });
    close();
    return found;
  };
}
