/** What people put below a message names their own company, never the customer. */
const SIGNATURE =
  /(?:\bsent from my \p{L}+|\b(?:best|kind|warm) regards|(?<=[.!?\n]\s*)regards|mit freundlichen grüßen|cordialement|,\s*(?:c[a-z]o|vp|director|(?:\p{L}+ )?manager|(?:\p{L}+ )?(?:consultant|engineer|architect))\s*[,|@]\s*(?=\p{Lu}))[^.!?]*(?:\.\s*)?$/iu;

/** Cuts at the signature; positions before it stay valid. */
export function cutAtSignature(text: string): string {
  return text.replace(SIGNATURE, '');
}
