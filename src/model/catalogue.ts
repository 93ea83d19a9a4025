/**
 * Lists everything that the content can say, one line each, for a model to choose from. The model must repeat the
 * line's `door` and `verdict`, which shows that it means the line whose ID it returns.
 */
import type { Content, Rule } from '../knowledge/model/content';

export const VERDICTS = ['in', 'out', 'depends', 'not-stated', 'none'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** Where a reply leads if the content has no door for it. */
export const OTHER_DOORS = ['bot', 'asks', 'not-covered'] as const;

export interface Item {
  readonly id: string;
  readonly door: string;
  readonly verdict: Verdict;
  readonly title: string;
  readonly line: string;
}

export interface Catalogue {
  readonly items: ReadonlyMap<string, Item>;
  readonly doors: readonly string[];
  /** The doors of the programmes that offer a service, by service. */
  readonly services: ReadonlyMap<string, readonly string[]>;
  readonly areas: readonly string[];
  /** The text that the model reads. */
  readonly text: string;
}

const LONGEST_LINE = 160;
/** These can't be chosen: a request has its own field, and an unclear message needs no ID. */
const NOT_CHOSEN: ReadonlySet<string> = new Set(['request-engagement', 'unclear']);
const OF_PERSONS: ReadonlySet<string> = new Set(['talk-to-human', 'my-pdm', 'my-pts']);

export function createCatalogue(content: Content): Catalogue {
  const doorOf = new Map(content.programmes.map(({ id, door }) => [id, door]));
  const ofProgramme = (programme: string | null) => doorOf.get(programme ?? '') ?? 'bot';

  const items: Item[] = [
    ...content.entries.map(({ id, door, programme, title, answer }) => ({
      ...{ id, door: door ?? ofProgramme(programme), verdict: 'none' as const, title, line: answer },
    })),
    ...content.rules.map((rule) => ({
      ...{ id: rule.id, door: rule.door, verdict: readVerdict(rule), title: rule.text, line: rule.answer },
    })),
    ...content.terms.map(({ id, term, expansion, meaning }) => ({
      ...{ id, door: 'bot', verdict: 'none' as const, title: expansion ? `${term}: ${expansion}` : term },
      line: meaning,
    })),
    ...(content.needs?.rows ?? []).flatMap(({ id, verdict, door, question, title, answer }) =>
      title === undefined || answer === undefined
        ? []
        : [
            {
              id,
              door: question === undefined ? (door ?? 'bot') : 'asks',
              verdict: verdict ?? 'depends',
              title,
            },
          ].map((item) => ({ ...item, line: question === undefined ? answer : question })),
    ),
    ...content.guides.map(({ id, title, offer }) => ({
      ...{ id, door: 'asks', verdict: 'none' as const, title, line: offer },
    })),
    ...content.notCovered.map(({ id, title, answer }) => ({
      ...{ id, door: 'not-covered', verdict: 'not-stated' as const, title, line: answer },
    })),
    ...content.intents
      .filter(({ id }) => !NOT_CHOSEN.has(id))
      .map(({ id, asks }) => ({
        ...{
          id,
          door: OF_PERSONS.has(id) ? (content.cues.humanDoor ?? 'bot') : 'bot',
          verdict: 'none' as const,
        },
        ...{ title: id, line: asks.slice(0, 3).join(' / ') },
      })),
  ];
  const services = new Map(
    content.services.map(({ id, programmes }) => [id, programmes.map((programme) => ofProgramme(programme))]),
  );
  return {
    items: new Map(items.map((item) => [item.id, item])),
    doors: [...content.doors.map(({ id }) => id), ...OTHER_DOORS],
    services,
    areas: content.solutionAreas.map(({ id }) => id),
    text: [
      'Catalogue (id | door | verdict | title | what it says):',
      ...items.map(({ id, door, verdict, title, line }) =>
        [id, door, verdict, title, shorten(line)].join(' | '),
      ),
      '',
      'Doors (id | name):',
      ...content.doors.map(({ id, name }) => `${id} | ${name}`),
      '',
      'Services that can be requested (id | doors | name | what it is):',
      ...content.services.map(({ id, name, description }) =>
        [id, services.get(id)?.join(', '), name, shorten(description)].join(' | '),
      ),
      '',
      'Solution areas (id | name | also called):',
      ...content.solutionAreas.map(({ id, name, aliases }) => [id, name, aliases.join(', ')].join(' | ')),
    ].join('\n'),
  };
}

/** The rule's verdict on a yes-or-no question, if it has one. */
function readVerdict({ side, refuses, answersYesOrNo }: Rule): Verdict {
  if (!answersYesOrNo) return 'none';
  if (side === 'is-not') return refuses === undefined ? 'none' : 'out';
  return refuses === undefined ? 'in' : 'none';
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\*\*/g, '');
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE).replace(/\s\S*$/, '')} …`;
}
