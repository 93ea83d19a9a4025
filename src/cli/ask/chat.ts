import { cardToText } from '../../../cards/elements/card-text';
import { readFileSync, writeFileSync } from 'node:fs';
import { EMPTY_DIALOGUE } from '../../answering/dialogue';
import type { ReplyDoor } from '../../answering/replying/find-door';
import type { Composition } from '../../compose';
import { guardTurn } from '../../conversation/guard';
import type { Actor, Outgoing, Place } from '../../conversation/message';
import type { Address } from '../../outbox/courier';
import { describeRequest } from './describe-request';

/** A partner who is in no directory and has no requests. */
const PARTNER: Actor = {
  userId: '29:terminal',
  aadObjectId: null,
  name: '',
  tenantId: 'terminal',
  findMail: () => Promise.resolve(null),
};

let conversations = 0;

export interface Shown {
  readonly text: string;
  readonly topic: string | null;
  readonly door: ReplyDoor | null;
}

/** The names of the content's doors in labelled files, if they differ. */
const LABELLED_DOORS: Readonly<Record<string, string>> = {
  support: 'support-contract',
  vendor: 'not-covered',
  help: 'self',
};

/** Returns a door's name in labelled files. */
export function labelDoor(door: ReplyDoor | null): string | null {
  switch (door?.kind) {
    case 'door':
      return LABELLED_DOORS[door.id] ?? door.id;
    case 'asks':
      return 'ask';
    case 'not-covered':
      return 'not-covered';
    case 'bot':
      return 'self';
    case undefined:
      return null;
  }
}

export interface Chat {
  readonly conversationId: string;
  /** Returns what the person sees (cards as text), the topic that was understood, and where the reply leads. */
  say(text: string): Promise<Shown>;
}

/** Starts a new conversation with the desk: 1:1, or in a channel, where each message is independent. */
export function openChat(
  { desk, log, defaultLanguage }: Composition,
  kind: 'personal' | 'channel' = 'personal',
): Chat {
  const address: Address = {
    kind,
    serviceUrl: 'http://127.0.0.1/',
    conversationId: `terminal-${(conversations += 1)}`,
    tenantId: PARTNER.tenantId,
    botId: '28:partner-desk',
    userId: kind === 'personal' ? PARTNER.userId : null,
  };
  // Nothing of a conversation in the terminal is stored, not even ratings.
  const shown = { address, citesText: false, ratesItself: true };
  const place: Place =
    kind === 'personal'
      ? { kind, ...shown }
      : {
          kind,
          ...shown,
          findNames: () => Promise.resolve({ team: null, channel: null }),
          listMembers: () => Promise.resolve([]),
        };
  return {
    conversationId: address.conversationId,
    async say(text) {
      const outgoing = await guardTurn({ log, what: 'message' }, place, defaultLanguage, () =>
        desk.onMessage({ actor: PARTNER, place, text }),
      );
      return {
        text: outgoing.map(toShown).join('\n\n'),
        topic: outgoing.find(({ topic }) => topic !== undefined)?.topic ?? null,
        door: outgoing.find(({ door }) => door !== undefined)?.door ?? null,
      };
    },
  };
}

function toShown({ text, card }: Outgoing): string {
  return [text, card === undefined ? undefined : cardToText(card.content)]
    .filter((part) => part !== undefined)
    .join('\n');
}

/**
 * Plays each line's `context` (or `turns`) and `text` as one person's conversation. Writes one `{id, answer, label,
 * door}` per line.
 */
export async function answerQuestions(composition: Composition, from: string, to?: string): Promise<void> {
  await composition.warm.catch(() => undefined);
  const results: unknown[] = [];
  for (const line of readLines(from)) {
    const chat = openChat(composition, line['kind'] === 'mention' ? 'channel' : 'personal');
    for (const earlier of listEarlier(line)) await chat.say(earlier);
    const { text, topic, door } = await chat.say(toLine(line['text']));
    results.push({ id: line['id'] ?? null, answer: text, label: topic, door: labelDoor(door) });
  }
  writeLines(to, results);
}

/**
 * Plays the lines like `answerQuestions`, and writes the request that the bot understood, in the terms of the labelled
 * files.
 */
export async function readRequests(composition: Composition, from: string, to?: string): Promise<void> {
  await composition.warm.catch(() => undefined);
  const results: unknown[] = [];
  for (const line of readLines(from)) {
    const chat = openChat(composition);
    for (const earlier of listEarlier(line)) await chat.say(earlier);
    const understood = await readRequest(composition, chat, toLine(line['text']));
    results.push({ id: line['id'] ?? null, ...describeRequest(composition.content, understood) });
  }
  writeLines(to, results);
}

/** Reads the request after the conversation so far, without storing it. */
async function readRequest({ answerer, findDialogue }: Composition, chat: Chat, text: string) {
  const dialogue = (await findDialogue(chat.conversationId)) ?? EMPTY_DIALOGUE;
  const read = await answerer.readRequest(text, dialogue);
  const said = { text, dialogue, tenantId: null, names: [] };
  const reply = await answerer.reconsider(said, { kind: 'intake', topic: 'request-engagement', ...read });
  return reply.kind === 'intake' ? reply : read;
}

/** Reads one object per line. A line that isn't a JSON object becomes `{}`, so that no line is lost. */
function readLines(file: string): Record<string, unknown>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const read = lines.filter((line) => line.trim() !== '').map(parseLine);
  const empty = read.filter(({ text }) => toLine(text).trim() === '').length;
  if (empty > 0)
    console.error(`${empty} of ${read.length} lines have no "text", so they count as empty messages.`);
  return read;
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function writeLines(file: string | undefined, values: readonly unknown[]): void {
  if (file === undefined) return;
  writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

function toLine(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function listEarlier({ context, turns }: Record<string, unknown>): string[] {
  return toTexts(context ?? turns);
}
