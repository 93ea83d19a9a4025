/** Adds measurements to the desk, its answerer and its courier. */
import type { Answerer } from '../answering/dialogue';
import type { Outgoing } from '../conversation/message';
import type { PartnerDesk } from '../conversation/port';
import type { Courier } from '../outbox/courier';
import type { Instruments } from './instruments';

export function observeDesk(desk: PartnerDesk, instruments: Instruments): PartnerDesk {
  const handle = async (kind: string, place: string, work: () => Promise<readonly Outgoing[]>) => {
    try {
      return await instruments.handling({ kind, place }, work, (outgoing) => {
        for (const message of outgoing) instruments.countReply(kindOf(message));
        const [first] = outgoing;
        return { reply: first === undefined ? 'none' : kindOf(first) };
      });
    } catch (error) {
      // The person gets the card for a problem.
      instruments.countReply('problem');
      throw error;
    }
  };
  return {
    ...desk,
    onMessage: (message) => handle('message', message.place.kind, () => desk.onMessage(message)),
    onAction: (action) => handle('action', action.place.kind, () => desk.onAction(action)),
    onInstalled: (actor, place) => handle('installed', place.kind, () => desk.onInstalled(actor, place)),
  };
}

function kindOf({ card }: Outgoing): string {
  return card?.name ?? 'text';
}

export function observeAnswerer(answerer: Answerer, { understanding }: Instruments): Answerer {
  return {
    ...answerer,
    understand: (text, dialogue) =>
      understanding(
        {},
        () => answerer.understand(text, dialogue),
        ({ kind }) => ({ reply: kind }),
      ),
  };
}

/** Measures how long a model's `ask` takes, and whether it replied. */
export function observeModel<Question, Asked extends { readonly outcome: string }>(
  model: { ask(question: Question): Promise<Asked>; state(): 'ok' | 'degraded' },
  instruments: Instruments,
) {
  return {
    state: () => model.state(),
    ask: (question: Question) =>
      instruments.model(
        {},
        () => model.ask(question),
        ({ outcome }) => ({ outcome }),
      ),
  };
}

export function observeCourier(courier: Courier, { delivery }: Instruments): Courier {
  return {
    ...courier,
    post: (to, message) =>
      delivery(
        { kind: 'post', place: to.kind },
        () => courier.post(to, message),
        ({ outcome }) => ({ outcome }),
      ),
    update: (to, activityId, message) =>
      delivery(
        { kind: 'update', place: to.kind },
        () => courier.update(to, activityId, message),
        ({ outcome }) => ({
          outcome,
        }),
      ),
  };
}
