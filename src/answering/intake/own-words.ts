/**
 * The part of a message that is the writer's own: no signature, no quoted reply, and a forwarded mail only if the
 * writer points at it. It needs the line breaks, so it comes before anything removes them.
 */
const QUOTED_BELOW = [
  /^[ \t]*-{2,}[ \t]*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht)[ \t]*-{2,}/imu,
  /^[ \t]*_{8,}[ \t]*$/mu,
  /^[ \t]*(?:from|von|de|da|van|差出人)[ \t]?:[^\n]{1,200}\n[ \t]*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|data|oggetto|assunto|verzonden|aan|onderwerp|送信日時|宛先|件名)[ \t]?:/imu,
  /^[ \t]*(?:begin forwarded message|fwd?|wg|tr|rv|i)[ \t]?:[ \t]*$/imu,
  /^[ \t]*(?:on|am|le|el|il|em|op)\b[^\n]{4,160}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)[^\n]{0,80}:[ \t]*$/imu,
];
const QUOTED_LINE = /^[ \t]*>.*$/gmu;
/** The mark of mail programs for a signature, or a farewell on a line of its own. */
const SIGNATURE =
  /^[ \t]*(?:--[ \t]*|(?:(?:kind|best|warm|many)[ \t]+)?(?:regards|wishes|thanks)|best|thanks(?:[ \t]+(?:a lot|in advance|so much|and regards))?|thank you(?:[ \t]+(?:very much|in advance))?|thx|cheers|yours(?:[ \t]+\p{L}+)?|sincerely|br|kr|(?:viele|beste|liebe|freundliche|mit freundlichen|schöne)[ \t]+grüßen?|mfg|vg|lg|(?:bien[ \t]+)?cordialement|bien à vous|(?:un[ \t]+)?(?:cordial[ \t]+)?saludos?(?:[ \t]+cordiales)?|(?:cordiali[ \t]+)?saluti|(?:atenciosamente|cumprimentos|abraços?)|(?:met[ \t]+)?vriendelijke[ \t]+groet(?:en)?|groet(?:en|jes)?|よろしくお願いします|sent from my [^\n]{1,40}|von meinem [^\n]{1,40} gesendet)[ \t]*[,.!–-]*[ \t]*$/imu;
/** "Thanks, Maya" at the very end. */
const SIGNED_OFF =
  /(?<=[.!?\n])\s*(?:(?:kind|best|warm)\s+)?(?:thanks|thank you|thx|regards|cheers|danke|merci|gracias|grazie|obrigad[oa]|bedankt|best|br)\s*[,!–-]?\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?\s*[.!]?\s*$/iu;
const LONGEST_SIGNATURE_LINES = 8;

/** What the writer says of the mail below: it holds the request. */
const POINTS_BELOW =
  /\b(?:below|fyi|fwd|forward(?:ed|ing)|(?:book|arrange|handle|organi[sz]e|set up|take care of|start|do|take|request|submit|send) (?:this|that|it|them)|siehe unten|unten|weitergeleitet|ci-dessous|plus bas|abajo|más abajo|qui sotto|di seguito|abaixo|hieronder|onderstaand\p{L}*)\b|下記|以下/iu;
const MOST_WORDS_OF_POINTER = 25;
const HEADER =
  /^[ \t]*(?:from|sent|date|to|cc|bcc|reply-to|importance|attachments?|von|gesendet|datum|an|de|envoyé|à|enviado|para|da|inviato|data|van|verzonden|aan|差出人|送信日時|宛先)[ \t]?:.*$/gimu;
const SUBJECT =
  /^[ \t]*(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|件名)[ \t]?:[ \t]*(?:(?:re|fwd?|aw|wg|tr|rv|i)[ \t]?:[ \t]*)*(.*)$/gimu;
/** "Ana Souza, Contoso" as the last line: who wrote the mail. */
const NAME_LINE = /\n[ \t]*\p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+)?[ \t]*[,|·–-][^\n.?!]{2,80}$/u;
/** Where a customer's own mail says who writes. */
const WRITER =
  /\b(?:we|here|us)\s+at\s+(?=\p{Lu})|\bwe\s+(?:from|of)\s+(?=\p{Lu})|\bwir\s+(?:von|bei)(?:\s+der)?\s+(?=\p{Lu})/giu;

/**
 * The whole text where nothing of it is the writer's own, as in a mail that was only forwarded. Where the writer just points
 * at the mail below, that mail is read as well, without its headers and its signature.
 */
export function findOwnWords(raw: string): string {
  const lines = raw
    .replace(/\r\n?/gu, '\n')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>/giu, '\n')
    .replace(/<blockquote\b[\s\S]{0,20000}?<\/blockquote>/giu, '\n');
  const starts = Math.min(...QUOTED_BELOW.map((mark) => mark.exec(lines)?.index ?? lines.length));
  const above = lines.slice(0, starts);
  const own = dropSignature(above.replace(QUOTED_LINE, '')).replace(SIGNED_OFF, '').trim();
  const hasOwn = /\p{L}{2,}/u.test(own);
  const isPointer = !hasOwn || (POINTS_BELOW.test(own) && own.split(/\s+/u).length <= MOST_WORDS_OF_POINTER);
  const quoted = isPointer ? readQuoted(above, lines.slice(starts)) : '';
  if (quoted === '') return hasOwn ? own : raw;
  return hasOwn ? `${own}\n\n${quoted}` : quoted;
}

/** What the mail below says: quoted line by line, or after its headers. */
function readQuoted(above: string, below: string): string {
  const marked = [...above.matchAll(QUOTED_LINE)].map(([line]) => line.replace(/^[ \t>]+/u, ''));
  const mail = [...marked, below.replace(/^[ \t]*>+/gmu, '')]
    .join('\n')
    .replace(HEADER, '')
    .replace(SUBJECT, '$1.');
  const text = QUOTED_BELOW.reduce((left, mark) => left.replace(mark, ''), mail);
  const said = dropSignature(text.trim()).replace(SIGNED_OFF, '').trim().replace(NAME_LINE, '');
  return said.replace(WRITER, 'our customer ').trim();
}

const ASKS_ABOUT_QUOTE =
  /\b(?:who|somebody|someone|anybody|anyone|help|assist|hand|answer|reply|respond|tell (?:them|him|her))\b/iu;
const MOST_WORDS_ABOUT_QUOTE = 14;

/** "Can someone help with this?" above a forwarded mail tells nothing without the mail. */
export function needsQuote(own: string): boolean {
  return own.split(/\s+/u).length <= MOST_WORDS_ABOUT_QUOTE && ASKS_ABOUT_QUOTE.test(own);
}

function dropSignature(text: string): string {
  const signature = SIGNATURE.exec(text);
  if (signature === null) return text;
  const rest = text.slice(signature.index + signature[0].length);
  return rest.split('\n').filter((line) => line.trim() !== '').length <= LONGEST_SIGNATURE_LINES
    ? text.slice(0, signature.index)
    : text;
}
