/**
 * Checks what a model returned against the content and the message. If a good answer is rejected, the reply is only
 * less helpful, but a wrong answer costs trust. So one fault rejects everything, and the local reply stands.
 */
import type { Chosen } from '../answering/dialogue';
import type { Catalogue } from './catalogue';
import type { ModelAnswer } from './model-answer';
import type { SlotReader } from './verify-slots';

export type Rejection =
  | 'malformed'
  | 'too-many'
  | 'unknown-id'
  | 'part'
  | 'verdict'
  | 'door'
  | 'slot'
  | 'customer'
  | 'language'
  | 'translation'
  | 'nothing-to-show';

export interface Message {
  readonly text: string;
  readonly earlier: readonly string[];
  /** The language found locally; null if that's unknown, or for English. */
  readonly language: string | null;
  readonly isForeign: boolean;
}

export type Verified =
  | { readonly outcome: 'verified'; readonly chosen: Chosen }
  | { readonly outcome: 'rejected'; readonly why: Rejection };

const MOST_ANSWERS = 3;

export function createVerifier(
  catalogue: Catalogue,
  readSlots: SlotReader,
): (answer: ModelAnswer, message: Message) => Verified {
  const findFault = (
    { answers, door, request, language }: ModelAnswer,
    message: Message,
  ): Rejection | null => {
    if (answers.length > MOST_ANSWERS || (request !== null && answers.length > 0)) return 'too-many';
    const items = answers.flatMap(({ id }) => catalogue.items.get(id) ?? []);
    if (items.length < answers.length || new Set(items).size < items.length) return 'unknown-id';
    if (!answers.every(({ part }) => isPart(part, message.text))) return 'part';
    if (!answers.every(({ verdict }, at) => verdict === 'none' || verdict === items[at]?.verdict))
      return 'verdict';
    if (!fitsDoor(door, request, items[0]?.door)) return 'door';
    const isLanguage = /^[a-z]{2}$/.test(language) && (message.language ?? language) === language;
    return isLanguage && !(message.isForeign && language === 'en') ? null : 'language';
  };

  /** A request's door must be one of its service's doors. If it names no service, any door fits. */
  const fitsDoor = (door: string, request: ModelAnswer['request'], ofItem = 'not-covered'): boolean => {
    if (request === null) return door === ofItem;
    const ofService = catalogue.services.get(request.service?.id ?? '');
    return (ofService ?? catalogue.doors).includes(door);
  };

  return (answer, message) => {
    const fault = findFault(answer, message);
    if (fault !== null) return { outcome: 'rejected', why: fault };
    const answers = answer.answers.map(({ id, verdict }) => ({
      id,
      asksVerdict: verdict === 'in' || verdict === 'out',
    }));
    if (answer.request === null) return { outcome: 'verified', chosen: { answers, request: null } };
    const read = readSlots(answer.request, [message.text, ...message.earlier.toReversed()]);
    return typeof read === 'string'
      ? { outcome: 'rejected', why: read }
      : { outcome: 'verified', chosen: { answers, request: read } };
  };
}

function isPart(part: string, text: string): boolean {
  return /[\p{L}\p{N}]/u.test(part) && text.includes(part);
}
