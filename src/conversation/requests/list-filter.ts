/**
 * What a list is narrowed to: typed in words ("queue accepted security"), carried as ids by the list's buttons, and
 * shown in words again. Ids that come back in a press are looked up again.
 */
import { stateWord, type Reader } from '../../../cards/elements/request-state';
import { languages, type Words } from '../../../cards/words/languages';
import type { Organisation } from '../../directory/organisation';
import { OPEN_STATES, STATES, type State } from '../../engagement/request';
import type { Content } from '../../knowledge/model/content';
import { looseNameKey } from '../../shared/names';
import { readDigits, REQUEST_NUMBER } from '../../shared/request-number';

export type StateFilter = State | 'open' | 'closed' | 'all';

export interface ListFilter {
  /** null: the list's default. */
  readonly state: StateFilter | null;
  readonly areaId: string | null;
  readonly region: string | null;
}

export const NO_FILTER: ListFilter = { state: null, areaId: null, region: null };

/** A filter as it was typed, with the queue it names and the number after which to go on. */
export interface ListWords {
  readonly filter: ListFilter;
  readonly queueId: string | null;
  readonly before: number | null;
}

/** What the words of a filter are known from. */
export interface FilterSources {
  readonly solutionAreas: Content['solutionAreas'];
  readonly organisation: Organisation;
}

const GROUPS = ['open', 'closed', 'all'] as const;

const STATE_WORDS: Readonly<Record<StateFilter, readonly string[]>> = {
  open: ['open'],
  closed: ['closed', 'done', 'finished'],
  all: ['all', 'everything'],
  submitted: ['submitted', 'waiting', 'waiting in queue', 'waiting in the queue', 'unclaimed', 'new'],
  claimed: ['claimed'],
  'needs-info': [
    'needs-info',
    'asked',
    'waiting for partner',
    'waiting for the partner',
    'waiting for me',
    'waiting for you',
    'waiting for my answer',
  ],
  accepted: ['accepted'],
  completed: ['completed'],
  declined: ['declined', 'rejected'],
  withdrawn: ['withdrawn'],
};

/** What cards call the states, in every language. */
const TITLES = Object.values(languages).flatMap(({ states, requestList }) =>
  [states, requestList.buttons].flatMap((named) =>
    (Object.entries(named) as [StateFilter | 'needs-info-to-partner', string][]).map(
      ([state, title]): [StateFilter, readonly string[]] => [
        state === 'needs-info-to-partner' ? 'needs-info' : state,
        [title],
      ],
    ),
  ),
);

/** Words between the filters that mean nothing by themselves. */
const FILLERS = new Set([
  ...['in', 'for', 'of', 'the', 'and', 'only', 'requests'],
  ...['für', 'der', 'die', 'und', 'nur', 'anfragen'],
]);
const LONGEST_PHRASE = 5;
const BEFORE = new RegExp(`\\b(?:before|vor)\\s+${REQUEST_NUMBER}$`, 'iu');

type Meaning = Partial<ListFilter & Pick<ListWords, 'queueId'>>;

/** The filter in these words; null if one of them is no filter, or two of a kind contradict each other. */
export function readListWords(words: string, sources: FilterSources): ListWords | null {
  const before = BEFORE.exec(words)?.[1];
  const tokens = words
    .replace(BEFORE, '')
    .split(/[\s,;:]+/)
    .filter((token) => token !== '');
  const vocabulary = listMeanings(sources);
  let read: Meaning = {};
  for (let at = 0; at < tokens.length;) {
    const found = findLongest(tokens.slice(at, at + LONGEST_PHRASE), vocabulary);
    if (found === undefined) {
      if (!FILLERS.has(tokens[at]?.toLowerCase() ?? '')) return null;
      at += 1;
      continue;
    }
    if (Object.keys(found.meaning).some((kind) => kind in read)) return null;
    read = { ...read, ...found.meaning };
    at += found.length;
  }
  const { queueId = null, ...filter } = read;
  return {
    filter: { ...NO_FILTER, ...filter },
    queueId,
    before: before === undefined ? null : (readDigits(before) ?? null),
  };
}

function findLongest(tokens: readonly string[], vocabulary: ReadonlyMap<string, Meaning>) {
  for (let length = tokens.length; length > 0; length -= 1) {
    const meaning = vocabulary.get(looseNameKey(tokens.slice(0, length).join(' ')));
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}

/** Every known wording; where two things are called the same, a queue comes first and a region last. */
function listMeanings({ solutionAreas, organisation }: FilterSources): ReadonlyMap<string, Meaning> {
  const states = [...TITLES, ...(Object.entries(STATE_WORDS) as [StateFilter, readonly string[]][])];
  return new Map<string, Meaning>([
    ...listRegions(organisation).map((region): [string, Meaning] => [looseNameKey(region), { region }]),
    ...solutionAreas.flatMap(({ id, name, aliases }) =>
      [id, name, ...aliases].map((word): [string, Meaning] => [looseNameKey(word), { areaId: id }]),
    ),
    ...states.flatMap(([state, known]) =>
      known.map((word): [string, Meaning] => [looseNameKey(word), { state }]),
    ),
    ...organisation.queues.flatMap(({ id, name }) =>
      [id, name].map((word): [string, Meaning] => [looseNameKey(word), { queueId: id }]),
    ),
  ]);
}

/** A filter that came back in a button's data; null if it names anything unknown. */
export function checkFilter(
  { state, areaId, region }: Readonly<Record<keyof ListFilter, string | null>>,
  { solutionAreas, organisation }: FilterSources,
): ListFilter | null {
  const known = [...STATES, ...GROUPS].find((one) => one === state) ?? null;
  if (state !== null && known === null) return null;
  if (areaId !== null && !solutionAreas.some(({ id }) => id === areaId)) return null;
  if (region !== null && !listRegions(organisation).includes(region)) return null;
  return { state: known, areaId, region };
}

/** The states that it lets through; undefined where it says nothing of states. */
export function statesOf({ state }: ListFilter): readonly State[] | undefined {
  switch (state) {
    case null:
      return undefined;
    case 'all':
      return STATES;
    case 'open':
      return OPEN_STATES;
    case 'closed':
      return STATES.filter((one) => !OPEN_STATES.some((open) => open === one));
    default:
      return [state];
  }
}

/** The filter in words, e.g. "Accepted · Security"; null where there is none. */
export function describeFilter(
  { state, areaId, region }: ListFilter,
  { solutionAreas }: Pick<FilterSources, 'solutionAreas'>,
  reader: Reader,
  words: Words,
): string | null {
  const parts = [
    state === null ? null : nameState(state, reader, words),
    areaId === null ? null : (solutionAreas.find(({ id }) => id === areaId)?.name ?? areaId),
    region,
  ];
  return parts.filter((part) => part !== null).join(' · ') || null;
}

function nameState(state: StateFilter, reader: Reader, words: Words): string {
  switch (state) {
    case 'open':
      return words.states.open;
    case 'closed':
      return words.states.closed;
    case 'all':
      return words.states.all;
    default:
      return stateWord(state, reader, words);
  }
}

/** As it is typed, e.g. "accepted security". */
export function typeFilter({ state, areaId, region }: ListFilter): string {
  return [state, areaId, region].filter((word) => word !== null).join(' ');
}

function listRegions({ partners, people, queues }: Organisation): string[] {
  const regions = [...partners, ...people, ...queues].map(({ region }) => region);
  return [...new Set(regions.filter((region) => region !== null))];
}
