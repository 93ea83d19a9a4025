import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  isLearned,
  learnNames,
  listWordings,
  readPracticeFiles,
} from '../../answering/intake/naming/learn-names';
import { findLearnedFile, saveLearnedNames } from '../../answering/intake/naming/learned-names';
import { createWordKnowledge } from '../../answering/intake/naming/word-knowledge';
import { findWordClassesFile, learnWordClasses, loadWordClasses } from '../../knowledge/embed/word-classes';
import { findContentDir, loadContent } from '../../knowledge/load/load-content';

/** Writes what the bot needs to read customers' names, if the practice sentences have changed. */
export async function writeNames(print: (line: string) => void): Promise<void> {
  const dir = findContentDir();
  const folder = path.join(dir, 'vectors');
  if (!existsSync(findWordClassesFile(folder))) {
    print('Grouping words. This takes a minute …');
    writeFileSync(findWordClassesFile(folder), await learnWordClasses());
  }
  const files = readPracticeFiles(dir);
  if (isLearned(folder, files)) return;
  print('Learning to read customers’ names. This takes one to three minutes …');
  const content = loadContent({ dir });
  const knowledge = createWordKnowledge(content, loadWordClasses(folder));
  const learned = learnNames(files, listWordings(content), knowledge);
  saveLearnedNames(folder, learned);
  const size = (statSync(findLearnedFile(folder)).size / 2 ** 20).toFixed(1);
  print(`${findLearnedFile(folder)}: ${String(learned.hashes.length)} features, ${size} MB`);
}
