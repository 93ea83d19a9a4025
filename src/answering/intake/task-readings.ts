/**
 * Reads the task of a request in several ways, to compare it with the rules: sentence by sentence, as a question
 * whether the programme does that, and as it was written. A report of a vulnerability is recognised first.
 */
import type { Content, Programme } from '../../knowledge/model/content';
import { listUnits, type Unit } from '../../knowledge/search/examples';
import type { Candidate } from '../../knowledge/search/rank-topics';
import type { Search } from '../../knowledge/search/search';
import type { RequestReading } from './eligibility';
import { stripMarkup } from '../plain-text';
import type { Safety, Sureness } from '../reading/safety';
import { createTaskReader } from './ask-about-task';
import { tellsSomething } from './find-remainder';
import { cutStart } from '../../shared/cut';

/** Where a message would go, and whether it names its service. */
export interface TaskPlace {
  readonly place: Programme | undefined;
  readonly namesService: boolean;
}

export interface TaskReadings {
  /** Of a message that asks for something. */
  ofMessage(text: string, programmes: readonly string[], at: TaskPlace): Promise<RequestReading[]>;
  /** Of a form's free text, in which only certain findings count. */
  ofForm(text: string, programmes: readonly string[]): Promise<RequestReading[]>;
  /** Whether words to be stored may describe a vulnerability in anybody's product. */
  describeVulnerability(text: string, sureness?: Sureness): Promise<boolean>;
}

const MAX_SENTENCES = 4;
/** The most sentences that are read of a form's free text, which may be a page long. */
const MAX_FORM_SENTENCES = 16;
/**
 * How sure a rule against a request must be. A question uses the rules' own words, so a low threshold is enough. A
 * statement needs a higher one, most of all if it names a service: people who describe a customer mention outages,
 * training and roll-outs in passing. A wrong pass costs a decline by a person; a wrong refusal costs the request. The
 * values were tuned on labelled requests.
 */
const LEAST = {
  asked: { probability: 0.4, likeness: 0.4 },
  said: { probability: 0.6, likeness: 0.4 },
  saidWithService: { probability: 0.8, likeness: 0.5 },
  inForm: { probability: 0.8, likeness: 0.6 },
};
const REPORT = { probability: 0.5, likeness: 0 };
/** A part of a text without full stops. */
const MAX_PART_WORDS = 40;
/**
 * How far a text is weighed by meaning, in characters without markup: nothing longer is stored. By words all of it is
 * weighed.
 */
const LONGEST_STORED = 2_400;
const PARTS_AT_ONCE = 4;

export function createTaskReadings(content: Content, search: Search, safety: Safety): TaskReadings {
  const units = new Map(listUnits(content).map((unit) => [unit.topic, unit]));
  const tasks = createTaskReader(content);
  /** The programme to ask about if the text names none: the first service's. */
  const first = content.programmes.find(({ id }) => content.services[0]?.programmes.includes(id));

  const reportUnit = units.get(content.cues.safety.vulnerability?.topic ?? '');
  const toReport = (unit: Unit): RequestReading => ({
    least: REPORT,
    candidates: [{ topic: unit.topic, unit, probability: 1, likeness: 1 }],
  });
  /** "Can the desk help?" names nobody's task. */
  const isTask = (sentence: string): boolean => tellsSomething(tasks.findTask(sentence));

  const gaps = new Set(content.notCovered.map(({ topic }) => topic));
  /** The candidates that something is stated of, with the share that each has among them. */
  const withoutGaps = (candidates: readonly Candidate[]): Candidate[] => {
    const stated = candidates.filter(({ topic }) => !gaps.has(topic));
    const sum = stated.reduce((total, { probability }) => total + probability, 0);
    return stated.map((one) => ({ ...one, probability: sum === 0 ? 0 : one.probability / sum }));
  };

  const findReport = (text: string): RequestReading | null => {
    const unit = units.get(safety.findVulnerability(text) ?? '');
    return unit === undefined ? null : toReport(unit);
  };
  const isReport = ({ topic }: Candidate): boolean => topic === content.cues.safety.vulnerability?.topic;

  const describeVulnerability = async (text: string, sureness?: Sureness): Promise<boolean> => {
    if (safety.describesVulnerability(text, [], null, sureness)) return true;
    const parts = splitParts(safety.read(cutStart(stripMarkup(text), LONGEST_STORED)));
    // A few at a time, so that a long text ends with the first that tells one.
    for (let from = 0; from < parts.length; from += PARTS_AT_ONCE) {
      const some = parts.slice(from, from + PARTS_AT_ONCE);
      const rankings = await search.rank(some.map((part) => ({ text: part, carried: [] })));
      const likelihoods = await search.weighReports(some);
      const isReported = some.some((part, at) =>
        safety.describesVulnerability(part, [rankings[at]], likelihoods[at] ?? null, sureness),
      );
      if (isReported) return true;
    }
    return false;
  };

  return {
    async ofMessage(text, programmes, { place = first, namesService }) {
      const report = findReport(text);
      if (report !== null) return [report];
      // A plan or an office is a door that does nothing itself: there is nobody to ask whether it does.
      const wanted = namesService ? dropPlans(text) : text;
      const sentences =
        place?.motion === undefined ? [] : splitSentences(wanted, isTask).slice(0, MAX_SENTENCES);
      const asked = sentences.map((sentence) => tasks.ask(place?.name ?? '', sentence));
      const said = asked.length === 0 ? [] : [tasks.findTask(text)];
      const rankings = await search.rank([
        ...[...asked, ...said].map((task) => ({ text: task, carried: [] })),
        { text, carried: programmes },
      ]);
      const least = namesService ? LEAST.saidWithService : LEAST.said;
      return rankings.map(({ candidates }, at) => ({
        least: at < asked.length || asked.length === 0 ? LEAST.asked : least,
        // If a programme is named, the only question is which of its rules fits best.
        candidates: at < asked.length && programmes.length > 0 ? withoutGaps(candidates) : candidates,
      }));
    },
    async ofForm(text, programmes) {
      if (reportUnit !== undefined && (await describeVulnerability(text))) return [toReport(reportUnit)];
      const sentences = splitSentences(text).slice(0, MAX_FORM_SENTENCES);
      const texts = sentences.length > 1 ? [text, ...sentences] : [text];
      const rankings = await search.rank(texts.map((part) => ({ text: part, carried: programmes })));
      return rankings.map(({ candidates }) => ({
        least: LEAST.inForm,
        candidates: candidates.filter((candidate) => !isReport(candidate)),
      }));
    },
    describeVulnerability,
  };
}

const PLANS =
  /\b(?:the customer|(?:our|my|a) (?:customer|client)|they|who)\s+(?:(?:wants?|plans?|intends?|hopes?|would like|is going|are going|is about|are about) to|(?:is|are) (?:planning|moving|migrating|rolling out|building|deploying|replacing)|(?:has|have) (?:put out|issued|published|decided|started)|moves?|migrates?|rolls? out|deploys?)\b[^.,;!?]*?(?=\s+and (?:we|i)\b|[.,;!?]|$)/giu;

/** What exists already is background, not the request, if something else is requested. */
const HAVES =
  /\b(?:we|i|they|the customer|(?:our|my) (?:customer|client))\s+(?:(?:already|currently)\s+(?:have|has|use|uses|run|runs|did|do|does|got|work|works)|(?:have|has|did|do|does)\s+(?:\p{L}+\s+){0,3}already)\b[^.,;!?]*[.,;!?]+\s*(?=\p{L})/giu;

/** Without the customer's own plans: next to a named service, those are background and not the request. */
function dropPlans(text: string): string {
  const rest = text.replace(HAVES, ' ').replace(PLANS, ' ').replace(/\s+/gu, ' ').trim();
  return /\p{L}{2,}/u.test(rest) ? rest : text;
}

/** "Ping me if anything is missing": said to a person, and nothing that a programme would do. */
const TO_A_PERSON =
  /^(?:please\s+|and\s+|just\s+)*(?:ping|call|mail|e-?mail|write|text|message|phone|let|tell|contact|get back to|reach out to)\s+(?:to\s+)?(?:me|us|him|her|them|my|our)\b/iu;

/** The sentences that say something; the whole text where it is one. */
function splitSentences(text: string, isTask: (sentence: string) => boolean = () => true): string[] {
  const sentences = text
    .split(/(?<=[.?!;])\s+/u)
    .filter(
      (sentence) => sentence.split(/\s+/u).length >= 2 && isTask(sentence) && !TO_A_PERSON.test(sentence),
    );
  return sentences.length > 1 ? sentences : [text];
}

/**
 * The sentences of a text, with very long ones cut. Then, as far as there is room, short ones joined with their neighbours:
 * several sentences may tell a story that none of them tells alone.
 */
function splitParts(text: string): string[] {
  const sentences = text.split(/(?<=[.?!;])\s+|\n+/u).flatMap((sentence) => cutWords(sentence));
  let room = LONGEST_STORED;
  return [...new Set([...sentences, ...joinShort(sentences)])].filter((part) => {
    room -= part.length;
    return room >= 0 && part.split(' ').length >= LEAST_STORY_WORDS;
  });
}

function cutWords(sentence: string): string[] {
  const words = sentence.split(/\s+/u).filter(Boolean);
  const parts: string[] = [];
  for (let from = 0; from < words.length; from += MAX_PART_WORDS)
    parts.push(words.slice(from, from + MAX_PART_WORDS).join(' '));
  return parts;
}

function joinShort(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const together = `${joined.at(-1) ?? ''} ${sentence}`.trim();
    if (joined.length > 0 && together.split(' ').length <= MAX_PART_WORDS) joined.splice(-1, 1, together);
    else joined.push(sentence);
  }
  return joined;
}

/** What has fewer words, as a name has, tells no story. */
const LEAST_STORY_WORDS = 3;
