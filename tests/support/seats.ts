/**
 * Seven people and three channels around one desk, with everything that Teams shows them: each card as it was last
 * drawn, whether by a turn or by the outbox. It has a clock that tests advance, a real database, and no network.
 */
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import type { Actor, Outgoing, Place } from '../../src/conversation/message';
import { chooseWords } from '../../cards/words/languages';
import type { Courier, OutboundMessage } from '../../src/outbox/courier';
import { createDispatcher } from '../../src/outbox/dispatcher';
import { actor, inPersonal, inQueueChannel, openConversation } from './conversation';
import { openTestDesk } from './desk';
import { objectsOf } from './card-check';
import { content } from './shared';

const NORTHWIND = { tenantId: '11111111-0000-4000-8000-000000000001' };

const OPERATOR = 'marcus.reed@contoso.com';

export const seats = {
  maya: actor('maya', 'Maya Hoffmann', NORTHWIND),
  nils: actor('nils', 'Nils Berg', NORTHWIND),
  priya: actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' }),
  tom: actor('tom', 'Tom Okafor', { mail: 'tom.okafor@contoso.com' }),
  lena: actor('lena', 'Lena Fischer', { mail: 'lena.fischer@contoso.com' }),
  amara: actor('amara', 'Amara Diallo', { mail: 'amara.diallo@contoso.com' }),
  /** An operator who belongs to no queue. */
  marcus: actor('marcus', 'Marcus Reed', { mail: OPERATOR }),
} as const satisfies Record<string, Actor>;

/** The people among them who are in the directory, by their ID there. */
export const PERSON_IDS: Readonly<Record<string, string>> = {
  [seats.priya.userId]: 'priya-nair',
  [seats.tom.userId]: 'tom-okafor',
  [seats.lena.userId]: 'lena-fischer',
  [seats.amara.userId]: 'amara-diallo',
  [seats.marcus.userId]: 'marcus-reed',
};

export const QUEUES = ['pdm-emea', 'pts-emea', 'catch-all'] as const;

/** A message as a conversation shows it now. */
export interface Shown {
  readonly activityId: string;
  readonly place: Place;
  readonly message: Outgoing | OutboundMessage;
  /** Whether a turn or the outbox posted it. An update doesn't change that. */
  readonly by: 'turn' | 'outbox';
  readonly updates: number;
}

export async function openSeats() {
  const test = await openTestDesk({ admins: [OPERATOR] });
  const conversation = openConversation(test);
  const words = chooseWords(undefined, 'en');
  const shown = new Map<string, Shown>();
  const problems: unknown[] = [];
  const places = new Map<string, Place>();
  let activities = 0;
  let submitted = 0;

  const placeAt = (conversationId: string): Place => {
    const place = places.get(conversationId);
    if (place === undefined) throw new Error(`Nobody is at ${conversationId}.`);
    return place;
  };
  for (const who of Object.values(seats)) places.set(inPersonal(who).address.conversationId, inPersonal(who));
  for (const queue of QUEUES) places.set(`19:${queue}`, inQueueChannel(queue));

  const put = (place: Place, message: Outgoing | OutboundMessage, by: Shown['by']): string => {
    const activityId = `act-${String((activities += 1))}`;
    shown.set(activityId, { activityId, place, message, by, updates: 0 });
    return activityId;
  };
  const update = (activityId: string, message: Outgoing | OutboundMessage): boolean => {
    const before = shown.get(activityId);
    if (before === undefined) return false;
    shown.set(activityId, { ...before, message, updates: before.updates + 1 });
    return true;
  };

  const courier: Courier = {
    post: (to, message) =>
      Promise.resolve({
        outcome: 'delivered',
        activityId: put(placeAt(to.conversationId), message, 'outbox'),
      }),
    update: (_to, activityId, message) =>
      Promise.resolve(
        update(activityId, message) ? { outcome: 'delivered', activityId } : { outcome: 'gone', status: 404 },
      ),
  };
  const dispatcher = createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier,
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    random: () => 0,
    onProblem: ({ error }) => problems.push(error),
    render: async (row) => {
      const model = await test.desk.readCard(row);
      return model === null ? null : drawDeskCard(model, { content, words });
    },
  });

  /** Delivers everything that's due. Teams' limits per conversation delay some messages for a few seconds. */
  async function settle(): Promise<void> {
    await dispatcher.drain();
    for (let round = 0; round < 40 && (await test.outbox.listByState(['pending'])).length > 0; round += 1) {
      test.clock.advance(2_000);
      await dispatcher.drain();
    }
  }

  async function take(place: Place, pressed: string | null, outgoing: readonly Outgoing[]) {
    const here: Shown[] = [];
    for (const message of outgoing) {
      if (message.updates !== undefined) {
        update(message.updates, message);
        continue;
      }
      const isReplaced = message.mode === 'replace' && pressed !== null && update(pressed, message);
      const activityId = isReplaced ? pressed : put(place, message, 'turn');
      await conversation.posted(place, activityId, message);
      here.push(shown.get(activityId)!);
    }
    await settle();
    return here;
  }

  for (const who of Object.values(seats)) {
    const { address } = inPersonal(who);
    await test.outbox.rememberAddress({ kind: 'requester', userId: who.userId }, address);
    const personId = PERSON_IDS[who.userId];
    if (personId !== undefined) await test.outbox.rememberAddress({ kind: 'person', personId }, address);
  }
  for (const queue of QUEUES)
    await test.outbox.rememberAddress({ kind: 'queue', queueId: queue }, inQueueChannel(queue).address);

  return {
    test,
    shown: (): readonly Shown[] => [...shown.values()],
    settle,
    /** Types a message in 1:1, or in a channel. */
    say: async (who: Actor, text: string, place: Place = inPersonal(who)) =>
      take(place, null, await conversation.say(who, place, text)),
    /** Presses a button on a card that's shown somewhere. */
    press: async (who: Actor, on: Shown | undefined, data: Record<string, unknown>) => {
      if (on === undefined) throw new Error('There is no such card.');
      const outgoing = await conversation.press(who, on.place, data, on.activityId);
      return take(on.place, on.activityId, outgoing);
    },
    /**
     * Maya asks for an engagement, each time for another customer unless `values` names one. Returns the request's
     * number.
     */
    async submit(values: Record<string, string> = {}): Promise<string> {
      const { maya } = seats;
      const form = (await this.say(maya, 'New request')).at(-1);
      const formId = /"formId":"([^"]+)"/.exec(JSON.stringify(form?.message.card))?.[1];
      const customer = `Customer ${String((submitted += 1))}`;
      const filled = {
        ...{ verb: 'intake.submit', formId, serviceId: 'architecture-design-session', customer },
        ...{ confidential: 'false', details: 'Forty shops.', wantedBy: '2026-12-10', ...values },
      };
      const [confirmation] = await this.press(maya, form, filled);
      const number = /PD-\d{4}/.exec(JSON.stringify(confirmation?.message.card))?.[0];
      if (number === undefined) throw new Error('The request was not taken.');
      return number;
    },
    channel: (queue: (typeof QUEUES)[number]) => placeAt(`19:${queue}`),
    at: (place: Place) =>
      [...shown.values()].filter((one) => one.place === place || isSame(one.place, place)),
    async close(): Promise<void> {
      await test.close();
      if (problems.length > 0 || conversation.errors.length > 0)
        throw new Error('It failed inside.', { cause: problems[0] ?? conversation.errors[0] });
    },
  };
}

export type Seats = Awaited<ReturnType<typeof openSeats>>;

export function isSame(one: Place, other: Place): boolean {
  return one.address.conversationId === other.address.conversationId;
}

/** Lists what a message's buttons would send. */
export function pressesOf({ message }: Shown): readonly Record<string, unknown>[] {
  return objectsOf(message.card?.content ?? {})
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ data }) => data as Record<string, unknown>)
    .filter((data) => typeof data['verb'] === 'string');
}

/** Lists the texts on a message. */
export function wordsOn({ message }: Shown): readonly string[] {
  const written = objectsOf(message.card?.content ?? {}).flatMap(({ text, title }) => [text, title]);
  return [message.text, ...written].filter((one) => typeof one === 'string');
}
