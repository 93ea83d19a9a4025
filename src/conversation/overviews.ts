import type { FaqModel } from '../../cards/faq';
import type { ScopeModel } from '../../cards/scope';
import type { Content, Rule } from '../knowledge/content';

/** A programme's two lists, in the order of the content. Throws for an id that the content does not hold. */
export function scopeModel(content: Content, programmeId: string): ScopeModel {
  const programme = content.programmes.find(({ id }) => id === programmeId);
  if (programme === undefined) throw new Error(`The content has no programme ${programmeId}.`);
  const rules = content.rules.filter((rule) => rule.programme === programmeId);
  const door = content.doors.find(({ id }) => id === programme.door) ?? null;
  return {
    programme: programme.name,
    summary: programme.summary,
    is: listTexts(rules, 'is'),
    isNot: listTexts(rules, 'is-not'),
    flag: null,
    door,
    provenance: readProvenance(content, rules[0]),
    next: content.programmes
      .filter(({ id }) => id !== programmeId && content.rules.some((rule) => rule.programme === id))
      .map(({ shortName }) => ({
        title: `${shortName}: is / isn't`,
        text: `What is and isn't ${shortName}?`,
      })),
  };
}

/** Every entry as a question to press, by programme. */
export function faqModel(content: Content): FaqModel {
  return {
    programmes: content.programmes
      .map(({ id, name }) => ({
        id,
        name,
        questions: content.entries
          .filter((entry) => entry.programme === id && entry.topic === entry.id)
          .map(({ title, asks }) => ({ title, text: asks[0] ?? title })),
      }))
      .filter(({ questions }) => questions.length > 0),
  };
}

function listTexts(rules: readonly Rule[], side: Rule['side']): string[] {
  return rules.filter((rule) => rule.side === side).map(({ text }) => text);
}

function readProvenance(content: Content, rule: Rule | undefined): ScopeModel['provenance'] {
  if (rule === undefined) return null;
  const source = content.sources.find(({ id }) => id === rule.source);
  return {
    source: source?.title ?? rule.source,
    sourceUrl: source?.url ?? null,
    owner: rule.owner,
    verified: rule.verified,
    reviewBy: rule.reviewBy,
  };
}
