import { newUuid } from '../../../shared/ids';
import { AMARA, BOT, TEAM, type Seat } from './seats';

/**
 * Posts "@Partner Desk register queue <id>" in the seat's channel as the queue's lead, directly to the bot's `endpoint`.
 * `port` is the port of the seat's Playground.
 */
export async function registerQueue(seat: Seat, port: number, endpoint: string): Promise<void> {
  if (seat.queue === null) return;
  const mention = `<at>${BOT.name}</at>`;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      // Each run uses another ID, because a kept database remembers which activities were handled.
      id: `register-${seat.queue.id}-${newUuid()}`,
      channelId: 'msteams',
      serviceUrl: `http://localhost:${String(port)}/_connector`,
      from: { id: AMARA.id, name: AMARA.name, aadObjectId: AMARA.aadObjectId },
      recipient: BOT,
      conversation: {
        id: seat.queue.channelId,
        conversationType: 'channel',
        isGroup: true,
        tenantId: seat.tenantId,
      },
      text: `${mention} register queue ${seat.queue.id}`,
      entities: [{ type: 'mention', text: mention, mentioned: BOT }],
      channelData: {
        tenant: { id: seat.tenantId },
        team: TEAM,
        channel: { id: seat.queue.channelId },
      },
    }),
  });
  if (!response.ok) {
    throw new Error(`Couldn’t register the queue ${seat.queue.id}: HTTP ${String(response.status)}.`);
  }
}
