/**
 * The person or queue that "transfer PD-0042 to ..." names: the longest name at the start of the words. The rest is the
 * note.
 */
import { findPerson } from '../../directory/find-person';
import type { Organisation, Person, Queue } from '../../directory/organisation';
import { nameKey } from '../../shared/names';

export interface Target {
  /** Names a person or a queue, as the desk looks it up. */
  readonly id: string;
  readonly name: string;
  /** Tells people of the same name apart; null for a queue. */
  readonly mail: string | null;
  readonly isQueue: boolean;
}

export type TargetFound =
  | { readonly outcome: 'found'; readonly target: Target; readonly note: string }
  /** A part of a name: of several people, or before words that may belong to the name. */
  | { readonly outcome: 'unsure'; readonly targets: readonly Target[]; readonly note: string }
  | { readonly outcome: 'nobody'; readonly note: string };

const MOST_WORDS = 8;
const MOST_WORDS_OF_PART = 2;
const MOST_OFFERED = 5;
const BEFORE_NOTE = /^[\s,;:.–—-]+/u;
const AFTER_NAME = /[\s,;:.–—-]+$/u;
const AFTER_WHOLE_NAME =
  /^\s*[,;:–—]|^\s+(?:because|since|as|who|so|and|he|she|they|weil|da|denn|der|die|er|sie|und)(?!\p{L})/iu;
const POLITE = /^(?:please|pls|bitte)$/iu;

/** `mentioned`: the person that Teams says is meant by a name in the message. */
export function findTarget(
  words: string,
  organisation: Organisation,
  mentioned: (called: string) => Person | null = () => null,
): TargetFound {
  const text = words.replace(/^(?:to|an)\s+/iu, '').trim();
  const starts = listStarts(text);
  for (const { name, rest } of starts) {
    const target = findWhole(name, organisation, mentioned);
    if (target !== null) return { outcome: 'found', target, note: toNote(rest) };
  }
  for (const { name, rest } of starts.filter((start) => start.words <= MOST_WORDS_OF_PART)) {
    const targets = findPart(name, organisation);
    const [only, ...others] = targets;
    if (only === undefined) continue;
    const note = toNote(rest);
    const isWhole = note === '' || AFTER_WHOLE_NAME.test(rest) || isFollowedByWords(name, rest);
    if (isWhole && others.length === 0) return { outcome: 'found', target: only, note };
    return { outcome: 'unsure', targets: targets.slice(0, MOST_OFFERED), note };
  }
  return { outcome: 'nobody', note: findNote(text) };
}

/** The beginnings of the text that may be a name, the longest first. */
function listStarts(text: string) {
  const ends = [...text.matchAll(/\S+/gu)]
    .slice(0, MOST_WORDS)
    .map(({ 0: word, index }) => index + word.length);
  return ends.toReversed().map((end, at) => {
    const name = text.slice(0, end).replace(AFTER_NAME, '');
    return { name, rest: text.slice(name.length), words: ends.length - at };
  });
}

function findWhole(
  name: string,
  organisation: Organisation,
  mentioned: (called: string) => Person | null,
): Target | null {
  const queue = organisation.findQueueCalled(name);
  if (queue !== undefined) return ofQueue(queue);
  const person = mentioned(name);
  if (person !== null) return ofPerson(person);
  const found = findPerson(name, organisation.people);
  return found.outcome === 'found' ? ofPerson(found.person) : null;
}

function findPart(name: string, organisation: Organisation): readonly Target[] {
  const found = findPerson(name, organisation.people, { byPartOfName: true });
  if (found.outcome === 'found') return [ofPerson(found.person)];
  if (found.outcome === 'several') return found.people.map(ofPerson);
  const key = nameKey(name);
  return organisation.queues.filter((queue) => nameKey(queue.name).split(/\s+/u).includes(key)).map(ofQueue);
}

/** After "Lena", a word in small letters is no part of her name. After "lena" it may be. */
function isFollowedByWords(name: string, rest: string): boolean {
  return /^\p{Lu}/u.test(name) && /^\s+\p{Ll}/u.test(rest);
}

function toNote(rest: string): string {
  const note = rest.replace(BEFORE_NOTE, '').trim();
  return POLITE.test(note.replace(/[.!]+$/u, '')) ? '' : note;
}

/** Where no name is known, what stands after a colon, a comma or a dash is still a note. */
function findNote(text: string): string {
  return /(?:[:;,]|\s[–—-])\s+([\s\S]+)$/u.exec(text)?.[1]?.trim() ?? '';
}

function ofQueue({ id, name }: Queue): Target {
  return { id, name, mail: null, isQueue: true };
}

function ofPerson({ id, name, mail }: Person): Target {
  return { id, name, mail, isQueue: false };
}
