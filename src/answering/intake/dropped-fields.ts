/** What a message takes out of the form again: "remove the date", "no deadline please", "it isn't confidential after all". */
import type { Content } from '../../knowledge/model/content';
import { listTakers } from '../../knowledge/model/wording';
import { escapePattern } from '../../shared/escape-pattern';
import type { CarriableField, OwnField, RequestDraft } from '../reply';
import type { Span } from './find-remainder';

export type DroppableField = Exclude<CarriableField, 'serviceId'> | 'isConfidential';

export interface DroppedField extends Span {
  readonly field: DroppableField | OwnField;
}

const NAMES: Readonly<Record<DroppableField, string>> = {
  customer: "customer(?:['’]s name)?|client(?:['’]s name)?|kunden?(?:namen?)?|cliente|klant",
  wantedBy: 'date|deadline|due date|datum|termin|frist|fecha|plazo|data|scadenza|prazo|délai',
  solutionAreaId:
    '(?:solution )?area|topic|(?:lösungs)?bereich|thema|domaine|sujet|área|tema|gebied|onderwerp',
  person: 'person|recipient|empfänger|destinataire|persona|pessoa|persoon',
  role: 'role|rolle',
  note: 'details?|notes?|comments?|notizen?|bemerkung(?:en)?|détails|notas?|dettagli|detalhes',
  isConfidential: 'confidentiality|vertraulichkeit|confidentialité|confidencialidad|riservatezza',
};
const START = '(?:^|[.,;:!?\\n]\\s*|\\b(?:and|please|also|ok|but|then|now|und|bitte|dann|et|y|e)\\s+)';
const THE = "(?:(?:the|my|any|that|das|den|die|dem|le|la|el|il|lo|a|o|het|de)\\s+|l['’])?";
const VERBS_BEFORE =
  '(?:remove|clear|delete|drop|take out|leave out|forget|empty|scrap|without|entferne|lösche|streiche|entfernen sie|löschen sie|ohne|kein(?:en?)?|enlève[zr]?|enlevez|supprime[zr]?|retire[zr]?|quita|elimina|borra|sin|togli|rimuovi|senza|remove[r]?|tira|sem|verwijder|zonder|geen)';
const VERBS_AFTER = '(?:entfernen|löschen|weglassen|streichen|leeren|verwijderen|weghalen)';
const NOT_SECRET =
  /\b(?:not|isn['’]?t|needn['’]?t be|no longer|doesn['’]?t (?:have|need) to be)\s+(?:a\s+)?(?:confidential|secret)\b(?![^.!?]{0,4}(?:data|documents?|computing))[^.,;!?]{0,20}|\b(?:nicht|nicht mehr)\s+vertraulich\b|\b(?:pas|plus)\s+confidentielle?\b|\bno\s+(?:es|más)?\s*confidencial\b|\bnon\s+(?:è\s+)?(?:più\s+)?riservato\b|\bniet\s+(?:meer\s+)?vertrouwelijk\b/giu;

/** "No customer yet" describes the request and takes nothing back. */
const STATES_NONE = /\bno\s+(?:customer|client|cliente)/iu;

export function createDroppedFinder({
  wording,
  services,
}: Pick<Content, 'wording' | 'services'>): (text: string) => readonly DroppedField[] {
  const roles = listTakers(wording).map(escapePattern);
  const ofForm = Object.entries(NAMES).map(([field, names]) => ({
    field: field as DroppableField,
    pattern: toPattern(field === 'role' ? [names, ...roles].join('|') : names),
  }));
  const own = services
    .flatMap(({ fields }) => fields)
    .map(({ id, label, said }) => ({
      field: `field-${id}` as const,
      pattern: toPattern([...Object.values(label), ...said].map(escapePattern).join('|')),
    }));
  return (text) => findDropped(text, [...ofForm, ...own]);
}

interface FieldPattern {
  readonly field: DroppedField['field'];
  readonly pattern: RegExp;
}

function toPattern(names: string): RegExp {
  return new RegExp(
    `${START}(?:(?:${VERBS_BEFORE}|no)\\s+${THE}(?:${names})|${THE}(?:${names})\\s+(?:bitte\\s+)?${VERBS_AFTER})(?!\\p{L})(?!\\s+(?:to|is|of|at|for|in|from|that)\\b)`,
    'giu',
  );
}

function findDropped(text: string, patterns: readonly FieldPattern[]): readonly DroppedField[] {
  const named = patterns.flatMap(({ field, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: said, index }) =>
      field === 'customer' && STATES_NONE.test(said) ? [] : [{ field, from: index, to: index + said.length }],
    ),
  );
  const open = [...text.matchAll(NOT_SECRET)].map(({ 0: said, index }) => ({
    field: 'isConfidential' as const,
    from: index,
    to: index + said.length,
  }));
  return [...named, ...open];
}

export function dropFields(draft: RequestDraft, fields: readonly DroppedField['field'][]): RequestDraft {
  const isOwn = (field: string): boolean => Object.keys(draft.fields).some((id) => field === `field-${id}`);
  // "The deadline" may be a field of the service: if it's filled, it's meant.
  const hasOwn = fields.some(isOwn);
  return fields.reduce<RequestDraft>((left, field) => {
    if (field.startsWith('field-')) {
      const rest = Object.entries(left.fields).filter(([id]) => field !== `field-${id}`);
      return { ...left, fields: Object.fromEntries(rest) };
    }
    if (field === 'wantedBy' && hasOwn) return left;
    if (field === 'isConfidential') return { ...left, isConfidential: false };
    const namesCustomer =
      field === 'customer' && left.customer !== null && left.note?.includes(left.customer) === true;
    return { ...left, [field]: null, ...(namesCustomer && { note: null }) };
  }, draft);
}
