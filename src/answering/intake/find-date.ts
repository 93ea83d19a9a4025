const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const WHEN = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}',
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?: \\d{4})?`,
    `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    '\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?',
    `(?:next|this|coming) (?:week(?:end)?|month|quarter|year|${DAY})`,
    `(?:by|on|before|until|due) (?:${DAY}|${MONTH}|christmas|easter|q[1-4]|end of (?:the )?(?:week|month|quarter|year|${MONTH}))`,
    'in (?:a|one|two|three|four|five|six|\\d+) (?:days?|weeks?|months?)',
    'tomorrow|asap|end of (?:the )?(?:week|month|quarter|year)',
  ].join('|'),
  'i',
);

/** When it is wanted, in the person's own words; null where nothing was said. No date is computed from it. */
export function findWantedBy(text: string): string | null {
  const found = WHEN.exec(text)?.[0];
  return found === undefined ? null : found.replace(/^(?:by|on|before|until|due)\s+/i, '');
}
