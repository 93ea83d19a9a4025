/** The cards about waiting: the lines on a request's own cards, and the messages about it. */
import { renderCard } from '../../../cards';
import type { RenderedCard } from '../../../cards/define-card';
import type { DigestPartModel } from '../../../cards/digest';
import type { Words } from '../../../cards/words/languages';
import type { Digest, DigestRow } from '../../engagement/waiting/digest';
import { DIGEST_ROWS } from '../../shared/limits';
import type { WaitCardModel } from '../../engagement/waiting/read-card';

type Reminder = Extract<WaitCardModel, { card: 'reminder' | 'nudge' }>;
type News = Extract<WaitCardModel, { card: 'waiting-news' }>;

/** The steps that ask a lead to find somebody for the request. */
const FOR_LEADS: ReadonlySet<string> = new Set(['lead', 'owner-lead', 'manager']);

/** To the person who is asked. */
export function drawReminder(model: Reminder, words: Words): RenderedCard {
  const { request, isPrivate } = model;
  const asks = model.card === 'reminder';
  return renderCard(
    'reminder',
    {
      number: request.number,
      serviceName: request.service.name,
      partnerName: request.partnerName ?? request.requesterName,
      customer: isPrivate ? request.customer : null,
      isConfidential: request.isConfidential,
      queueName: request.queue.name,
      isHeard: asks ? model.isHeard : true,
      why: asks ? model.stage : model.asks,
      askedName: asks ? (model.asked?.name ?? null) : null,
      ownerName: request.owner?.name ?? null,
      requesterName: request.requesterName,
      since: asks ? new Date(model.sinceMs).toISOString() : null,
      said: asks ? null : model.said,
      isPrivate,
      canClaim: request.possible.includes('claim'),
      canTransfer:
        isPrivate &&
        FOR_LEADS.has(asks ? model.stage : model.asks) &&
        request.possible.includes('transfer-to-person'),
    },
    words,
  );
}

/** To the partner. */
export function drawWaiting({ request, stage, asked, isHeard, sinceMs }: News, words: Words): RenderedCard {
  return renderCard(
    'waiting',
    {
      number: request.number,
      serviceName: request.service.name,
      customer: request.customer,
      isConfidential: request.isConfidential,
      queueName: request.queue.name,
      isHeard,
      stage,
      askedName: asked?.name ?? null,
      ownerName: request.owner?.name ?? null,
      since: new Date(sinceMs).toISOString(),
      canNudge: request.canBeNudged,
      canWithdraw: request.possible.includes('withdraw'),
    },
    words,
  );
}

export function drawDigest({ queue, waiting, quiet, due }: Digest, words: Words): RenderedCard {
  const model = { queueId: queue.id, queueName: queue.name };
  return renderCard(
    'digest',
    { ...model, waiting: toPart(waiting), quiet: toPart(quiet), due: toPart(due) },
    words,
  );
}

function toPart(rows: readonly DigestRow[]): DigestPartModel {
  return {
    count: rows.length,
    rows: rows
      .slice(0, DIGEST_ROWS)
      .map(({ number, serviceName, partnerName, requesterName, ownerName, since }) => ({
        number,
        serviceName,
        partnerName: partnerName ?? requesterName,
        ownerName,
        since: 'day' in since ? since : { at: new Date(since.atMs).toISOString() },
      })),
  };
}
