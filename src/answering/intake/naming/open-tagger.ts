import path from 'node:path';
import { loadWordClasses } from '../../../knowledge/embed/word-classes';
import { findContentDir } from '../../../knowledge/load/load-content';
import type { Content } from '../../../knowledge/model/content';
import { loadLearnedNames, type LearnedNames } from './learned-names';
import { createNameTagger, type NameTagger } from './tagger';
import { createWordKnowledge } from './word-knowledge';

interface Shipped {
  readonly learned: LearnedNames;
  readonly classes: ReturnType<typeof loadWordClasses>;
}
let shipped: Shipped | undefined;
const made = new WeakMap<Content, NameTagger>();

/**
 * The tagger that comes with the program. It works with any content: what an organisation calls its services and products
 * is read from that content.
 */
export function openNameTagger(content: Content): NameTagger {
  const folder = path.join(findContentDir(), 'vectors');
  shipped ??= { learned: loadLearnedNames(folder), classes: loadWordClasses(folder) };
  const tagger =
    made.get(content) ?? createNameTagger(shipped.learned, createWordKnowledge(content, shipped.classes));
  made.set(content, tagger);
  return tagger;
}
