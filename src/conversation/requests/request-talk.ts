/** Talk about requests: what the spoken commands show, to partners and to queue members. */
import { renderCard } from '../../../cards';
import { DAY_MS, findLocalDay, formatDay } from '../../directory/wall-clock';
import { isAway, findAvailable } from '../../directory/availability';
import type { ListOptions } from '../../engagement/reading/lists';
import { isOpen, OPEN_STATES, STATES } from '../../engagement/request';
import type { RequestView } from '../../engagement/reading/view';
import { listTakers } from '../../knowledge/model/wording';
import { cutStart } from '../../shared/cut';
import { refuseReport } from '../refuse-report';
import { isOn } from './deeds';
import { NO_FILTER, typeFilter, type ListFilter } from './list-filter';
import { listNamed, type Lists } from './lists';
import type { Outgoing } from '../message';
import { showNotice } from './outcomes';
import type { ConversationDependencies } from '../dependencies';
import { drawPeople } from './people';
import { listRow } from './request-models';
import type { RequestTurns } from './requests';
import { send } from '../answers/replies';
import type { WhichRequest } from './which-request';
import type { DraftCommand, Period, Span, SpokenCommand, Told } from '../typed/spoken-commands';
import type { Turn } from '../turn';

/** How far lists are looked through for what a question asks. */
const LOOKED_THROUGH = 200;
const MOST_SHOWN = 5;
const MOST_ROWS = 10;
/** An offered text is read as a command again, and commands are short. */
const LONGEST_OFFERED = 150;
/** A shorter name also occurs in other words. */
const SHORTEST_NAME = 3;

export type RequestTalk = ReturnType<typeof createRequestTalk>;

/** What needs nothing that is open in the chat. */
export type TalkCommand = Exclude<SpokenCommand, DraftCommand | { readonly kind: 'what-now' | 'praise' }>;

interface Talk extends Pick<
  ConversationDependencies,
  'desk' | 'answerer' | 'directory' | 'content' | 'clock'
> {
  readonly lists: Lists;
  readonly requests: RequestTurns;
  readonly which: WhichRequest;
}

export function createRequestTalk(deps: Talk) {
  return {
    /** Null if the words mean something else from this person, such as a question about a queue from a non-member. */
    answer: (turn: Turn, command: TalkCommand) => answer(deps, turn, command),
  };
}

async function listMyOpen({ desk }: Talk, turn: Turn, limit = LOOKED_THROUGH) {
  const by = await turn.identify();
  const options = { states: OPEN_STATES, limit };
  const page = by.person === null ? desk.listMine(by, options) : desk.listOwned(by, options);
  return (await page).requests;
}

/** Everything in the person's queues; null if they're a member of none. */
async function listQueued(
  { desk }: Talk,
  turn: Turn,
  options: ListOptions,
): Promise<readonly RequestView[] | null> {
  const by = await turn.identify();
  const queues = await desk.listQueues(by);
  if (queues.length === 0) return null;
  const listed = await Promise.all(
    queues.map(({ id }) => desk.listQueue(by, id, { ...options, limit: LOOKED_THROUGH })),
  );
  return listed.flatMap((list) => (list.outcome === 'listed' ? list.requests : []));
}

function drawRows(
  { content }: Talk,
  turn: Turn,
  heading: string,
  typed: string,
  found: readonly RequestView[],
  reader: 'staff' | 'company' = 'staff',
): Outgoing {
  const { words } = turn;
  const model = {
    ...{
      listId: reader === 'staff' ? 'me:owned' : 'me:requested',
      heading,
      reader,
      narrowedTo: null,
      filter: NO_FILTER,
      typed,
    },
    ...{ takers: words.speech.either(listTakers(content.wording)), isFirstPage: true, next: null },
    rows: found.map((request) => listRow(request, reader, words)),
  } as const;
  return send(renderCard('request-list', model, words));
}

async function showWaiting(
  deps: Talk,
  turn: Turn,
  longerThanMs: number,
): Promise<readonly Outgoing[] | null> {
  const { clock } = deps;
  const queued = await listQueued(deps, turn, { states: ['submitted'] });
  if (queued === null) return null;
  const since = clock.nowMs() - longerThanMs;
  const waiting = queued.filter(({ createdAtMs }) => createdAtMs <= since);
  const { talk } = turn.words;
  if (waiting.length === 0) return [say(turn, talk.nothingWaits)];
  return [
    drawRows(
      deps,
      turn,
      talk.waiting(waiting.length),
      typeList({ ...NO_FILTER, state: 'submitted' }),
      waiting,
    ),
  ];
}

async function showDue(deps: Talk, turn: Turn, span: Span): Promise<readonly Outgoing[] | null> {
  const { clock } = deps;
  const queued = await listQueued(deps, turn, { states: OPEN_STATES });
  if (queued === null) return null;
  const { person } = await turn.identify();
  const { first, last } = daysOf(span, findLocalDay(clock.nowMs(), person?.timeZone ?? 'UTC'));
  const due = queued.filter(({ acceptedFor, wantedBy }) => {
    const day = acceptedFor ?? wantedBy;
    return day !== null && day >= first && day <= last;
  });
  const { talk } = turn.words;
  if (due.length === 0) return [say(turn, talk.nothingDue[span])];
  return [drawRows(deps, turn, talk.due[span](due.length), typeList(NO_FILTER), due)];
}

async function showAway({ directory, clock }: Talk, turn: Turn): Promise<readonly Outgoing[] | null> {
  if ((await turn.identify()).person === null) return null;
  const organisation = await directory.current();
  const away = organisation.people.filter((person) => isAway(person, clock.nowMs()));
  const { talk } = turn.words;
  if (away.length === 0) return [say(turn, talk.nobodyAway)];
  const lines = away.map((person) =>
    talk.away(person.name, person.awayTo, findAvailable(organisation, person, clock.nowMs())?.name ?? null),
  );
  return [say(turn, lines.join(' '))];
}

async function countCompleted(deps: Talk, turn: Turn, period: Period): Promise<readonly Outgoing[] | null> {
  const { clock } = deps;
  const queued = await listQueued(deps, turn, { states: ['completed'] });
  if (queued === null) return null;
  const { fromMs, toMs } = boundsOf(period, clock.nowMs());
  const completed = queued.filter(
    ({ closedAtMs }) => closedAtMs !== null && closedAtMs >= fromMs && closedAtMs < toMs,
  );
  const isAll = queued.length < LOOKED_THROUGH;
  return [say(turn, turn.words.talk.completed[period](completed.length, isAll))];
}

async function showMyOpen(deps: Talk, turn: Turn): Promise<readonly Outgoing[] | null> {
  const { requests, lists } = deps;
  const open = await listMyOpen(deps, turn, 2);
  const [only, ...others] = open;
  if (only === undefined) return null;
  if (others.length === 0) return requests.show(turn, only.number);
  const list = (await turn.identify()).person === null ? 'requested' : 'owned';
  return (await lists.show(turn, list, 'open')) ?? [];
}

/** What somebody said stands on the requests that they're on. */
async function showSaidBy(deps: Talk, turn: Turn, name: string): Promise<readonly Outgoing[] | null> {
  const found = (await listMyOpen(deps, turn)).filter((request) => isOn(request, name));
  const [only, ...others] = found;
  if (only === undefined) return null;
  return others.length === 0 ? deps.requests.show(turn, only.number) : showMyOpen(deps, turn);
}

/** Requests whose customer or partner has that name, among those that the person may see. */
async function showAbout(deps: Talk, turn: Turn, name: string): Promise<readonly Outgoing[] | null> {
  const { desk, requests } = deps;
  const wanted = toKey(name);
  if (wanted.length < SHORTEST_NAME) return null;
  const by = await turn.identify();
  const options = { states: STATES, limit: LOOKED_THROUGH };
  const [mine, company, owned, queued] = await Promise.all([
    desk.listMine(by, options),
    desk.listCompany(by, options),
    desk.listOwned(by, options),
    listQueued(deps, turn, options),
  ]);
  const seen = [mine, company, owned].flatMap((page) => page.requests).concat(queued ?? []);
  const found = [...new Map(seen.map((request) => [request.id, request])).values()].filter(
    ({ customer, partnerName, audience }) =>
      [customer, audience === 'requester' || audience === 'company' ? null : partnerName].some(
        (one) => one !== null && toKey(one).includes(wanted),
      ),
  );
  const open = found.filter(({ state }) => isOpen(state));
  const [only, ...others] = open.length > 0 ? open : found;
  if (only === undefined) return null;
  if (others.length === 0) return requests.show(turn, only.number);
  const shown = [only, ...others].toSorted((one, other) => other.updatedAtMs - one.updatedAtMs);
  const reader = by.person === null ? 'company' : 'staff';
  const rows = shown.slice(0, MOST_ROWS);
  const command = turn.words.lists[by.person === null ? 'requested' : 'queue'];
  const list = drawRows(deps, turn, turn.words.talk.about(name), command, rows, reader);
  return [reader === 'staff' ? list : { ...list, lists: await listNamed(turn, rows) }];
}

async function listComplained({ desk }: Talk, turn: Turn): Promise<readonly RequestView[]> {
  const by = await turn.identify();
  return (await desk.listMine(by, { states: OPEN_STATES, limit: MOST_SHOWN })).requests;
}

async function drawContacts({ content, clock, directory }: Talk, turn: Turn): Promise<Outgoing> {
  const door = content.doors.find(({ id }) => id === content.cues.humanDoor) ?? null;
  const people = { role: null, door, wording: content.wording, nowMs: clock.nowMs(), words: turn.words };
  return drawPeople(await turn.identify(), await directory.current(), people);
}

/**
 * Its owner hears of it, as by a nudge. Where it isn't clear which request is meant, or whether it's one at all,
 * nothing is sent: the partner gets the way to do so.
 */
async function answerTooSlow(
  deps: Talk,
  turn: Turn,
  { number, isAboutRequest, said }: Told<'too-slow'>,
): Promise<readonly Outgoing[] | null> {
  const { requests } = deps;
  if (number !== null) return requests.complain(turn, number, said);
  const open = await listComplained(deps, turn);
  const [first, ...others] = open;
  if (first === undefined) return null;
  if (isAboutRequest && others.length === 0) return requests.complain(turn, first.number, said);
  const shown = await requests.show(turn, first.number);
  return [
    say(turn, turn.words.talk.tooSlow(open.map((one) => one.number))),
    ...shown,
    await drawContacts(deps, turn),
  ];
}

/** Its card says why, and offers to reopen it. */
async function explainDecline(
  { desk, requests }: Talk,
  turn: Turn,
  { number, isUpset }: Told<'why-declined'>,
): Promise<readonly Outgoing[] | null> {
  const by = await turn.identify();
  const { requests: declined } = await desk.listMine(by, { states: ['declined'], limit: 1 });
  const meant = number ?? declined[0]?.number ?? null;
  if (meant === null) return null;
  const shown = await requests.show(turn, meant);
  return isUpset ? [say(turn, turn.words.talk.sorryDeclined(meant)), ...shown] : shown;
}

/** The lead of its queue hears of it. */
async function answerManager(
  deps: Talk,
  turn: Turn,
  { number, said }: Told<'manager'>,
): Promise<readonly Outgoing[] | null> {
  const { requests, which, answerer } = deps;
  if (number !== null) return requests.askForLead(turn, number, said);
  const open = await listComplained(deps, turn);
  const [first, ...others] = open;
  if (first === undefined) return null;
  if (others.length === 0) return requests.askForLead(turn, first.number, said);
  // What is offered is kept until one is chosen.
  const refusal = await refuseReport(answerer, { text: said }, turn.words);
  if (refusal !== null) return [send(refusal)];
  const { layout, manager } = turn.words;
  const asked = await which.ask(
    turn,
    manager.which,
    open,
    (one) => `${layout.command(manager.verb, one)}: ${cutStart(said, LONGEST_OFFERED)}`,
  );
  return [asked, await drawContacts(deps, turn)];
}

async function explainFiles(deps: Talk, turn: Turn): Promise<readonly Outgoing[]> {
  const [first] = await listMyOpen(deps, turn, 1);
  const text = turn.words.talk.files(first?.number ?? null);
  return [showNotice({ tone: 'info', text, number: null, saysNext: true }, turn.words)];
}

/** Each with its own button: several are never withdrawn by one message. */
async function showForCustomer(
  { desk, lists, requests }: Talk,
  turn: Turn,
  typed: string,
): Promise<readonly Outgoing[]> {
  const by = await turn.identify();
  const { requests: open } = await desk.listMine(by, { states: OPEN_STATES, limit: LOOKED_THROUGH });
  const wanted = toKey(typed);
  const found = open.filter(({ customer }) => customer !== null && toKey(customer).includes(wanted));
  const { talk } = turn.words;
  if (wanted === '' || found.length === 0)
    return [say(turn, talk.noneFor(typed)), await lists.requested(turn)];
  const shown = await Promise.all(
    found.slice(0, MOST_SHOWN).map(({ number }) => requests.show(turn, number)),
  );
  return [say(turn, talk.withdrawEach(found.map(({ number }) => number))), ...shown.flat()];
}

function say({ words }: Turn, text: string): Outgoing {
  return showNotice({ tone: 'info', text, number: null, saysNext: true }, words);
}

async function answer(deps: Talk, turn: Turn, command: TalkCommand): Promise<readonly Outgoing[] | null> {
  switch (command.kind) {
    case 'my-open':
      return showMyOpen(deps, turn);
    case 'my-status':
      return (await showMyOpen(deps, turn)) ?? [await deps.lists.requested(turn)];
    case 'said-by':
      return showSaidBy(deps, turn, command.name);
    case 'why-declined':
      return explainDecline(deps, turn, command);
    case 'too-slow':
      return answerTooSlow(deps, turn, command);
    case 'manager':
      return answerManager(deps, turn, command);
    case 'about':
      return showAbout(deps, turn, command.name);
    case 'attach':
      return explainFiles(deps, turn);
    case 'withdraw-all':
      return showForCustomer(deps, turn, command.customer);
    case 'waiting':
      return showWaiting(deps, turn, command.longerThanMs);
    case 'due':
      return showDue(deps, turn, command.span);
    case 'away':
      return showAway(deps, turn);
    case 'completed':
      return countCompleted(deps, turn, command.period);
  }
}

/** What is typed for the whole list. */
function typeList(filter: ListFilter): string {
  return ['queue', typeFilter(filter)].filter(Boolean).join(' ');
}

function toKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function daysOf(span: Span, today: string): { readonly first: string; readonly last: string } {
  const midnight = new Date(`${today}T00:00:00Z`);
  const after = (days: number) => formatDay(midnight.getTime() + days * DAY_MS);
  if (span === 'today') return { first: today, last: today };
  if (span === 'tomorrow') return { first: after(1), last: after(1) };
  return { first: today, last: after((7 - midnight.getUTCDay()) % 7) };
}

/** By the calendar in UTC. */
function boundsOf(period: Period, nowMs: number): { readonly fromMs: number; readonly toMs: number } {
  const now = new Date(nowMs);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const toMs = nowMs + 1;
  switch (period) {
    case 'today':
      return { fromMs: Date.UTC(year, month, day), toMs };
    case 'week':
      return { fromMs: Date.UTC(year, month, day - ((now.getUTCDay() + 6) % 7)), toMs };
    case 'month':
      return { fromMs: Date.UTC(year, month, 1), toMs };
    case 'last-month':
      return { fromMs: Date.UTC(year, month - 1, 1), toMs: Date.UTC(year, month, 1) };
    case 'year':
      return { fromMs: Date.UTC(year, 0, 1), toMs };
  }
}
