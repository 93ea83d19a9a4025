/**
 * Messages of a word or two that refer to the answer before them: "more" shows what that answer left out, "why?" the
 * rule or the source that it rests on. Null for all others.
 */
import type { Content } from '../../knowledge/model/content';
import type { Dialogue } from '../dialogue';
import type { Reply } from '../reply';
import type { Statements } from './statements';

const MORE =
  /^(?:(?:ok(?:ay)?|and|yes|please)[,\s]+)*(?:(?:can you |could you |please )?(?:tell|show|give) me (?:some |a bit |a little )?more|(?:some |a bit |a little )?more|go on|continue|carry on|keep going|elaborate|what else|and then|more details?|details?|mehr(?: dazu)?|weiter|erzähl(?:en sie)? mehr|encore|(?:dites[- ]m['’]en )?plus|más|di più|mais|meer|もっと|続けて)(?:\s+(?:please|pls|details?|info(?:rmation)?|about (?:it|that|this)|of (?:it|that|this)|bitte))*[\s.!?…]*$/iu;
const WHY =
  /^(?:(?:ok(?:ay)?|but|and|so|hm+)[,\s]+)*(?:why(?: (?:not|is (?:that|it)(?: so)?|so|that))?|how (?:come|so)|(?:and )?who says (?:so|that)|says who|warum(?: nicht)?|wieso|weshalb|pourquoi(?: pas)?|por qu[eé](?: no)?|perch[eé](?: no)?|porqu[eê]|waarom(?: niet)?|なぜ|どうして)[\s.!?…]*$/iu;
const MOST_OPTIONS = 3;

export function createGoOn(
  { rules }: Pick<Content, 'rules'>,
  statements: Statements,
): (text: string, dialogue: Dialogue) => Reply | null {
  const explanations = new Map(rules.map(({ id, explanation }) => [id, explanation]));

  const showMore = (id: string, wasShown: boolean): Reply | null => {
    const statement = statements.find(id);
    if (statement === undefined) return null;
    const [first, ...details] = statement.details;
    const next = statements.suggest(statements.listRelated(id), MOST_OPTIONS);
    if (first !== undefined && !wasShown) {
      const answer = [first, ...details].join('\n\n');
      return {
        kind: 'answer',
        topic: statement.topic,
        statements: [{ ...statement, answer, details: [] }],
        next,
      };
    }
    return next.length === 0
      ? null
      : {
          kind: 'choices',
          topic: statement.topic,
          question: 'What do you want to know next?',
          options: next,
        };
  };

  const explain = (id: string): Reply | null => {
    const statement = statements.find(id);
    if (statement === undefined) return null;
    const explanation = explanations.get(id);
    const answer = explanation === undefined ? statement.answer : `${statement.answer}\n\n${explanation}`;
    return { kind: 'answer', topic: statement.topic, statements: [{ ...statement, answer }], next: [] };
  };

  return (text, dialogue) => {
    const isMore = MORE.test(text);
    if (!isMore && !WHY.test(text)) return null;
    const id = dialogue.answered[0]?.entryId;
    const last = dialogue.turns.at(-1);
    if (id === undefined || last === undefined || last.told === null) return null;
    return isMore ? showMore(id, MORE.test(last.text)) : explain(id);
  };
}
