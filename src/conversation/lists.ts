import { renderCard } from '../../cards';
import type { RequestPage } from '../engagement/lists';
import { STATES } from '../engagement/request';
import type { Outgoing } from './message';
import { showNotice } from './outcomes';
import type { ConversationParts } from './parts';
import { listRow } from './request-models';
import { replace, send } from './replies';
import type { Turn } from './turn';

const REQUESTED = 'requested';
const OWNED = 'owned';

export type Lists = ReturnType<typeof createLists>;

/** The lists of requests, a page at a time. Closed ones are in a partner's own list too. */
export function createLists({ desk }: Pick<ConversationParts, 'desk'>) {
  function draw(listId: string, heading: string, reader: 'partner' | 'desk', page: RequestPage) {
    return renderCard('request-list', {
      heading,
      reader,
      listId,
      rows: page.requests.map(listRow),
      next: page.next,
    });
  }

  async function drawRequested(turn: Turn, before: number | null) {
    const page = await desk.listMine(await turn.identify(), { before, states: STATES });
    return draw(REQUESTED, 'Your requests', 'partner', page);
  }

  async function drawOwned(turn: Turn, before: number | null) {
    return draw(
      OWNED,
      'Requests that you own',
      'desk',
      await desk.listOwned(await turn.identify(), { before }),
    );
  }

  async function drawQueue(turn: Turn, queueId: string, before: number | null) {
    const listed = await desk.listQueue(await turn.identify(), queueId, { before });
    return listed.outcome === 'listed' ? draw(queueId, `Open in ${listed.queue.name}`, 'desk', listed) : null;
  }

  return {
    requested: async (turn: Turn): Promise<Outgoing> => send(await drawRequested(turn, null)),
    owned: async (turn: Turn): Promise<Outgoing> => send(await drawOwned(turn, null)),

    /** One list for each queue that the person works; a sentence for who works none. */
    async queues(turn: Turn): Promise<readonly Outgoing[]> {
      const queues = await desk.listQueues(await turn.identify());
      const drawn = await Promise.all(queues.map(({ id }) => drawQueue(turn, id, null)));
      const cards = drawn.filter((card) => card !== null).map(send);
      if (cards.length > 0) return cards;
      const text = 'You work no queue. To see your own requests, type: my requests';
      return [showNotice({ tone: 'info', text, number: null })];
    },

    /** The next page in place of the one whose button was pressed. */
    async page(turn: Turn, listId: string, before: number): Promise<Outgoing> {
      if (listId === REQUESTED) return replace(await drawRequested(turn, before));
      if (listId === OWNED) return replace(await drawOwned(turn, before));
      const card = await drawQueue(turn, listId, before);
      if (card !== null) return replace(card);
      return showNotice({ tone: 'refused', text: 'That list is not yours to see.', number: null });
    },
  };
}
