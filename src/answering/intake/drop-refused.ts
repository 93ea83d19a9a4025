/**
 * What a request says that it's not about: "no training needed", "we do NOT need a POC", "it isn't a break-fix thing".
 * The rest is what is asked for. It errs on the side of leaving words in.
 */
const NOT =
  "(?:do(?:es)?\\s+not|do(?:es)?n['’]?t|did\\s+not|didn['’]?t|won['’]?t|will\\s+not|no\\s+longer|never)";
const IS_NOT = "(?:(?:is|are|was)\\s+not|(?:is|are|was)n['’]?t|['’](?:s|re)\\s+not)";
const WANT =
  '(?:need|want|require|mean|ask(?:ing)?(?:\\s+(?:you\\s+)?for)?|expect|look(?:ing)?\\s+for|have\\s+to\\s+have)';
/** Up to the end of the clause. */
const CLAUSE =
  "(?:(?!\\bbut\\b|\\bjust\\b|\\bonly\\b|\\bwe\\b|\\bi\\b|\\brather\\b|\\binstead\\b|\\bit['’]?s\\b|\\band\\s+(?:we|i|they|please)\\b|\\bon\\s+\\p{Lu})[^,.;:!?()–—]){1,70}";
const REFUSED = [
  `\\b(?:we|i|they|you)?\\s*(?:really\\s+)?${NOT}\\s+(?:\\p{L}+\\s+){0,2}?${WANT}\\b${CLAUSE}`,
  `\\b(?:this|that|it|we)?\\s*${IS_NOT}\\s+(?:really\\s+)?(?:about|for|after|looking\\s+for|asking\\s+for|interested\\s+in|an?|any)\\s${CLAUSE}`,
  `\\b(?:no|zero)\\s+(?!problem|wait|idea|rush|worries|hurry|customer|client|deal|opportunity|one\\b|need\\b|end)(?:[\\p{L}\\p{N}-]+\\s+){1,4}?(?:needed|required|necessary|wanted|involved|please|thanks|whatsoever)`,
  `\\bno\\s+need\\s+(?:for|to)\\b${CLAUSE}`,
  `(?:^|[,;(–—-]\\s*)(?:and\\s+)?no\\s+(?:training|implementation|troubleshooting|break-?fix|on-?site|hands-on|pricing|coding|code|development|migration|support|travel|visit|staff)\\p{L}*(?:\\s+or\\s+\\p{L}+)?`,
  `\\bwithout\\s+(?:any\\s+|the\\s+)?(?:training|implementation|troubleshooting|break-?fix|on-?site|hands-on|pricing|coding|development|travel)\\p{L}*(?:\\s+or\\s+\\p{L}+)?`,
  `\\b(?:rather\\s+than|instead\\s+of|as\\s+opposed\\s+to|(?<=\\brather\\b[^.!?]{1,40}\\s)than)\\s+(?:an?\\s+|the\\s+)?${CLAUSE}`,
  `(?:^|[,;(.!?–—-]\\s*)not\\s+(?:an?|any|the|about|for|looking|asking)\\s+${CLAUSE}`,
  `\\b(?:nothing|none\\s+of\\s+it)(?:\\s+is|['’]s)\\s+(?:broken|down|failing)`,
  `\\b(?:kein(?:e|en|er|em)?)\\s+[\\p{L}-]+(?:\\s+(?:nötig|erforderlich|gewünscht|notwendig))`,
  `\\bpas\\s+(?:de|besoin\\s+d[e'’])\\s*[\\p{L}-]+`,
].map((source) => new RegExp(source, 'giu'));
/** About the request itself, and not a task. */
const ABOUT_ITSELF =
  /\b(?:(?:all\s+)?the\s+rest|everything\s+else|all\s+else|other\s+than\s+that)\b[^.!?;,]*\b(?:stays?|remains?|is|as|the\s+same|unchanged|fine|before|correct|right)\b[^.!?;,]*|\b(?:same|as)\s+(?:as\s+)?(?:before|above|earlier)\b|\bkeep\s+(?:the\s+rest|everything\s+else|it)\b[^.!?;,]*/giu;

export function dropRefused(text: string): string {
  const rest = [...REFUSED, ABOUT_ITSELF].reduce((left, refused) => left.replace(refused, ' '), text);
  const folded = rest
    .replace(/\s+([,.;:!?])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\p{L}{3,}/u.test(folded) ? folded : text;
}
