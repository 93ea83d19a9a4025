/**
 * The words of a text as parts of a name: which may begin one, which may join two parts, and where one ends. Letter
 * case is the first sign in scripts that have it; in the others every word may be a name.
 */

export type WordKind = 'name' | 'joint' | 'plain' | 'other';

export interface NameWord {
  /** Without the marks around it. */
  readonly core: string;
  readonly from: number;
  readonly to: number;
  readonly kind: WordKind;
  readonly startsSentence: boolean;
  /** A mark before it or after it keeps it apart from its neighbour. */
  readonly opensGroup: boolean;
  readonly closesGroup: boolean;
}

const OPENING_MARKS = /^[\s"'“”„«»‘’‚(<[{*_@#>•·–—/-]+/u;
const CLOSING_MARKS = /[\s"“”„«»‘’)>\]}*_,;:!?…。、，：；！？•·–—/-]+$/u;
/** A dot after these belongs to the word: "St. Brigid's", "A. Datum", "Fabrikam Inc." */
const ABBREVIATION =
  /^(?:st|dr|mr|mrs|ms|prof|mt|ft|sta|sto|gebr|bros|cie|hl|univ|inc|ltd|co|corp|plc|pty|pte|\p{L}|(?:\p{L}\.)+\p{L})$/iu;
const JOINTS = new Set(
  'and & + of the de du des da do dos das del della di la le les el los las van von vom und der den het ter ten y e et i zu'.split(
    ' ',
  ),
);
/** Figures with a unit, a place in an order, or nothing but a figure. */
const FIGURE =
  /^[\d.,:/]+(?:st|nd|rd|th|k|m|mm|h|hrs?|hours?|min|pm|am|gb|tb|pb|mb|x|x\d+|%|€|\$|£|g|d|ish)?$/iu;
const CALENDAR =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|christmas|xmas|easter|q[1-4]|h[12]|kw|cw|fy\d*|januar|februar|märz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)$/iu;
const REQUEST_NUMBER = /^pd[-‐–—]?\d+$/iu;

/** "Works nr 3", "School No. 5" */
export const NUMBER_SIGN = /^(?:nr|nro|no|n[°º]|№|num)\.?$/iu;
/** "for 1. FC Contoso": the place in an order begins the name, and ends no sentence. */
const BEGINS_NAME = /(?:^|\s)(?:for|at|with|für|bei|pour|chez|customer|client|kunde)[:\s]+$/iu;

/** The words of the text, left to right. */
export function listNameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  let startsSentence = true;
  let opensGroup = true;
  for (const match of text.matchAll(/[^\s=|]+/gu)) {
    const gap = text.slice(words.at(-1)?.to ?? 0, match.index);
    const raw = match[0];
    const lead = OPENING_MARKS.exec(raw)?.[0].length ?? 0;
    let core = raw.slice(lead).replace(CLOSING_MARKS, '');
    const marked = raw.slice(lead + core.length);
    const hasDot = core.endsWith('.');
    const bare = core.replace(/\.+$/u, '');
    const isNumberSign = NUMBER_SIGN.test(bare) && /^\s*\d/u.test(text.slice(match.index + raw.length));
    const isPlace = /^\d{1,2}$/u.test(bare) && BEGINS_NAME.test(text.slice(0, match.index));
    const isAbbreviated = hasDot && (ABBREVIATION.test(bare) || isPlace || isNumberSign);
    if (hasDot && !isAbbreviated) core = bare;
    if (core === '') {
      opensGroup = true;
      continue;
    }
    const from = match.index + lead;
    words.push({
      core,
      from,
      to: from + core.length,
      kind: kindOf(core),
      startsSentence,
      opensGroup: opensGroup || lead > 0 || /[=|]/u.test(gap),
      closesGroup: marked !== '' || (hasDot && !isAbbreviated),
    });
    startsSentence = (hasDot && !isAbbreviated) || /[!?:。]/u.test(marked);
    opensGroup = false;
  }
  return words;
}

function kindOf(core: string): WordKind {
  if (core.includes('@') || /^https?:/iu.test(core) || REQUEST_NUMBER.test(core)) return 'other';
  if (JOINTS.has(core)) return 'joint';
  if (CALENDAR.test(core)) return /^\p{Ll}/u.test(core) ? 'plain' : 'other';
  // "24seven.example"
  if (/^\d+\p{L}{3,}\.\p{L}{2,}$/u.test(core)) return 'name';
  if (/^\d/u.test(core))
    return /^\d+(?:[-&‐]\p{Lu}|\p{Lu}\p{Ll}{2})/u.test(core) || /^(?:3M|\d+&\d+)$/u.test(core)
      ? 'name'
      : 'other';
  if (FIGURE.test(core)) return 'other';
  if (/^\p{Lu}|^\p{Lt}|^[dlDLO]['’]\p{Lu}/u.test(core)) return 'name';
  // "eBay", "easyJet": a capital inside.
  if (/^\p{Ll}{1,5}\p{Lu}\p{L}{2,}$/u.test(core)) return 'name';
  if (/^\p{Lo}/u.test(core)) return 'name';
  return /^\p{L}/u.test(core) ? 'plain' : 'other';
}

const FORMS =
  'Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|plc|Plc|Corp|Corporation|Co|Company|GmbH|mbH|AG|SE|KG|KGaA|OHG|UG|eG|BV|NV|SA|SAS|SARL|SpA|SRL|Srl|SL|SLU|Lda|Ltda|Oy|Oyj|AB|AS|ASA|ApS|Pty|Pte|KK|Zrt|Kft|A/S|e\\.\\s?V|e\\.\\s?K|B\\.V|N\\.V|S\\.A|S\\.A\\.S|S\\.L|S\\.p\\.A|S\\.r\\.l|S\\.A\\.R\\.L|s\\.r\\.o|a\\.s|d\\.o\\.o|K\\.K';
const LOWER_FORMS = 'gmbh|ltd|inc|llc|llp|corp|bv|nv|srl|pty|oyj|kgaa';
const FORM = `(?:sp\\. z o\\.o|${FORMS}|${LOWER_FORMS})\\.?`;
/** A company's legal form, where it follows a name. */
const FOLLOWING_FORM = new RegExp(`^,?\\s+(?:&\\s+)?${FORM}(?![\\p{L}\\p{N}])`, 'u');
const ENDS_IN_FORM = new RegExp(`(?:^|[\\s,])${FORM}$`, 'u');

/** How far the legal forms reach that follow the name which ends at `to`: "Contoso, Ltd.", "Müller GmbH & Co. KG". */
export function extendByForms(text: string, to: number): number {
  let end = to;
  for (
    let form = FOLLOWING_FORM.exec(text.slice(end));
    form !== null;
    form = FOLLOWING_FORM.exec(text.slice(end))
  )
    end += form[0].length;
  return end;
}

export function hasLegalForm(name: string): boolean {
  return ENDS_IN_FORM.test(name);
}

const KINDS_OF_ORGANISATION = new Set(
  (
    'bank banks hospital hospitals clinic trust university college school schools academy institute council authority ' +
    'ministry department museum hotel hotels airlines airways group holding holdings insurance foundation society ' +
    'association board borough county church bakery brewery winery foods coffee traders importers stores retail ' +
    'supermarkets logistics shipping transport railways energy power light water utilities pharma pharmaceuticals ' +
    'healthcare health motors automotive steel works industries manufacturing partners consultants consulting ' +
    'architects builders construction properties estates publishers publishing media press studios sons brothers ' +
    'daughters associates ventures capital corporation company enterprises solutions systems technologies labs ' +
    'laboratories telecom airport port club union federation league parks resorts farms dairy textiles toys markets ' +
    'stadtwerke sparkasse klinikum versicherung universität hochschule werke banque assurances université hôpital ' +
    'mairie banco seguros universidad hospitalar universidade banca assicurazioni università gemeente ziekenhuis'
  ).split(' '),
);

/** Whether a word says what kind of organisation bears the name: "Woodgrove Bank". */
export function namesOrganisation(word: string): boolean {
  return KINDS_OF_ORGANISATION.has(word.toLowerCase().replace(/['’]s$/u, ''));
}
