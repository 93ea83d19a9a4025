/**
 * Every text of the content that an answer or a card of a request may show, with the place of its translation: the
 * file in content/translations/<language>/, the ID of the item and the field. Names are the same in every language:
 * programmes, services, abbreviations, sources and owners. Doors, starters and fields of services have their
 * translations beside the English.
 */
import type { z } from 'zod/v4';
import { Answer, Line, ListLine } from '../model/authored';
import type { Content } from '../model/content';
import type { Guide } from '../guides/guide';
import type { NeedRow } from '../needs/need';

export interface ShownText {
  /** The name of the file without its ending. */
  readonly file: string;
  readonly id: string;
  readonly field: string;
  readonly english: string;
  /** What its translation must be like to fit where the English fits. */
  readonly schema: z.ZodType<string>;
}

type Field = Pick<ShownText, 'field' | 'english' | 'schema'>;
type Translatable = Omit<Content, 'translations'>;

const HEADING = Line.max(40);
const BUTTON = Line.max(60);

export function listTexts(content: Translatable): readonly ShownText[] {
  const { entries, rules, terms, notCovered, facts, reasons, comparisons, guides, programmes } = content;
  const all: readonly (readonly [file: string, id: string, fields: readonly Field[]])[] = [
    ...entries.map(({ id, title, answer, details, flag }) =>
      item('entries', id, [
        field('title', title, ListLine),
        field('answer', answer, Answer),
        ...details.flatMap((text, at) => field(`details.${at + 1}`, text)),
        field('flag', flag, ListLine),
      ]),
    ),
    ...rules.map((rule) =>
      item('rules', rule.id, [
        field('text', rule.text, ListLine),
        field('listed', rule.listed, ListLine),
        field('question', rule.question, ListLine),
        field('answer', rule.answer, Answer),
        field('explanation', rule.explanation),
        field('flag', rule.flag, ListLine),
      ]),
    ),
    ...terms.map(({ id, meaning }) => item('terms', id, [field('meaning', meaning, Answer)])),
    ...notCovered.map(({ id, title, answer }) =>
      item('not-covered', id, [field('title', title, ListLine), field('answer', answer, Answer)]),
    ),
    ...facts.map(({ id, text }) => item('facts', id, [field('text', text)])),
    ...reasons.map(({ id, explanation }) => item('reasons', id, [field('explanation', explanation, Answer)])),
    ...content.declineReasons.map(({ id, title, text }) =>
      item('decline-reasons', id, [field('title', title, ListLine), field('text', text)]),
    ),
    ...(content.needs?.rows ?? []).map((row) => item('needs', row.id, listNeed(row))),
    ...guides.map((guide) => item('guides', guide.id, listGuide(guide))),
    ...comparisons.map(({ id, title, flag, aspects, things }) =>
      item('comparisons', id, [
        field('title', title, ListLine),
        field('flag', flag, ListLine),
        ...aspects.flatMap((aspect) => field(aspect.id, aspect.name, HEADING)),
        ...things.flatMap(({ programme, term, facts: stated }) =>
          Object.entries(stated).flatMap(([aspect, text]) =>
            field(`${programme ?? term ?? ''}.${aspect}`, text, Answer),
          ),
        ),
      ]),
    ),
    ...programmes.map(({ id, summary }) => item('programmes', id, [field('summary', summary, Answer)])),
    item('phrases', 'wording', [field('outOfScope', content.wording.outOfScope, HEADING)]),
    item('phrases', 'cues', [
      field('statedElsewhere', content.cues.statedElsewhere, Answer),
      ...content.cues.sympathy.map(({ say }, at) => field(`sympathy.${at + 1}`, say, Answer)),
    ]),
  ];
  return all.flatMap(([file, id, fields]) => fields.map((one) => ({ file, id, ...one })));
}

function item(
  file: string,
  id: string,
  fields: readonly (readonly Field[] | Field)[],
): readonly [string, string, readonly Field[]] {
  return [file, id, fields.flat()];
}

function field(
  name: string,
  english: string | undefined,
  schema: z.ZodType<string> = Line,
): readonly Field[] {
  return english === undefined ? [] : [{ field: name, english, schema }];
}

function listNeed({ title, answer, question, options }: NeedRow): readonly Field[] {
  return [
    ...field('title', title, ListLine),
    ...field('answer', answer, Answer),
    ...field('question', question, ListLine),
    ...options.flatMap((option, at) => field(`options.${at + 1}`, option.title, HEADING)),
  ];
}

function listGuide({ title, offer, flag, unknown, steps, rows }: Guide): readonly Field[] {
  return [
    ...field('title', title, ListLine),
    ...field('offer', offer, BUTTON),
    ...field('flag', flag, ListLine),
    ...field('unknown', unknown.title, HEADING),
    ...steps.flatMap((step) => [
      ...field(`${step.id}.name`, step.name, HEADING),
      ...field(`${step.id}.question`, step.question, ListLine),
      ...step.options.flatMap((option) => field(`${step.id}.options.${option.id}`, option.title, HEADING)),
    ]),
    ...rows.flatMap((row) => [
      ...field(`${row.id}.title`, row.title, ListLine),
      ...field(`${row.id}.answer`, row.answer, Answer),
      ...Object.entries(row.points).flatMap(([name, text], at) => [
        ...field(`${row.id}.points.${at + 1}.name`, name, HEADING),
        ...field(`${row.id}.points.${at + 1}.text`, text),
      ]),
    ]),
  ];
}
