import pino from 'pino';
import { MAX_TURN_AGE_MS, type Answerer } from '../../src/answering/dialogue';
import { createAnswerer } from '../../src/answering/understand';
import { createAdmission, type AdmissionDependencies } from '../../src/conversation/admission/admission';
import { guardTurn } from '../../src/conversation/guard';
import type { Actor, IncomingFeedback, Outgoing, Place } from '../../src/conversation/message';
import { createPartnerDesk } from '../../src/conversation/partner-desk';
import { TURN_LIMITS } from '../../src/conversation/admission/turn-limits';
import { createConversationStore } from '../../src/conversation/sql';
import { findContentDir, loadContent } from '../../src/knowledge/load/load-content';
import { createSearch, type Search } from '../../src/knowledge/search/search';
import { createLookup } from '../../src/answering/lookup';
import { createFairQueue } from '../../src/shared/fair-queue';
import { channelAddress, HOME_TENANT, personalAddress, type TestDesk } from './desk';
import { content as shipped, getSearch, vectors } from './shared';

/**
 * The whole conversation on a test's desk, for everybody unless `allowed` restricts it. Words alone answer questions
 * until the vectors have loaded.
 */
export function openConversation(
  test: TestDesk,
  allowed: Partial<AdmissionDependencies> = {},
  /** Adds a model behind the answerer. */
  addModel: (answerer: Answerer, search: Search) => Answerer = (answerer) => answerer,
  /** Other content over the shipped content, like CONTENT_DIR. */
  overlayDir?: string,
) {
  const ours = getSearch();
  const content = overlayDir === undefined ? shipped : loadContent({ dir: findContentDir(), overlayDir });
  const search =
    overlayDir === undefined
      ? ours.search
      : createSearch({ content, embedder: ours.embedder, ...vectors, onProblem: () => undefined });
  const errors: string[] = [];
  const { directory, clock } = test;
  const admission = createAdmission({
    ...{ directory, clock, homeTenantId: HOME_TENANT, allowedTenants: 'any' },
    rates: { perUser: null, perTenant: null },
    ...allowed,
  });
  const log = pino({ level: 'error' }, { write: (line) => errors.push(line) });
  const store = createConversationStore();
  const answerer = addModel(createAnswerer({ content, search, clock }), search);
  const partnerDesk = createPartnerDesk({
    turns: createFairQueue(TURN_LIMITS),
    ...test,
    ...{ admission, content, answerer, store },
    lookup: createLookup(content),
    rememberAccount: () => Promise.resolve(),
    publicUrl: null,
    defaultLanguage: 'en',
    dialogueLifeMs: MAX_TURN_AGE_MS,
    log,
  });
  /** Turns a failure into a card, like the edge of Teams does. */
  const answer = (place: Place, work: () => Promise<readonly Outgoing[]>) =>
    guardTurn({ log, what: 'test' }, place, 'en', work);
  return {
    content,
    answerer,
    /** What is remembered of a chat. */
    dialogueAt: ({ address }: Place) => store.findDialogue(test.database.direct, address.conversationId),
    /** Internal errors. A test that expects no failure checks that it's empty. */
    errors,
    say: (actor: Actor, place: Place, text: string) =>
      answer(place, () => partnerDesk.onMessage({ actor, place, text })),
    sent: (place: Place, id: string, message: Outgoing) => partnerDesk.onSent(place, id, message),
    /** `on` is the message with the pressed card. */
    press: (actor: Actor, place: Place, data: unknown, on: string | null = null) =>
      answer(place, () => partnerDesk.onAction({ actor, place, data, cardActivityId: on })),
    pressInDialog: (actor: Actor, place: Place, data: unknown) =>
      answer(place, () => partnerDesk.onAction({ actor, place, data, cardActivityId: null, inDialog: true })),
    posted: (place: Place, id: string, message: Outgoing) => partnerDesk.onPosted(place, id, message),
    rate: (actor: Actor, place: Place, given: IncomingFeedback) =>
      partnerDesk.onFeedback(actor, place, given),
    readEntry: (actor: Actor, id: string) => partnerDesk.onEntry(actor, '28:bot', id),
    lookUp: (actor: Actor, place: Place, words: string) =>
      partnerDesk.onLookup({ actor, place, words, skip: 0, count: 25 }),
    askAbout: (actor: Actor, place: Place, text: string) =>
      answer(place, () => partnerDesk.onAskAbout({ actor, place, text })),
    requestFrom: (actor: Actor, place: Place, text: string) =>
      answer(place, () => partnerDesk.onRequestFrom({ actor, place, text })),
    install: (actor: Actor, place: Place) => answer(place, () => partnerDesk.onInstalled(actor, place)),
  };
}

/** A person in the form that Teams sends, by default in our own tenant. */
export function actor(
  id: string,
  name: string,
  { tenantId = HOME_TENANT, mail = null }: { tenantId?: string; mail?: string | null } = {},
): Actor {
  return {
    userId: `29:${id}`,
    aadObjectId: `aad-${id}`,
    name,
    tenantId,
    findMail: () => Promise.resolve(mail),
  };
}

export function inPersonal({ userId }: Actor): Place {
  return { kind: 'personal', address: personalAddress(userId), citesText: false, ratesItself: true };
}

export function inQueueChannel(name: string): Place {
  return {
    kind: 'channel',
    address: channelAddress(name),
    ...{ citesText: false, ratesItself: true },
    findNames: () => Promise.resolve({ team: null, channel: null }),
    listMembers: () => Promise.resolve([]),
  };
}

export function textOfAll(outgoing: readonly Outgoing[]): string {
  return JSON.stringify(outgoing);
}
