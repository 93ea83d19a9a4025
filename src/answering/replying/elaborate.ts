/**
 * Messages of a few words that refer to the answer before them: "more" and "how?" show what that answer left out, "why?"
 * and an objection the rule or the source that it rests on, "shorter" its first sentence. Null for all others.
 */
import type { Content } from '../../knowledge/model/content';
import type { Dialogue } from '../dialogue';
import type { Reply } from '../reply';
import type { Statements } from './statements';

const MORE =
  /^(?:(?:ok(?:ay)?|and|yes|please)[,\s]+)*(?:(?:can you |could you |please )?(?:tell|show|give) me (?:some |a bit |a little )?more|(?:some |a bit |a little )?more|(?:(?:can you |could you |please )?(?:give|show|tell) me |any |have you )?(?:an? |some |any )?examples?|such as|like what|zum beispiel|beispiel|go on|continue|carry on|keep going|elaborate|what else|and then|more details?|details?|mehr(?: dazu)?|weiter|erzähl(?:en sie)? mehr|encore|(?:dites[- ]m['’]en )?plus|más|di più|mais|meer|もっと|続けて)(?:\s+(?:please|pls|details?|info(?:rmation)?|about (?:it|that|this)|of (?:it|that|this)|bitte))*[\s.!?…]*$/iu;
const WHY =
  /^(?:(?:ok(?:ay)?|but|and|so|hm+)[,\s]+)*(?:why(?: (?:not|is (?:that|it)(?: so)?|so|that))?|how (?:come|so)|(?:and )?who says (?:so|that)|says who|warum(?: nicht)?|wieso|weshalb|pourquoi(?: pas)?|por qu[eé](?: no)?|perch[eé](?: no)?|porqu[eê]|waarom(?: niet)?|なぜ|どうして)[\s.!?…]*$/iu;
const HOW =
  /^(?:(?:ok(?:ay)?|but|and|so)[,\s]+)*(?:how(?: exactly| though| do (?:i|we) (?:do|get|start) (?:that|it)| does (?:that|it) work)?|meaning|which means|what (?:does|do) (?:that|this|it) mean|wie(?: genau| geht das)?|was heißt das|comment(?: faire)?|cómo|come|como|hoe)[\s.!?…]*$/iu;
const SHORTER =
  /^(?:(?:ok(?:ay)?|sorry|but|and|please|pls|can you|could you|(?:say|put|explain) (?:it|that|this)|make it|a bit|bitte)[,\s]+)*(?:(?:much )?(?:short(?:er)?|simpler)|(?:in )?(?:simpler|simple|plain|easier|easy) (?:words|terms|english|language)|more simply|simply|like i['’]?m five|(?:in )?einfache(?:r|n)? (?:worten|gesagt)|einfacher|briefer|in (?:short|brief|one (?:line|sentence))|tl;?dr|(?:too long|summari[sz]e)(?: (?:it|that|this))?|kürzer|kurz gesagt|in einem satz|plus court|en bref|más corto|più corto|mais curto|korter)(?:[,\s]+(?:please|pls|bitte|svp))*[\s.!?…]*$/iu;
/** "Answers come in English": repeats the answer below a line that says so. */
const IN_LANGUAGE =
  /^(?:(?:ok(?:ay)?|and|please|can you|could you|say (?:it|that)|that|bitte|same)[,\s]+)*(?:in|en|auf|on|em|op het|in het|in it)\s+(?:english|french|german|spanish|italian|portuguese|dutch|japanese|fran[cç]ais|deutsch|español|italiano|portugu[eê]s|nederlands|englisch|anglais)(?:[,\s]+(?:please|pls|bitte|svp|por favor|per favore))*[\s.!?…]*$/iu;
/** An objection is answered with the rule or the source, and isn't argued with. */
const DOUBTS =
  /^(?:(?:no|sorry|but|hm+|nein)[,\s]+)*(?:(?:that|this|it)(?:['’]s| is| was| can['’]?t be| cannot be| isn['’]?t| is not)? ?(?:plain |simply |just |total |complete )?(?:rubbish|nonsense|wrong|false|not true|not right|not correct|right|true|bullshit|absurd|outdated)|(?:are you )?(?:quite |really )?sure(?: about (?:that|it|this))?|really|seriously|i (?:don['’]?t|do not) (?:believe|think so)(?: (?:it|that|you))?|das (?:stimmt nicht|ist (?:falsch|unsinn|quatsch))|c['’]est faux)(?:[,.;!?–-]\s*[^?]{0,80})?[\s.!?…]*$/iu;
const MOST_OPTIONS = 3;

export function createElaborator(
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
          asks: 'more',
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

  const repeat = (id: string, isShort: boolean): Reply | null => {
    const statement = statements.find(id);
    if (statement === undefined) return null;
    const answer = isShort ? findFirstSentence(statement.answer) : statement.answer;
    const said = { ...statement, answer, ...(isShort && { details: [], goodToKnow: [] }) };
    return { kind: 'answer', topic: statement.topic, statements: [said], next: [] };
  };

  return (text, dialogue) => {
    const isHow = HOW.test(text);
    const isMore = isHow || MORE.test(text);
    const isShort = SHORTER.test(text);
    const isAgain = isShort || IN_LANGUAGE.test(text);
    if (!isMore && !isAgain && !WHY.test(text) && !DOUBTS.test(text)) return null;
    const id = dialogue.answered[0]?.entryId;
    const last = dialogue.turns.at(-1);
    if (id === undefined || last === undefined || last.answerTitle === null) return null;
    if (isAgain) return repeat(id, isShort);
    if (!isMore) return explain(id);
    return showMore(id, MORE.test(last.text)) ?? (isHow ? explain(id) : null);
  };
}

/** The whole where no sentence ends. */
export function findFirstSentence(answer: string): string {
  // "Yes." alone says too little.
  return /^(?:\*\*[^*]{1,12}\*\*\s*)?[^.!?]{12,}[.!?](?=\s|$)/u.exec(answer)?.[0] ?? answer;
}
