import type { Words } from '../../../cards/words/languages';
import { renderCard } from '../../../cards';
import type { FaqModel } from '../../../cards/faq';
import type { ScopeModel } from '../../../cards/scope';
import type { Content, Programme, Rule } from '../../knowledge/model/content';
import type { FindInterpreter, Interpreter } from '../../answering/replying/interpreter';
import { nameKey } from '../../shared/names';
import { isShared, type Outgoing } from '../message';
import { send } from './replies';
import type { Turn } from '../turn';

/**
 * The questions or the two lists of the named programme. Without a name: all questions, or the first programme that has
 * both lists. Null if no programme has that name: then the message is a question like any other. In a channel, both
 * cards work without buttons.
 */
export function drawOverview(
  { content, findInterpreter }: { readonly content: Content; readonly findInterpreter: FindInterpreter },
  { kind, of }: { readonly kind: 'faq' | 'scope'; readonly of: string | null },
  turn: Pick<Turn, 'place' | 'words'>,
): Outgoing | null {
  const { words } = turn;
  const programme = of === null ? undefined : findProgramme(content, of);
  if (of !== null && programme === undefined) return null;
  const mayBePressed = !isShared(turn.place);
  const interpreter = findInterpreter(words.language);
  const say = (english: string): string => interpreter?.text(english) ?? english;
  if (kind === 'faq')
    return send(
      renderCard('faq', { mayBePressed, programmes: listQuestions(content, say, programme) }, words),
    );
  const shown = programme ?? content.programmes.find(({ id }) => hasBothLists(content, id));
  if (shown === undefined || !content.rules.some((rule) => rule.programme === shown.id)) return null;
  const model = scopeModel(content, shown.id, words, interpreter);
  return send(renderCard('scope', mayBePressed ? model : { ...model, next: [] }, words));
}

function findProgramme(content: Content, called: string): Programme | undefined {
  const wanted = toKey(called);
  return content.programmes.find(({ id, name, shortName, aliases }) =>
    [id, name, shortName, ...aliases].some((known) => toKey(known) === wanted),
  );
}

function toKey(name: string): string {
  return nameKey(name).replace(/^the\s+/, '');
}

function hasBothLists(content: Content, programmeId: string): boolean {
  const sides = new Set(
    content.rules.filter(({ programme }) => programme === programmeId).map(({ side }) => side),
  );
  return sides.size === 2;
}

/** A programme's two lists, in the order of the content. Throws for an id that the content does not hold. */
function scopeModel(
  content: Content,
  programmeId: string,
  words: Words,
  interpreter: Interpreter | undefined,
): ScopeModel {
  const say = (english: string): string => interpreter?.text(english) ?? english;
  const programme = content.programmes.find(({ id }) => id === programmeId);
  if (programme === undefined) throw new Error(`The content has no programme ${programmeId}.`);
  const rules = content.rules.filter((rule) => rule.programme === programmeId);
  const door = content.doors.find(({ id }) => id === programme.door) ?? null;
  return {
    programme: programme.name,
    summary: say(programme.summary),
    is: listTexts(rules, 'is').map(say),
    isNot: listTexts(rules, 'is-not').map(say),
    flag: null,
    door,
    provenance: readProvenance(content, rules[0]),
    ...(interpreter !== undefined && { translatedBy: interpreter.note }),
    next: content.programmes
      .filter(({ id }) => id !== programmeId && content.rules.some((rule) => rule.programme === id))
      .map(({ shortName }) => ({
        title: words.scope.other(shortName),
        text: words.scope.ask(shortName),
      })),
  };
}

/** Every entry as a question: of one programme, or by programme. */
function listQuestions(
  content: Content,
  say: (english: string) => string,
  of?: Programme,
): FaqModel['programmes'] {
  return (of === undefined ? content.programmes : [of])
    .map(({ id, name }) => ({
      id,
      name,
      questions: content.entries
        .filter((entry) => entry.programme === id && entry.topic === entry.id)
        .map((entry) => ({
          title: say(entry.title),
          text: entry.asks[0] ?? entry.title,
          shows: entry.id,
        })),
    }))
    .filter(({ questions }) => questions.length > 0);
}

function listTexts(rules: readonly Rule[], side: Rule['side']): string[] {
  return rules.filter((rule) => rule.side === side).map(({ text, listed }) => listed ?? text);
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
