/**
 * Decides which earlier messages are sent with a request. The form lists them and the person can remove each; they're
 * checked again when the form is sent. A line is only sent if it's about this request: written since the form before,
 * naming no other customer, and neither confidential nor left out of the dialogue. In doubt it isn't sent. The
 * recogniser of vulnerability reports misses some, so a line that resembles one is only sent if the person ticks it.
 */
import { hash } from 'node:crypto';
import { OPENS_FORM, type Answerer, type Dialogue, type Turn as Said } from '../../answering/dialogue';
import { unlessBusy } from '../../answering/unless-busy';
import { customerKey } from '../../engagement/request';
import { cutStart } from '../../shared/cut';
import { findNumber } from '../../shared/request-number';
import { parseCommand } from '../typed/commands';

/** The form lists exactly what is sent, so a line may only be as long as people can read there. */
const LONGEST_LINE = 200;
/** A shorter name also occurs in ordinary words. */
const SHORTEST_KEY = 4;
/** Said to the bot, but not about the request. What the bot didn't understand, the owner might. */
const SMALL_TALK = new Set(['greeting', 'help', 'privacy', 'thanks', 'request-status']);

export interface BackgroundLine {
  /** Identifies the line on one form only. */
  readonly key: string;
  readonly text: string;
  readonly answerTitle: string | null;
  /** Whether it's sent unless the person removes it. */
  readonly isTicked: boolean;
}

export interface BackgroundOf {
  readonly formId: string;
  /** The customer that the form names. */
  readonly customer: string | null;
  /** Customers of the person's other requests. */
  readonly otherCustomers: readonly string[];
}

/** The chat so far. `isOpener`: its last message opened the form. */
export interface SaidBefore extends Pick<Dialogue, 'turns'> {
  readonly isOpener: boolean;
}

export const NOTHING_SAID: SaidBefore = { turns: [], isOpener: false };

export function createBackground({
  answerer,
}: {
  readonly answerer: Pick<Answerer, 'readLine' | 'findReport' | 'resemblesReport'>;
}) {
  /** The lines of the dialogue that are about this form: those since the form before it. */
  async function list({ turns, isOpener }: SaidBefore, form: BackgroundOf) {
    const earlier = isOpener ? turns.slice(0, -1) : turns;
    const before = earlier.findLastIndex(({ topic }) => topic === OPENS_FORM);
    return judge(earlier.slice(before + 1), turns, form);
  }

  /** Of the lines that a form listed, those that the person kept and that may still be sent. */
  async function listKept(dialogue: Dialogue, form: BackgroundOf, kept: string | null) {
    const keys = new Set((kept ?? '').split(','));
    const turns = dialogue.turns.filter((turn) => keys.has(nameLine(form.formId, turn)));
    return judge(turns, dialogue.turns, form);
  }

  async function judge(
    turns: readonly Said[],
    all: readonly Said[],
    { formId, customer, otherCustomers }: BackgroundOf,
  ): Promise<readonly BackgroundLine[]> {
    const own = customer === null ? null : customerKey(customer);
    const named = all.flatMap(({ text }) => answerer.readLine(text).customer ?? []);
    const others = [...named, ...otherCustomers]
      .map(customerKey)
      .filter((key) => key !== own && key.length >= SHORTEST_KEY);
    const lines: BackgroundLine[] = [];
    const cut = (line: string): string => cutStart(line, LONGEST_LINE);
    for (const turn of turns) {
      if (turn.text.trim() === '' || SMALL_TALK.has(turn.topic) || isOfAnother(turn.text)) continue;
      const read = answerer.readLine(turn.text);
      if (read.isCorrection) continue;
      const isOfOther = read.customer !== null && customerKey(read.customer) !== own;
      const words = customerKey(turn.text);
      if (read.isConfidential || isOfOther || others.some((key) => words.includes(key))) continue;
      if ((await unlessBusy(answerer.findReport(turn.text))) !== null) continue;
      const text = cut(turn.text.trim());
      const isTicked = (await unlessBusy(answerer.resemblesReport(turn.text))) === false;
      const answerTitle = turn.answerTitle === null ? null : cut(turn.answerTitle);
      lines.push({ key: nameLine(formId, turn), text, answerTitle, isTicked });
    }
    return lines;
  }

  return { list, listKept };
}

/** A command, or words about a request that was sent already. */
function isOfAnother(text: string): boolean {
  return findNumber(text) !== undefined || parseCommand(text) !== null;
}

function nameLine(formId: string, { text, atMs }: Said): string {
  return hash('sha256', JSON.stringify([formId, atMs, text]), 'base64url').slice(0, 16);
}
