/**
 * The word in front of an answer to a yes-or-no question. Answers are written as full statements, because the same one
 * is given to "can we?", "can't we?" and "how?"; the content declares which plain questions it says yes or no to. A
 * missing word costs little and a wrong one misleads, so every doubt about the question leaves it out.
 */
import type { YesOrNoLine } from '../../knowledge/model/authored';
import type { Content } from '../../knowledge/model/content';
import { createPhrases, replaceFound } from '../../knowledge/search/phrases';
import { createProgrammeNames } from '../../knowledge/search/programme-names';
import type { Statement, Verdict, YesOrNo } from '../reply';
import { findPlainQuestion, isTurnedRound, type PlainQuestion } from '../reading/verdict-question';

export interface Leads {
  /** Of an entry or a rule; `verdict` is what the rule decided. */
  lead(statement: Statement, text: string, verdict: Verdict | null): Statement;
  /** Of a need, whose verdict holds for the programmes of its door and of its rules. */
  leadNeed(statement: Statement, text: string, verdict: 'in' | 'out' | 'depends'): Statement;
}

/** An exclusion says no to everything that asks whether it's done, unless it declares more. */
const EXCLUDED: YesOrNoLine = { answer: 'no', asked: ['can', 'is'], about: [], except: [] };
const BY_VERDICT = { in: 'yes', out: 'no', depends: 'depends' } as const;

export function createLeads(content: Content): Leads {
  const names = createProgrammeNames(content);
  const lines = new Map(
    [...content.entries, ...content.rules].map(({ id, yesOrNo }) => [id, yesOrNo.map(compile)]),
  );
  const excluded = compile(EXCLUDED);
  const doors = new Map(content.programmes.map(({ id, door }) => [id, door]));

  const fits = (line: Line, question: PlainQuestion): boolean => {
    const { answer, asked, programme } = line.says;
    if (!asked.includes(question.asked) || (question.isAlternative && answer !== 'depends')) return false;
    if (programme !== undefined && !isOnly(names.find(question.text), programme)) return false;
    const about = line.about.find(question.text);
    if (line.says.about.length > 0 && about.length === 0) return false;
    if (line.except.find(question.text).length > 0) return false;
    return !isTurnedRound(replaceFound(question.text, about, () => ' '));
  };

  return {
    lead(statement, text, verdict) {
      const question = findPlainQuestion(text);
      if (question === null) return statement;
      const declared = lines.get(statement.id ?? '') ?? [];
      const found = [...declared, ...(verdict === 'out' ? [excluded] : [])].find((line) =>
        fits(line, question),
      );
      return found === undefined || contradicts(found.says.answer, verdict)
        ? statement
        : { ...statement, yesOrNo: found.says.answer };
    },

    leadNeed(statement, text, verdict) {
      const question = findPlainQuestion(text);
      if (question?.asked !== 'can' || isTurnedRound(question.text)) return statement;
      const named = names.find(question.text);
      const isOther = named.length > 0 && !named.every((id) => doors.get(id) === statement.door?.id);
      if (isOther || (question.isAlternative && verdict !== 'depends')) return statement;
      return { ...statement, yesOrNo: BY_VERDICT[verdict] };
    },
  };
}

interface Line {
  readonly says: YesOrNoLine;
  readonly about: ReturnType<typeof toPhrases>;
  readonly except: ReturnType<typeof toPhrases>;
}

function compile(says: YesOrNoLine): Line {
  return { says, about: toPhrases(says.about), except: toPhrases(says.except) };
}

function toPhrases(words: readonly string[]) {
  return createPhrases(words.map((word) => [word, true] as const));
}

function isOnly(named: readonly string[], programme: string): boolean {
  return named.length > 0 && named.every((id) => id === programme);
}

/** "Yes" never stands under "Out of scope", nor "no" under "In scope". */
function contradicts(answer: YesOrNo, verdict: Verdict | null): boolean {
  return (verdict === 'out' && answer === 'yes') || (verdict === 'in' && answer === 'no');
}
