/**
 * `npm run bench:names` measures how well the tagger reads customers' names in new sentences. It learns from four
 * fifths of the templates and names, and reads sentences made from the remaining fifth.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createCustomerFinder } from '../../answering/intake/find-customer';
import { learnNames, listWordings, readPracticeFiles } from '../../answering/intake/naming/learn-names';
import {
  createPractice,
  listNames,
  type NameParts,
  type PracticeFiles,
} from '../../answering/intake/naming/practice';
import { createNameTagger } from '../../answering/intake/naming/tagger';
import { createWordKnowledge } from '../../answering/intake/naming/word-knowledge';
import { loadWordClasses } from '../../knowledge/embed/word-classes';
import { findContentDir, loadContent } from '../../knowledge/load/load-content';
import { runProgram } from '../run-program';

const USAGE = `Usage: npm run bench:names [-- --misses]

Measures how well customers’ names are read in sentences and with names that were left out. Takes a few minutes.
--misses also prints what was read wrong.`;

const PARTS = 5;
const EACH = 8;
const EACH_TESTED = 4;
const SEED = 77;

runProgram(USAGE, ({ args, print }) => {
  const { values } = parseArgs({ args: [...args], options: { misses: { type: 'boolean' } } });
  const dir = findContentDir();
  const files = readPracticeFiles(dir);
  const content = loadContent({ dir });
  const knowledge = createWordKnowledge(content, loadWordClasses(path.join(dir, 'vectors')));
  const wordings = listWordings(content);
  const tag = createNameTagger(learnNames(split(files, false), wordings, knowledge, EACH), knowledge);
  const customers = createCustomerFinder(tag, () => false);
  const tested = createPractice(split(files, true), { count: EACH_TESTED, seed: SEED });
  const misses = tested.flatMap((sentence) => {
    const { customer, rivals } = customers.find(sentence.text, { isAsked: sentence.isAsked });
    const read = customer === null ? rivals : [customer.name];
    const right = listNames(sentence);
    return read.join('|') === right.join('|') ? [] : [{ text: sentence.text, read, right }];
  });
  const count = tested.length - misses.length;
  const share = ((100 * count) / tested.length).toFixed(1);
  print(`${String(count)} of ${String(tested.length)} sentences read right (${share} %)`);
  if (values.misses === true)
    for (const { text, read, right } of misses)
      print(`${right.join(' | ') || '-'} <- ${read.join(' | ') || '-'}: ${text}`);
  return Promise.resolve(0);
});

/** Returns the fifth that's left out, or the rest. */
function split({ sentences, names, words }: PracticeFiles, isLeftOut: boolean): PracticeFiles {
  const fits = (text: string): boolean => (count(text) % PARTS === 0) === isLeftOut;
  const some = (items: readonly string[]): readonly string[] => {
    const fitting = items.filter(fits);
    return fitting.length === 0 ? items : fitting;
  };
  const parts: NameParts = {
    ...names,
    lists: Object.fromEntries(Object.entries(names.lists).map(([id, list]) => [id, some(list)])),
    whole: some(names.whole),
    firms: some(names.firms),
    people: { given: some(names.people.given) },
  };
  const lines = sentences.split('\n').filter((line) => line.startsWith('[') || fits(line));
  return { sentences: lines.join('\n'), names: parts, words };
}

function count(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
