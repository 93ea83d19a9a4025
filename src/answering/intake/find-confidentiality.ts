/**
 * Whether a message asks to keep the customer's name confidential, in the languages in which people write to the bot.
 */
const CONFIDENTIAL =
  '(?:strictly |streng )?(?:confidential(?:ly|ity)?|in confidence|vertraulich\\w*|confidentiel\\w*|confidencia(?:l|is|les|lidad|lidade)\\w*|riservat[oaie]|riservatezza|confidenziale|sigilo(?:so)?|vertrouwelijk\\w*|geheim\\w*|secret\\w*|segret[oa]|secreto|under (?:an? )?(?:nda|embargo)|anonym(?:ous(?:ly)?)?|anónimo|anonimo|anoniem|hush[- ]hush|off the record|discreet(?:ly)?)';
const NAME =
  '(?:name|names|identity|who (?:it|they|the (?:customer|client)) (?:is|are)|customer|client|kunden?(?:name)?n?s?|namen?|nom|client|identité|nombre|cliente|identidad|identità|nome|klant(?:naam)?|naam|it|this|that|them|es|le|lo|het|dit)';
/** About the technology, or what the customer keeps, and not about the customer's name. */
const OF_THINGS =
  /^[\s-]*(?:computing|ledger|vms?|virtual|containers?|compute|data|documents?|files?|information|records?|content|mail|workloads?|nodes?|enclaves?|labels?|daten|dokumente|données|datos|dati|dados|gegevens|management|manager|store|scanning|rotation|keys?|sauce|values?)\b/iu;
const SAYS = new RegExp(`(?<!\\p{L})${CONFIDENTIAL}(?!\\p{L})`, 'giu');
const NEGATED =
  /(?:\b(?:not|n['’]t|nothing|no longer|isn['’]?t|needn['’]?t be|no need to keep|nicht|kein\w*|pas|rien de|no es|nada|non è|não é|niet|geen)\s+(?:\p{L}+\s+){0,2})$/iu;
const WITHHOLDS = new RegExp(
  [
    `\\b(?:do not|don['’]?t|please don['’]?t|never|can(?:no|['’])t|must not|mustn['’]?t|may not|not allowed to)\\s+(?:\\w+\\s+){0,2}?(?:name|mention|share|reveal|disclose|show|publish|spread|tell (?:anyone|others|people)|pass on)\\b[^.!?]{0,30}?\\b${NAME}\\b`,
    `\\b(?:keep|leave|hide|treat|hold)\\s+(?:\\w+\\s+){0,3}?${NAME}\\b(?:['’]s)?(?:\\s+name)?[^.!?]{0,20}\\b(?:to (?:yourself|yourselves|ourselves)|out of (?:it|this|the (?:channel|queue|card))|quiet|private|under wraps|hidden|low|back)\\b`,
    `\\bname(?:s)? (?:must|should|may|can) ?not be (?:shared|shown|mentioned|disclosed|public)`,
    `\\b(?:namen?|kunden?)\\b[^.!?]{0,30}\\bnicht\\s+(?:nennen|genannt|weitergeben|weitergegeben|erwähnen|veröffentlichen|zeigen)`,
    `\\bne (?:pas )?(?:\\p{L}+ )?(?:citer|mentionner|divulguer|communiquer|révéler|citez|mentionnez|divulguez)\\b`,
    `\\bne (?:doit|peut) pas être (?:cité|mentionné|divulgué|communiqué|révélé|connu)`,
    `\\bno (?:se )?(?:mencion|divulg|revel|compart)\\p{L}+`,
    `\\bnon (?:si )?(?:citi|citare|citate|fate il nome|(?:menzion|divulg|rivel|condivid)\\p{L}+)`,
    `\\bnão (?:se )?(?:mencion|divulg|revel|partilh|compartilh)\\p{L}+`,
    `\\b(?:naam|klant)\\b[^.!?]{0,30}\\bniet\\s+(?:noemen|genoemd|delen|vermelden)`,
    `(?:社名|顧客名|名前|名称|お客様名)[^。]{0,12}(?:伏せ|出さ|公開しない|言わない|内密|秘密|非公開)`,
    `機密(?!データ|情報|文書|ファイル)|内密|極秘|非公開で`,
  ].join('|'),
  'iu',
);

export function asksForConfidence(text: string): boolean {
  if (WITHHOLDS.test(text)) return true;
  return [...text.matchAll(SAYS)].some(({ 0: word, index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    const after = text.slice(index + word.length);
    if (NEGATED.test(before) || OF_THINGS.test(after)) return false;
    const near = `${text.slice(Math.max(0, index - 60), index)} ${after.slice(0, 40)}`;
    const isSecret = /^(?:secret|secreto|segret|geheim|anonym|anon)/iu.test(word);
    return !isSecret || new RegExp(`(?<!\\p{L})${NAME}(?!\\p{L})`, 'iu').test(near);
  });
}
