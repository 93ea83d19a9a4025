import type { Content } from '../model/content';

/** Something that a message can be about: an entry, rule, term, not-covered item or intent of the content. */
export interface Unit {
  readonly id: string;
  readonly topic: string;
  readonly programme: string | null;
  readonly asks: readonly string[];
}

/** Lists all units of the content. */
export function listUnits(content: Content): Unit[] {
  return [
    ...content.entries.map(({ id, topic, programme, asks }) => ({ id, topic, programme, asks })),
    ...content.rules.map(({ id, topic, programme, asks }) => ({ id, topic, programme, asks })),
    ...content.terms.map(({ id, topic, asks }) => ({ id, topic, programme: null, asks })),
    ...content.notCovered.map(({ id, topic, programme = null, asks }) => ({ id, topic, programme, asks })),
    ...content.intents.map(({ id, topic, asks }) => ({ id, topic, programme: null, asks })),
  ];
}
