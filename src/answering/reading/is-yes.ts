const YES =
  /^(?:(?:yes|yep|yeah|sure|ok(?:ay)?|ja|oui|sí|si|sì|sim|はい)[\s,.!]*)?(?:(?:please\s+)?(?:send|do|request)(?:\s+(?:it|that|this))?|let['’]?s do (?:it|that|this)|(?:yes|yep|yeah|sure|ja|oui|sí|sì|sim|はい)|(?:bitte\s+)?senden|envoyer|go ahead)[\s.!]*(?:please|bitte)?[\s.!]*$/iu;

/** "Yes", "ok, do it": nothing but consent to what the bot offers. "Ok" alone may only mean that it was read. */
export function isYes(text: string): boolean {
  return YES.test(text.trim());
}
