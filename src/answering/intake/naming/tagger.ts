/** Finds the names in a text, and whose they are. */
import { findBest } from './crf';
import { describeTokens, hashFeature, type WordKnowledge } from './features';
import type { LearnedNames } from './learned-names';
import { BEGINS, ROLES, type NameRole } from './labels';
import { listTokens, type Token } from './tokens';

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
    return collect(text, tokens, findBest(crf, items));
  };
}

function collect(text: string, tokens: readonly Token[], labels: Uint8Array): NameFound[] {
  const found: NameFound[] = [];
  tokens.forEach(({ from, to }, at) => {
    const label = labels[at] ?? 0;
    const role = ROLES[Math.floor((label - 1) / 2)];
    const last = found.at(-1);
    if (role === undefined) return;
    if (label === BEGINS[role] || last === undefined)
      found.push({ role, from, to, name: text.slice(from, to) });
    else found[found.length - 1] = { ...last, to, name: text.slice(last.from, to) };
  });
  return found;
}
