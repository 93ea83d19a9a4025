import { renderCard, type InputOf } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { RenderedCard } from '../../../cards/define-card';
import type { Reader } from '../../../cards/elements/request-state';
import type { ShownList } from '../../engagement/delivery/request-cards';
import type { RequestView } from '../../engagement/reading/view';
import type { Recipient } from '../../outbox/message';
import type { ListOptions, RequestPage } from '../../engagement/reading/lists';
import { STATES } from '../../engagement/request';
import type { ListName } from '../typed/commands';
import { isForStaff, type RequestVerb } from './changes';
import {
  checkFilter,
  describeFilter,
  NO_FILTER,
  readListWords,
  statesOf,
  typeFilter,
  type FilterSources,
  type ListFilter,
} from './list-filter';
import { isShared, type Outgoing } from '../message';
import { showNotice } from './outcomes';
import { listTakers } from '../../knowledge/model/wording';
import type { ConversationDependencies } from '../dependencies';
import { listRow, ownedRow } from './request-models';
import { replace, send } from '../answers/replies';
import { LIST } from '../channel/shared-cards';
import type { Turn } from '../turn';

/** One's own lists as their buttons name them; every other id is a queue's, which never has a colon. */
const REQUESTED = 'me:requested';
const OWNED = 'me:owned';
const COMPANY = 'me:company';

interface View {
  readonly filter: ListFilter;
  readonly before: number | null;
}

interface Frame {
  readonly listId: string;
  readonly heading: string;
  readonly reader: Reader;
  /** What is typed for the whole of it. */
  readonly command: string;
  readonly another?: { readonly title: string; readonly text: string };
}

export type Lists = ReturnType<typeof createLists>;

/** The lists of requests, a page at a time. Closed ones are in a partner's own list too. */
export function createLists({
  desk,
  directory,
  content,
}: Pick<ConversationDependencies, 'desk' | 'directory' | 'content'>) {
  function draw(words: Words, frame: Frame, { filter, before }: View, page: RequestPage): RenderedCard {
    const { listId, heading, reader, command, another } = frame;
    return renderCard(
      'request-list',
      {
        listId,
        heading,
        reader,
        takers: words.speech.either(listTakers(content.wording)),
        narrowedTo: describeFilter(filter, content, reader, words),
        filter,
        typed: [command, typeFilter(filter)].filter(Boolean).join(' '),
        rows: page.requests.map((request) =>
          listId === OWNED ? ownedRow(request, words) : listRow(request, reader, words),
        ),
        isFirstPage: before === null,
        next: page.next,
        ...(another && { another }),
      },
      words,
    );
  }

  async function drawRequested(turn: Turn, view: View) {
    const page = await desk.listMine(await turn.identify(), { states: STATES, ...toOptions(view) });
    const named = {
      listId: REQUESTED,
      heading: turn.words.requestList.yours,
      command: turn.words.lists.requested,
    };
    const { lists, requestList } = turn.words;
    const another = { title: requestList.companyShort, text: lists.company };
    const hasCompany = (await turn.identify()).partner !== null;
    return draw(turn.words, { ...named, reader: 'partner', ...(hasCompany && { another }) }, view, page);
  }

  async function drawCompany(turn: Turn, view: View) {
    const page = await desk.listCompany(await turn.identify(), { states: STATES, ...toOptions(view) });
    const { lists, requestList } = turn.words;
    const named = { listId: COMPANY, heading: requestList.company, command: lists.company };
    const card = draw(turn.words, { ...named, reader: 'company' }, view, page);
    return { card, lists: await listNamed(turn, page.requests) };
  }

  async function drawOwned(turn: Turn, view: View) {
    const page = await desk.listOwned(await turn.identify(), toOptions(view));
    const card = draw(
      turn.words,
      {
        listId: OWNED,
        heading: turn.words.requestList.owned,
        reader: 'staff',
        command: turn.words.lists.owned,
      },
      view,
      page,
    );
    return { card, lists: await listNamed(turn, page.requests) };
  }

  /** null if there's no such queue or the reader may not see it. */
  async function drawQueue(turn: Turn, queueId: string, view: View) {
    const listed = await desk.listQueue(await turn.identify(), queueId, toOptions(view));
    if (listed.outcome !== 'listed') return null;
    const { id, name } = listed.queue;
    const card = draw(
      turn.words,
      { listId: id, heading: name, reader: 'staff', command: `${turn.words.lists.queue} ${id}` },
      view,
      listed,
    );
    return { card, isEmpty: listed.requests.length === 0, name };
  }

  /** One list for each queue that the person works, or for the one that was named. */
  async function showQueues(turn: Turn, queueId: string | null, view: View): Promise<readonly Outgoing[]> {
    const queues = await desk.listQueues(await turn.identify());
    if (queues.length === 0) return [say(turn.words.requestList.noQueue, turn.words)];
    if (queueId !== null && !queues.some(({ id }) => id === queueId)) return [notYours(turn)];
    const ids = queueId === null ? queues.map(({ id }) => id) : [queueId];
    const lists = await Promise.all(ids.map((id) => drawQueue(turn, id, view)));
    const drawn = lists.filter((list) => list !== null);
    const filled = drawn.filter(({ isEmpty }) => !isEmpty);
    const narrowedTo = describeFilter(view.filter, content, 'staff', turn.words);
    if (drawn.length === 1) return drawn.map(({ card }) => sendList(card));
    if (filled.length > 0) return filled.map(({ card }) => sendList(card));
    if (narrowedTo === null)
      return [say(turn.words.requestList.nothingIn(drawn.map(({ name }) => name)), turn.words)];
    return [
      say(
        turn.words.requestList.nothingThatIs(
          narrowedTo,
          drawn.map(({ name }) => name),
        ),
        turn.words,
      ),
    ];
  }

  async function readSources(): Promise<FilterSources> {
    return { solutionAreas: content.solutionAreas, organisation: await directory.current() };
  }

  const requested = async (turn: Turn, view: View = WHOLE) => send(await drawRequested(turn, view));

  return {
    requested,

    /** Asks which request is meant, over those that it may be. */
    async askWhich(turn: Turn, verb: RequestVerb): Promise<readonly Outgoing[]> {
      const command = turn.words.layout.command(turn.words.verbs[verb], 'PD-0042');
      const question = say(turn.words.requestList.which(command), turn.words);
      if (!isForStaff(verb)) return [question, await requested(turn)];
      const worksQueue = (await desk.listQueues(await turn.identify())).length > 0;
      // A partner can ask for another date in the same words.
      if (!worksQueue && verb === 'reschedule') return [question, await requested(turn)];
      if (!worksQueue) return showQueues(turn, null, WHOLE);
      const shown =
        verb === 'claim' ? await showQueues(turn, null, WHOLE) : [sendNamed(await drawOwned(turn, WHOLE))];
      return [question, ...shown];
    },

    /** The list filtered by the words; null if they mean something else, such as a question. */
    async show(turn: Turn, list: ListName, words: string): Promise<readonly Outgoing[] | null> {
      const read = readListWords(words, await readSources());
      if (read === null || (list !== 'queue' && read.queueId !== null)) {
        const worksQueue = (await desk.listQueues(await turn.identify())).length > 0;
        const isShort = words.split(/\s+/).length <= LONGEST_MISTAKE;
        return worksQueue && isShort ? [say(turn.words.requestList.unknownFilter, turn.words)] : null;
      }
      switch (list) {
        case 'requested':
          return [await requested(turn, read)];
        case 'company':
          return [sendNamed(await drawCompany(turn, read))];
        case 'owned':
          return [sendNamed(await drawOwned(turn, read))];
        case 'queue':
          return showQueues(turn, read.queueId, read);
      }
    },

    /** One queue's list, below the card that offered it. */
    showQueue: (turn: Turn, queueId: string): Promise<readonly Outgoing[]> =>
      showQueues(turn, queueId, WHOLE),

    /** Another page, or other states, in place of the list whose button was pressed. */
    async page(turn: Turn, pressed: InputOf<'request-list.page'>): Promise<Outgoing> {
      const { listId, before } = pressed;
      const filter = checkFilter(pressed, await readSources());
      if (filter === null) return say(turn.words.requestList.filterGone, turn.words);
      const view = { filter, before };
      const isOwn = [REQUESTED, OWNED, COMPANY].includes(listId);
      if (isOwn && isShared(turn.place)) return notYours(turn);
      if (listId === REQUESTED) return replace(await drawRequested(turn, view));
      if (listId === COMPANY) return { ...sendNamed(await drawCompany(turn, view)), mode: 'replace' };
      if (listId === OWNED) return { ...sendNamed(await drawOwned(turn, view)), mode: 'replace' };
      const drawn = await drawQueue(turn, listId, view);
      return drawn === null ? notYours(turn) : replace(drawn.card);
    },
  };
}

/** What such a list names may become confidential later. */
export async function listNamed(turn: Turn, requests: readonly RequestView[]): Promise<ShownList> {
  const { person, userId } = await turn.identify();
  const to: Recipient =
    person === null ? { kind: 'requester', userId } : { kind: 'person', personId: person.id };
  return { requestIds: requests.filter(({ customer }) => customer !== null).map(({ id }) => id), to };
}

function sendNamed({ card, lists }: { readonly card: RenderedCard; readonly lists: ShownList }): Outgoing {
  return { ...send(card), lists };
}

function sendList(card: RenderedCard): Outgoing {
  return { ...send(card), stands: LIST };
}

const WHOLE: View = { filter: NO_FILTER, before: null };

/** More words than this after "queue" are a question, not a filter that was mistyped. */
const LONGEST_MISTAKE = 2;

function toOptions({ filter, before }: View): ListOptions {
  const states = statesOf(filter);
  return {
    before,
    ...(states !== undefined && { states }),
    ...(filter.areaId !== null && { solutionAreaId: filter.areaId }),
    ...(filter.region !== null && { region: filter.region }),
  };
}

function say(text: string, words: Words): Outgoing {
  return showNotice({ tone: 'info', text, number: null }, words);
}

function notYours({ words }: Turn): Outgoing {
  return showNotice({ tone: 'refused', text: words.requestList.notYours, number: null }, words);
}
