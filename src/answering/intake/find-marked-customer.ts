/** Names that a text marks as the customer's: in a field with a label, in quotes, or by the words of another script. */
import type { Found } from '../../knowledge/search/phrases';
import {
  CONNECTOR_BEFORE,
  CUSTOMER_BEFORE,
  locate,
  NEVER_STARTS,
  READ_AROUND,
  VAGUE,
  type CustomerFound,
  type FindKnown,
} from './customer-context';
import { CALLED, WHO } from './customer-signs';
import { hasLegalForm, namesOrganisation } from './name-words';

/** A label, and everything in its field. */
const LABELLED = new RegExp(
  `\\b(?:(?:end[- ]?)?(?:customer|client|account|cust|kunden?|cliente|klant)\\s*(?:name)?\\s*(?:[:=]|${WHO}?(?<!\\p{L}(?=\\p{L}))${CALLED}(?!\\p{L}))|(?:company|organi[sz]ation|firma|entreprise|empresa|azienda|bedrijf)\\s*:)\\s*([^;|\\n?!:=]{2,90})`,
  'iu',
);
const LABELLED_SCRIPT =
  /(?:顧客名?|お客様名?|客户|客戶|고객)\s*(?:は|:|：|是|=|은|는)\s*([^\s、。，,；;]+?)(?=です|でございます|[\s、。，,；;]|$)/u;
const MARKED_SCRIPT =
  /([\p{Script=Han}\p{Script=Katakana}ー・A-Za-z0-9]{2,30}?)(?:様|さん|社)?(?:向け|のため|の案件|のプロジェクト|のお客様|様)/u;
const QUOTED = /(?:["“„«「『]|(?<=\s)['‘])([^"“”„«»」』\n]{2,60}?)(?:["”“»」』]|['’](?![\p{L}]))/gu;
const QUOTED_FIELD = /^\s*(?:is\s+)?["“”„«'‘]([^"“”„«»'‘’]{2,60})["“”»'’]/u;
const THEY_ARE_CALLED =
  /\b(?:they|it|who|which|customer|client)(?:['’](?:re|s)|\s+(?:is|are))\s+(?:(?:really|actually)\s+)?(?:called|named)\s*$/iu;
/** A name in quotes and in a script without the letters of a product's name. */
const FOREIGN =
  /^(?!.*[\p{Script=Latin}\p{Script=Hiragana}])(?=\P{Ll})\p{L}[\p{L}\p{N}.&-]*(?:\s[\p{L}\p{N}.&-]+){0,3}$/u;
/** "ООО «Маяк»": the legal form before the quotes belongs to the name. */
const FORM_BEFORE_QUOTES = /[А-ЯІЇЄҐ]{2,4}\s*$/u;
const GENERIC_SCRIPT = /^(?:お客様|顧客|弊社|当社|自社|銀行|会社|客户)$/u;

export function createMarkedFinder(findKnown: FindKnown): (text: string) => CustomerFound | null {
  const findLabelled = (text: string): CustomerFound | null => {
    const labelled = LABELLED.exec(text);
    if (labelled?.[1] === undefined) return null;
    const end = labelled.index + labelled[0].length;
    // The next label ends the field, and is no part of it.
    const value = /^\s*[:=]/u.test(text.slice(end))
      ? labelled[1].replace(/[\s,.]+(?:solution\s+)?\p{L}+\s*$/u, '')
      : labelled[1];
    const field = cutField(value, findKnown(value));
    const isQuoted = QUOTED_FIELD.test(value);
    if (field.length < 2 || (!isQuoted && (NEVER_STARTS.test(field) || VAGUE.test(field)))) return null;
    return locate(text, field, labelled.index);
  };

  const findQuoted = (text: string): CustomerFound | null => {
    for (const match of text.matchAll(QUOTED)) {
      const lead = text.slice(Math.max(0, match.index - READ_AROUND), match.index);
      const form = FORM_BEFORE_QUOTES.exec(lead)?.[0] ?? '';
      const name = form === '' ? (match[1] ?? '').trim() : `${form}${match[0]}`;
      const before = lead.slice(0, lead.length - form.length);
      const isCustomer =
        CUSTOMER_BEFORE.test(before) ||
        CONNECTOR_BEFORE.test(before) ||
        THEY_ARE_CALLED.test(before) ||
        FOREIGN.test(name);
      if (isCustomer && name.length > 1 && findKnown(name)[0]?.from !== 0)
        return locate(text, name, match.index - form.length);
    }
    return null;
  };

  const findInScript = (text: string): CustomerFound | null => {
    if (!/\p{Lo}/u.test(text)) return null;
    const name = LABELLED_SCRIPT.exec(text)?.[1] ?? MARKED_SCRIPT.exec(text)?.[1] ?? findAmongLatin(text);
    return name === undefined || findKnown(name)[0]?.from === 0 || GENERIC_SCRIPT.test(name)
      ? null
      : locate(text, name, text.indexOf(name));
  };

  return (text) => findLabelled(text) ?? findQuoted(text) ?? findInScript(text);
}

/** "ADS 株式会社… Fabric": the only word of another script in a message of Latin words. */
function findAmongLatin(text: string): string | undefined {
  const words = text.split(/[\s,;:|]+/u).filter((word) => word !== '');
  const strange = words.filter((word) => /\p{Lo}/u.test(word));
  const isOnly = strange.length === 1 && words.length > 1 && words.length - strange.length <= MOST_LATIN;
  return isOnly &&
    /^\p{L}{3,20}$/u.test(strange[0] ?? '') &&
    !/[\p{Script=Hiragana}]$/u.test(strange[0] ?? '')
    ? strange[0]
    : undefined;
}
const MOST_LATIN = 12;

const ENDS_FIELD =
  /\s+(?:and|on|in|for|with|who|wants?|needs?|please|pls|they|we|is|has|about|by|until|before|zu|zum|zur|für|mit|bis|über|bitte|braucht|möchte|will|sur|pour|avec|avant|veut|sobre|para|con|antes|hasta|quiere|necesita|su|sul|sulla|per|entro|vuole|com|até|quer|precisa|over|voor|met|uiterlijk|wil|heeft)(?!\p{L}).*$/u;

/** "Fabrikam, area AKS": in a label's field the name ends where the next label or something known begins. */
function cutField(field: string, found: readonly Found<string>[]): string {
  const next =
    /[,.]?\s+(?:solution\s)?\p{L}+\s*[:=].*$|\s(?:They|We|He|She|It|I|There|Please|Our|This)\s+\p{Ll}.*$|(?<!\b(?:St|Dr|Mt|No|Co|Bros|Gebr|Inc|Ltd))\.\s+\p{L}.*$|,(?!\s*(?:Ltd|Inc|LLC|Corp|S\.?A|GmbH|LP|plc)\b).*$/iu;
  const quoted = QUOTED_FIELD.exec(field)?.[1];
  if (quoted !== undefined) return quoted.trim();
  let text = field.replace(next, '');
  const known = found.find(
    ({ from, value }) =>
      from === 0 || (from < text.length && /\p{Lu}/u.test(value) && !endsInOrganisation(text)),
  );
  if (known !== undefined) text = text.slice(0, known.from);
  return text
    .replace(/^\s*(?:is)\s+/iu, '')
    .replace(ENDS_FIELD, (tail) => (/^\s+and\s+\p{Lu}/u.test(tail) ? tail : ''))
    .replace(/^[\s"“”'‘(]+|[\s"“”,;:)(-]+$/gu, '')
    .replace(/(?<!\b(?:Inc|Ltd|Co|Corp|S\.A|\p{Lu}))\.$/u, '');
}

function endsInOrganisation(text: string): boolean {
  const last = text.trim().split(/\s+/u).at(-1) ?? '';
  return namesOrganisation(last) || hasLegalForm(text.trim());
}
