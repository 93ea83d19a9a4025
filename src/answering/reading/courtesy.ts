/** Words around a question that aren't part of it: greetings, thanks, and the start of a correction. */
const GREETING =
  /^\s*(?:(?:good (?:morning|afternoon|evening|day)|hi(?: there| all| team)?|hello(?: there| all)?|hey(?: there)?|dear (?:team|all|bot)|guten (?:tag|morgen|abend)|hallo|bonjour|buenos días|hola|buongiorno|ciao|bom dia|olá|goedemorgen|goedendag)(?:\s+(?:team|everyone|all|bot|there|zusammen))?\s*[,!.:–-]+\s*|(?:(?:just )?(?:a |one )?(?:quick|short|brief|small) (?:question|one)|kurze frage|eine frage|une question)\s*[,:–-]+\s*)+/iu;
const THANKS =
  /[\s,;.!?–-]+(?:(?:many )?thanks|thank you|thx|ty|cheers|danke(?: schön)?|vielen dank|merci(?: d['’]avance)?|gracias|grazie|obrigad[oa]|bedankt|dank je)(?:\s+(?:a lot|so much|very much|in advance|for your help|im voraus))?\s*[.!]*\s*$/iu;
/** "No, I meant ...", "not that. ...": only what follows counts. */
const CORRECTION =
  /^\s*(?:(?:no|nope|nah|wait|sorry)[\s,.!:;–-]+(?:(?:i|we)\s+mean(?:t)?\s+(?:only\s+)?)|not\s+(?:that|this)(?:\s+one)?\s*[,.!:;–-]+\s*)/iu;
const LEAST_WORDS = 3;

/** Without "no, I meant" in front. */
export function dropCorrection(text: string): string {
  return text.replace(CORRECTION, '');
}

/** The whole text where nothing else was said. */
export function dropCourtesy(text: string): string {
  const isQuestion = text.includes('?');
  const rest = text
    .replace(GREETING, '')
    .replace(THANKS, isQuestion ? '?' : '')
    .replace(/\?\?$/u, '?')
    .trim();
  return rest.split(/\s+/u).length >= LEAST_WORDS ? rest : text;
}
