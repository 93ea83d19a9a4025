/** The replies of a 1:1 chat, drawn with what is known of the person. */
import { renderCard } from '../../../cards';
import type { Reply } from '../../answering/reply';
import { NOTHING_SAID } from '../requests/background';
import { bestEffort } from '../best-effort';
import type { createInsightsTurns } from './insights';
import type { Intake } from '../requests/intake';
import type { Lists } from '../requests/lists';
import type { Actor, Outgoing } from '../message';
import type { ConversationDependencies } from '../dependencies';
import { findMentioned } from '../typed/mentioned';
import { drawPeople } from '../requests/people';
import { drawGuide, drawReply, NOBODY, send, type ReaderProfile } from './replies';
import type { createRequestTurns } from '../requests/requests';
import type { Turn } from '../turn';

interface OtherTurns {
  readonly intake: Intake;
  readonly lists: Lists;
  readonly requests: ReturnType<typeof createRequestTurns>;
  readonly insights: ReturnType<typeof createInsightsTurns>;
}

export function createPrivateReplies(
  { content, answerer, directory, desk, clock, log, periods }: ConversationDependencies,
  { intake, lists, requests, insights }: OtherTurns,
) {
  async function drawPrivateReply(turn: Turn, reply: Reply, said = NOTHING_SAID): Promise<Outgoing> {
    switch (reply.kind) {
      case 'intake': {
        const { draft, eligibility } = reply;
        const person = await findMentioned(turn, draft.person ?? '', directory);
        const named = person === null ? draft : { ...draft, person: person.name };
        return intake.open(turn, named, eligibility, said);
      }
      case 'status': {
        if (reply.number === null) return lists.requested(turn);
        const [shown] = await requests.show(turn, reply.number);
        return shown ?? (await lists.requested(turn));
      }
      case 'person': {
        const door = content.doors.find(({ id }) => id === content.cues.humanDoor) ?? null;
        const options = {
          role: reply.role,
          door,
          matter: reply.door,
          wording: content.wording,
          nowMs: clock.nowMs(),
          words: turn.words,
        };
        return drawPeople(await turn.identify(), await directory.current(), options);
      }
      case 'greeting':
        return drawReply(reply, content, await readerOf(turn), turn);
      case 'help': {
        const readsInsights = await insights.mayRead(turn);
        const usesModel = answerer.usesModel(turn.actor.tenantId);
        return drawReply(reply, content, { ...(await readerOf(turn)), readsInsights, usesModel }, turn);
      }
      case 'privacy':
        return send(
          renderCard(
            'privacy',
            { ...periods, about: reply.about, usesModel: answerer.usesModel(turn.actor.tenantId) },
            turn.words,
          ),
        );
      case 'guide':
        return { ...send(drawGuide(reply.guide, turn)), isGuide: true };
      case 'need': {
        const { request } = reply;
        const values = request === null ? null : intake.fill(request);
        return send(renderCard('need', { ...reply, request: values }, turn.words));
      }
      case 'answer':
      case 'verdict':
      case 'choices':
      case 'not-covered':
      case 'thanks':
      case 'unclear':
        return drawReply(reply, content, NOBODY, turn);
    }
  }

  /** The person to greet. Works without the database. */
  async function readerOf(turn: Turn): Promise<ReaderProfile> {
    const found = await bestEffort(
      log,
      turn.place,
      turn.identify().then((who) => Promise.all([desk.listQueues(who), desk.hasRequests(who)])),
    );
    const [queues = [], hasRequests = false] = found ?? [];
    return { ...NOBODY, name: firstName(turn.actor), hasRequests, worksQueue: queues.length > 0 };
  }

  return { drawPrivateReply, readerOf };
}

function firstName({ name }: Actor): string | null {
  return name.split(/\s+/)[0] || null;
}
