import type { Address, Courier, Delivery, OutboundMessage } from '../../src/outbox/courier';

export interface Sent {
  readonly kind: 'post' | 'update';
  readonly conversationId: string;
  readonly activityId: string | null;
  readonly text: string;
}

/** A courier with outcomes that a test prepares. By default every message is delivered. */
export function createScriptedCourier() {
  const sent: Sent[] = [];
  const script: (Delivery | (() => Promise<Delivery>))[] = [];
  let next = 0;

  async function answer(activityId: string | null): Promise<Delivery> {
    const scripted = script.shift();
    if (typeof scripted === 'function') return scripted();
    return scripted ?? { outcome: 'delivered', activityId: activityId ?? `activity-${(next += 1)}` };
  }

  const courier: Courier = {
    post: (to: Address, message: OutboundMessage) => {
      sent.push({
        kind: 'post',
        conversationId: to.conversationId,
        activityId: null,
        text: message.text ?? '',
      });
      return answer(null);
    },
    update: (to: Address, activityId: string, message: OutboundMessage) => {
      sent.push({ kind: 'update', conversationId: to.conversationId, activityId, text: message.text ?? '' });
      return answer(activityId);
    },
  };
  return {
    courier,
    sent,
    answerNext: (...deliveries: typeof script) => {
      script.push(...deliveries);
    },
  };
}
