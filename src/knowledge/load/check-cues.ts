import type { LocatedContent } from './check-content';
import type { ContentProblem } from '../model/content-error';
import type { Cues } from '../model/cues';
import type { Located } from './read-records';

/** Finds every ID in cues.yaml that the content lacks. A mistyped one would silently do nothing. */
export function checkCues({ value, file, lineOf }: Located<Cues>, content: LocatedContent): ContentProblem[] {
  const idsOf = (...lists: readonly { readonly items: readonly Located<{ id: string }>[] }[]): Set<string> =>
    new Set(lists.flatMap(({ items }) => items.map((item) => item.value.id)));
  const programmes = idsOf(content.programmes);
  const answers = idsOf(content.entries, content.rules, content.notCovered, content.terms);
  const named: readonly (readonly [path: readonly string[], id: string, known: ReadonlySet<string>])[] = [
    ...Object.keys(value.programmeNames).map((id) => [['programmeNames', id], id, programmes] as const),
    ...Object.keys(value.serviceNames).map(
      (id) => [['serviceNames', id], id, idsOf(content.services)] as const,
    ),
    ...Object.keys(value.queueNames).map((id) => [['queueNames', id], id, idsOf(content.doors)] as const),
    ...Object.keys(value.refusedBy).map((id) => [['refusedBy', id], id, idsOf(content.reasons)] as const),
    ...Object.entries(value.refusedBy).flatMap(([reason, ids]) =>
      ids.map((id) => [['refusedBy', reason], id, answers] as const),
    ),
    ...value.sympathy.flatMap(({ doors, entry }) => [
      ...doors.map((id) => [['sympathy'], id, idsOf(content.doors)] as const),
      ...(entry === undefined ? [] : [[['sympathy'], entry, idsOf(content.entries)] as const]),
    ]),
    ...value.limits.flatMap(({ doors, statedBy }) => [
      ...Object.keys(doors).map((id) => [['limits'], id, idsOf(content.doors)] as const),
      ...Object.keys(statedBy).map((id) => [['limits'], id, answers] as const),
    ]),
    ...(value.notStated === undefined ? [] : [[['notStated'], value.notStated, answers] as const]),
    ...(value.safety.vulnerability === undefined
      ? []
      : [[['safety', 'vulnerability', 'topic'], value.safety.vulnerability.topic, answers] as const]),
  ];
  return named
    .filter(([, id, known]) => !known.has(id))
    .map(([path, id]) => ({
      file,
      line: lineOf(path),
      message: `names "${id}", which doesn't exist in the content`,
    }));
}
