/**
 * What around a name speaks for the customer's, or against it. A name counts from ENOUGH on; the weights were set by
 * the tests of find-customer and the labelled requests.
 */

export const ENOUGH = 2;

const CUSTOMER = '(?:end[- ])?(?:customer|client|account|prospect|kunde|kunden|klant|cliente|klient)s?';
const PLEASE = '(?:please|pls|plz)';
/** Our, the, a: what may stand between a sign and the name. */
const ARTICLES =
  '(?:(?:our|the|my|this|that|new|big|existing|potential|unser(?:en|em|e|er)?|den|dem|die|der|le|la|notre|el|il|lo|nuestro|nostro|nosso|o|a|de|het|onze)\\s+){0,2}';

/** Gives a name, in the languages that people write requests in. */
export const CALLED =
  "(?:(?:(?:is|are)\\s+|['’](?:s|re)\\s+)?(?:called|named)|name\\s+is|goes\\s+by|hei(?:ß|ss)(?:t|en)|nennt\\s+sich|s['’]appelle(?:nt)?|se\\s+(?:nomme|llaman?|chamam?)|chamam?-se|si\\s+chiama(?:no)?|he(?:et|ten))";
/** May stand between the word for a customer and that: "our customer, who is called". */
export const WHO =
  "(?:[\\s,;.]+(?:(?:who|which|that|they|qui|il|elle|ils|que|él|ella|che|lui|lei|der|die|das|er|sie|es|hij|zij|ze|ele|ela)(?:\\s+|(?=['’])))?)";
export type Side = 'before' | 'after';
type Sign = readonly [side: Side, sign: RegExp, weight: number];

const before = (sign: string, weight: number): Sign => ['before', new RegExp(`${sign}$`, 'iu'), weight];
const after = (sign: string, weight: number): Sign => ['after', new RegExp(`^${sign}`, 'iu'), weight];

/** Which words join a name to what is asked for: "for Contoso", "at Contoso", "bei Contoso". */
export const CONNECTOR = `(?:\\b(?:for|4|at|with|on behalf of|für|fuer|bei|pour|chez|avec|para|con|per|presso|com|voor|bij|met)|w\\/|@)\\s*`;
/** What corrects an earlier name. */
const CORRECTION =
  "(?:\\bnot\\s+[^,.;:!?]{2,40}?[,.;:\\s–—-]+(?:but|rather|it['’]?s|it\\s+is)|\\b(?:i|we)\\s+(?:actually\\s+)?mea?nt?(?:\\s+to\\s+(?:say|write))?|\\bi\\s+mean|\\bsorry(?:\\s+(?:it(?:['’]?s| is)|that(?:['’]?s| is)))?|\\bcorrection|\\bactually(?:\\s+(?:it(?:['’]?s| is)))?|\\b(?:make|call)\\s+(?:it|that)|\\bshould\\s+(?:be|have\\s+been|read|say)|\\b(?:change|switch|correct)\\s+(?:it|that|the\\s+(?:customer|client|name))(?:\\s+name)?\\s+to|\\brather|\\bwait|\\boops|\\b(?:it|this)(?:['’]?s| is)\\s+(?:actually|really|now))";

export const SIGNS: readonly Sign[] = [
  before(`\\b${CUSTOMER}(?:${WHO}(?:is|ist|est|es|è|é|${CALLED}|name))?[\\s,:=("“'–-]*(?:the\\s+)?`, 4),
  before(
    `\\b(?:opportunity|deal|lead|project|pursuit|tender)(?:\\s+(?:is|called|named))?\\s*(?:at|with|for|of|:|=)\\s*${ARTICLES}`,
    4,
  ),
  before(`${CONNECTOR}${ARTICLES}["“'„«]?`, 2),
  before(
    `\\b(?:they|it)(?:['’](?:re|s)|\\s+(?:is|are))\\s+(?:(?:really|actually)\\s+)?(?:called|named)\\s+["'“‘«„]?`,
    4,
  ),
  // A share or a day that stands between: "for 30% Contoso", "by 24.12 Contoso".
  before(
    `(?:${CONNECTOR}|\\b(?:by|on|until|before|bis|am|vor|zum)\\s+)(?:\\d{1,3}\\s?%\\s+(?:of\\s+)?|\\d{1,2}[./]\\d{1,2}\\.?,?\\s+)`,
    2,
  ),
  before(
    `\\b(?:into|to|of|about|visit|help|serve|accompany|join|from|regarding|re|von|de|di)\\s+${ARTICLES}`,
    1,
  ),
  before(
    '\\b(?:chasing|pitching|pursuing|courting|winning|win|visiting|helping|serving|advising|supporting|onboarding|meeting|moving|migrating|migrate|move|onboard|visit|selling to|talking to|working with)\\s+(?:the\\s+)?',
    1,
  ),
  before(
    `${CORRECTION}[\\s,.:;–—-]+(?:(?:it|that)(?:['’]?s| is)\\s+)?(?:for\\s+|with\\s+|at\\s+)?${ARTICLES}`,
    4,
  ),
  // "Can Woodgrove Bank open tickets?", not one word alone, which may be a colleague's name.
  before('(?:^|[.!?]\\s+)(?:can|could|may|should|does|did|will|would|is|has)\\s+', 0.75),
  before(`\\bfor\\s+${PLEASE}\\s+`, 1),
  // What else a capital may begin: a place, a tool, a colleague, a rival, another name.
  before('\\b(?:on|using|via|through|running|into\\s+production\\s+on)\\s+(?:the\\s+)?', -0.5),
  before(
    '\\b(?:in|near|around|outside|across|based\\s+in|live\\s+in|from\\s+(?:the\\s+)?(?:north|south|east|west)\\s+of)\\s+(?:the\\s+)?',
    -3,
  ),
  before(
    "\\b(?:ask|tell|contact|cc|via|through|thank|(?:goes?|send it|hand it|give it|assign it|pass it|route it)\\s+to|colleague|manager|architect|my\\s+name\\s+is|name's|I am|I['’]m|this\\s+is|here\\s+is|hi|hello|hey|dear|thanks|regards|cheers)[\\s,]+",
    -3,
  ),
  before(`\\b(?:we|i|on|nous|wir|ich)(?:['’](?:re|m))?\\s+(?:(?:are|am)\\s+)?${CALLED}\\s+`, -6),
  before("\\b(?:we|i)(?:['’]re|['’]m| are| am)?\\s+(?:(?:a|the)\\s+\\p{L}+\\s+)?(?:from|at|with|of)\\s+", -6),
  before(
    "\\b(?:not|isn['’]?t|no\\s+longer|instead\\s+of|rather\\s+than|unlike|as\\s+(?:with|for|at)|like|similar\\s+to|same\\s+as\\s+(?:for|with|at)|after\\s+(?:the\\s+one\\s+)?(?:for|with|at)|competing\\s+(?:with|against)|compete\\s+(?:with|against)|competitor|competitors|beat|versus|vs\\.?|against|formerly|previously|used\\s+to\\s+be|other\\s+than|except|nicht|pas|non|niet)\\s+(?:for\\s+|with\\s+|at\\s+)?(?:the\\s+)?",
    -6,
  ),
  after("['’](?:s\\b)?", 1.5),
  after(
    '[”"’\')]?\\s+(?:(?:just|now|also|really|still|already)\\s+)?(?:needs?|wants?|has|have|is|are|asked|asks|would|will|sent|runs?|plans?|signed|sits?|uses?|got|gave|issued|wish(?:es)?|looks?|started|bought|issued|published|moves?|migrates?|invited|hired|decided|intends?|expects?|chose|released|braucht|möchte|will|hat|plant|veut|souhaite|quiere|necesita|vuole|quer|precisa|wil|heeft)\\b',
    2,
  ),
  after(
    "(?:['’]s?)?\\s+(?:deal|opportunity|account|pursuit|project|tender|rf[ipq]|bid|contract|proposal|case|workshop|migration|roll-?out|engagement|estate|tenant|opp)\\b",
    1.5,
  ),
  after('\\s*[(,–-]\\s*(?:(?:our|the|a|my|new)\\s+)?(?:end[- ])?(?:customer|client|prospect|account)\\b', 4),
  after('\\s+(?:is|as|are)\\s+(?:our|the|a|my)\\s+(?:end[- ])?(?:customer|client|prospect|account)\\b', 4),
  after('[\\s,]+(?:instead|not\\s+\\p{Lu})', 2.5),
  // "in Contoso's tenant": a possessive is no place.
  after(
    "['’]s?\\s+(?:\\p{L}+\\s+){0,2}(?:tenants?|environments?|estate|network|subscriptions?|data|systems?|servers?|production|infrastructure|users?|staff|people|team|migration|platform|portal|app|apps|plan|design|board|cto|cio|ciso|architects?|auditors?|admins?|it)\\b",
    3,
  ),
  after('\\s+(?:office|site|branch|campus|region|headquarters|time|area|team)s?\\b', -3),
];

/** Stands between two names that are both meant: "Contoso and Fabrikam", "an ADS for Contoso and a POC for Fabrikam". */
export const JOINS_TWO =
  /^['’s]*\s*(?:,?\s+(?:in|near|from)\s+\p{Lu}[\p{L}-]+)?(?:[,;]?\s*(?:\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bor\b|\boder\b|\bou\b|\bo\b|\bof\b|&|\+|\/|\bplus\b|\bas well as\b|\b(?:if|when) not,?)\s+(?:(?:also|then|maybe|possibly|perhaps|later|else|for|at|with|the|one|a|another|an|our|second|für|pour|para|per|voor)\s+|[\p{L}-]+\s+(?=(?:[\p{L}-]+\s+){0,4}(?:for|at|with)\s+$)){0,6})$/u;

/** Of a colleague: "Priya, our manager". What a role is called is the content's to say. */
export const BEFORE_ROLE = /^\s*[,(]\s*(?:(?:my|our|your|the|a)\s+)?/iu;
export const AFTER_ROLE = /^\s*(?:[,.;)!?]|$|\s(?:to|for|about)\b)/iu;
/** "Priya from the desk" */
export const OF_OURS = /^\s+(?:from|of)\s+(?:the\s+|our\s+)?/iu;
export const COLLEAGUE = -6;
