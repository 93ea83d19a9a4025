/**
 * Replies in the other languages of the content. A reply is decided and remembered in English. Its texts are translated
 * into the reader's language last, one by one. A text without a current translation stays English, and so do names.
 */
import type { Content } from '../../knowledge/model/content';
import { listTexts } from '../../knowledge/translations/list-texts';
import type { Translations } from '../../knowledge/translations/translations';
import type { ComparisonView, Eligibility, GuideView, Offer, Reply, RuleView, Statement } from '../reply';
import { findFirstSentence } from './elaborate';
import { sayExcluded, sayTerm } from './statements';

export interface Interpreted<T> {
  readonly value: T;
  /** False where a text of it has no current translation. */
  readonly isWhole: boolean;
}

export interface Interpreter {
  /** An ISO 639-1 code. */
  readonly language: string;
  text(english: string): string;
  reply<R extends Reply>(reply: R): Interpreted<R>;
  statement(statement: Statement): Statement;
  guide(guide: GuideView): GuideView;
  eligibility(eligibility: Eligibility): Eligibility;
  /** Whose translation it is, in small print. */
  readonly note: string;
}

/** The interpreter into a language; undefined for the content's own and for those that it isn't translated into. */
export type FindInterpreter = (language: string) => Interpreter | undefined;

export function createInterpreters(content: Content): FindInterpreter {
  const interpreters = new Map(content.translations.map((one) => [one.id, createInterpreter(content, one)]));
  return (language) => interpreters.get(language);
}

/** The texts in a language by the English, with those that are put together; null where a translation is missing. */
function listTranslated(content: Content, { texts }: Translations): ReadonlyMap<string, string | null> {
  const translated = new Map<string, string | null>();
  const find = (english: string): string | null => texts.get(english) ?? null;
  const derive = (english: string, compose: (text: string) => string): void => {
    const text = find(english);
    const composed = compose(english);
    if (!translated.has(composed)) translated.set(composed, text === null ? null : compose(text));
  };
  for (const { english } of listTexts(content)) translated.set(english, find(english));
  for (const term of content.terms) derive(term.meaning, (meaning) => sayTerm(term, meaning));
  const { outOfScope } = content.wording;
  for (const { text } of content.rules) {
    const parts = [find(outOfScope), find(text)] as const;
    const isWhole = parts[0] !== null && parts[1] !== null;
    translated.set(sayExcluded(outOfScope, text), isWhole ? sayExcluded(parts[0], parts[1]) : null);
  }
  for (const { answer } of [...content.entries, ...content.rules]) derive(answer, findFirstSentence);
  for (const term of content.terms)
    derive(term.meaning, (meaning) => findFirstSentence(sayTerm(term, meaning)));
  return translated;
}

function createInterpreter(content: Content, translations: Translations): Interpreter {
  const translated = listTranslated(content, translations);
  const { note } = translations;

  /** One reply: which of its texts were translated, and which couldn't be. */
  const start = () => {
    const count = { translated: 0, missing: 0 };
    const findWhole = (english: string): string | undefined => {
      const text = translated.get(english);
      if (text === undefined) return undefined;
      count[text === null ? 'missing' : 'translated'] += 1;
      return text ?? english;
    };
    // What isn't a text of the content is a name, or several texts, one paragraph each.
    const text = (english: string): string =>
      findWhole(english) ??
      english
        .split('\n\n')
        .map((paragraph) => findWhole(paragraph) ?? paragraph)
        .join('\n\n');
    return { count, text };
  };

  function read<T>(value: T, say: (value: T, text: (english: string) => string) => T): Interpreted<T> {
    const { count, text } = start();
    const said = say(value, text);
    return { value: count.translated > 0 ? said : value, isWhole: count.missing === 0 };
  }

  /** The small print stands once on a card. */
  const isNoted = (statement: Statement): Statement => ({ ...statement, translatedBy: note });

  const sayReply = (reply: Reply, text: (english: string) => string): Reply => {
    const offer = <O extends Offer>(one: O): O => {
      const title = text(one.title);
      return { ...one, title, ...(title !== one.title && { isTranslated: true }) };
    };
    const rule = (one: RuleView | null) => (one === null ? null : { ...one, text: text(one.text) });
    const below = {
      ...reply,
      ...(reply.guide !== undefined && { guide: sayGuide(reply.guide, text, note) }),
      ...(reply.comparison !== undefined && { comparison: sayComparison(reply.comparison, text, note) }),
    };
    switch (below.kind) {
      case 'answer':
        return {
          ...below,
          statements: below.statements
            .map((one) => sayStatement(one, text))
            .map((one, at) => (at === 0 ? isNoted(one) : one)),
          next: below.next.map(offer),
        };
      case 'verdict':
      case 'need':
        return {
          ...below,
          rule: rule(below.rule),
          statement: isNoted(sayStatement(below.statement, text)),
          next: below.next.map(offer),
        };
      case 'choices':
        return {
          ...below,
          ...(below.lead !== undefined && { lead: text(below.lead) }),
          ...(below.question !== undefined && { question: text(below.question) }),
          options: below.options.map(offer),
        };
      case 'not-covered':
        return {
          ...below,
          title: text(below.title),
          answer: text(below.answer),
          nearest: below.nearest === null ? null : sayStatement(below.nearest, text),
          next: below.next.map(offer),
          translatedBy: note,
        };
      case 'guide':
        return { ...below, guide: sayGuide(below.guide, text, note) };
      case 'intake':
        return { ...below, eligibility: sayEligibility(below.eligibility, text) };
      default:
        return below;
    }
  };

  return {
    language: translations.id,
    note,
    text: (english) => start().text(english),
    reply: <R extends Reply>(reply: R) => read(reply, (value, text) => sayReply(value, text) as R),
    statement: (statement) => read(statement, (value, text) => isNoted(sayStatement(value, text))).value,
    guide: (guide) => read(guide, (value, text) => sayGuide(value, text, note)).value,
    eligibility: (eligibility) => read(eligibility, sayEligibility).value,
  };
}

type Say = (english: string) => string;

function sayStatement(statement: Statement, text: Say): Statement {
  const { sympathy, flag } = statement;
  return {
    ...statement,
    title: text(statement.title),
    ...(sympathy !== undefined && { sympathy: text(sympathy) }),
    answer: text(statement.answer),
    details: statement.details.map(text),
    flag: flag === null ? null : text(flag),
    goodToKnow: statement.goodToKnow.map((fact) => ({ ...fact, text: text(fact.text) })),
  };
}

function sayGuide(guide: GuideView, text: Say, note: string): GuideView {
  const { next } = guide;
  return {
    ...guide,
    title: text(guide.title),
    known: guide.known.map(({ name, answer }) => ({ name: text(name), answer: text(answer) })),
    next:
      next.kind === 'step'
        ? {
            ...next,
            question: text(next.question),
            options: next.options.map(({ id, title }) => ({ id, title: text(title) })),
          }
        : {
            ...next,
            statement: { ...sayStatement(next.statement, text), translatedBy: note },
            points: next.points.map((point) => ({ name: text(point.name), text: text(point.text) })),
          },
  };
}

function sayComparison(comparison: ComparisonView, text: Say, note: string): ComparisonView {
  const { flag } = comparison;
  return {
    ...comparison,
    title: text(comparison.title),
    aspects: comparison.aspects.map(({ name, values }) => ({
      name: text(name),
      values: values.map((value) => ({ ...value, text: value.text === null ? null : text(value.text) })),
    })),
    notStated: comparison.notStated.map(text),
    flag: flag === null ? null : text(flag),
    translatedBy: note,
  };
}

function sayEligibility(eligibility: Eligibility, text: Say): Eligibility {
  const { rule, explanation } = eligibility;
  return {
    ...eligibility,
    explanation: text(explanation),
    rule: rule === null ? null : { ...rule, text: text(rule.text) },
  };
}
