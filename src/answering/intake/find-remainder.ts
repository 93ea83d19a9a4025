/**
 * The sentences of a request that fill no field, as they were written: they become the description. A sentence that
 * only asks, greets or fills fields leaves nothing.
 */
import { asksForConfidence } from './find-confidentiality';
import { cutStart } from '../../shared/cut';

/** Words that carry nothing once the fields are filled. */
const SAYS_NOTHING = new Set(
  (
    'a an the and or but so if then than that this these those it its i me my we us our you your they them their he she ' +
    'is are was were be been am do does did have has had will would can could may might should must shall let ' +
    'to for of on in at by with from about into as up out over after before until via through per around ' +
    'need needs want wants like love looking look get got give set book booking schedule arrange organise organize request ' +
    'requesting requested please pls plz kindly thanks thank thx hi hello hey dear morning afternoon evening good day team all ' +
    'bot there help some any one two new next soon asap now today could possible possibly maybe just also too very really ' +
    'customer client account partner session sessions engagement meeting call help ' +
    'workshop service thing something here start begin make put go ahead open file submit raise log ok okay yes no not sorry ' +
    'actually rather instead meant mean wait correction change rest else everything same stays stay stayed unchanged keep name names area topic when what who how where which ' +
    'wrong correct typo oops remove delete clear drop move switch date deadline recipient person role mind never cancel undo again ' +
    'falsch datum termin kunde kunden thema bereich ändern ändere ändert doch stattdessen nicht sondern es ist sollte soll ' +
    'wir ich uns unser unsere brauchen bräuchten möchten hätten gerne bitte eine einen ein für mit zu zum zur auf bis und der die das den dem ' +
    'sie könnten könnte könnt können würden gern ihr ihnen wäre schön guten tag hallo danke im in an von bei am zur zu einem einer eines ' +
    'nous notre nos je avons besoin voudrions souhaitons une un pour avec sur le la les du de des et avant s il vous plaît bonjour au aux merci pouvez pourriez chez en ' +
    'queremos necesitamos por favor para el los una con sobre antes vorremmo per il una con entro prego'
  ).split(' '),
);
const LEAST_WORDS = 2;
const LONGEST = 1500;

/** Whether words say more than that somebody wants something by some date. */
export function tellsSomething(text: string, least = 1): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => !SAYS_NOTHING.has(word.toLowerCase())).length >= least;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `taken`: the places of the text that filled a field. */
export function findRemainder(text: string, taken: readonly Span[]): string | null {
  // A dot inside a name ends no sentence.
  const marked = taken.reduce(
    (left, { from, to }) =>
      left.slice(0, from) + left.slice(from, to).replace(/[.!?;]/gu, '_') + left.slice(to),
    text,
  );
  const sentences = [...marked.matchAll(/[^.!?;\n]+(?:\.(?=\S)[^.!?;\n]+)*[.!?;\n]*/gu)];
  const kept = sentences.flatMap(({ 0: { length }, index }) => {
    const sentence = text.slice(index, index + length);
    const open = blank(sentence, index, taken);
    return tellsSomething(open, LEAST_WORDS) && !asksForConfidence(sentence) ? [sentence.trim()] : [];
  });
  const remainder = kept.join(' ').trim();
  return remainder === '' ? null : cutStart(remainder, LONGEST);
}

function blank(sentence: string, at: number, taken: readonly Span[]): string {
  return taken.reduce((left, { from, to }) => {
    const [start, end] = [Math.max(0, from - at), Math.min(left.length, to - at)];
    return start < end ? left.slice(0, start) + ' '.repeat(end - start) + left.slice(end) : left;
  }, sentence);
}
