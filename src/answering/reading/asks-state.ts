import { OPENS_FORM, type Dialogue } from '../dialogue';

const STATE =
  /^\s*(?:(?:so|and|ok|hey|then)[,\s]+)*(?:(?:what['’]?s|what\s+is|how\s+is)\s+)?(?:the\s+)?(?:current\s+)?(?:state|status)(?:\s+(?:of|on|with)\s+(?:it|that|this|that one|this one|mine))?(?:\s+now)?\W*$/iu;

/** "What's the state of it?" after a message about a request asks for that request's status. */
export function asksState(text: string, { turns }: Dialogue): boolean {
  const last = turns.at(-1);
  return (last?.topic === OPENS_FORM || last?.offersService !== undefined) && STATE.test(text);
}
