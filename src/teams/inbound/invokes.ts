/**
 * Invokes: look-ups and dialogs, for which Teams waits. The HTTP response is the answer, and the person sees nothing else.
 * So each invoke gets one within Teams' 5 s, even on an error. Teams may repeat an invoke, so these handlers only read, or
 * store a form whose id makes a repeat harmless.
 */
import type { Logger } from 'pino';
import { z } from 'zod/v4';
import { chooseWords, type Language, type Words } from '../../../cards/words/languages';
import { guard } from '../../conversation/guard';
import type { LookupResult, Outgoing, Place } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import { renderProblem } from '../../conversation/problem';
import { showInDialog, showList, showSentence, tellInDialog } from './invoke-answers';
import { readChosenText } from './message-text';
import type { Route } from './route';
import type { TeamsTurn } from '../turn';
import { LOOKUP_COMMANDS } from './lookup-commands';
import { INVOKE_DEADLINE_MS } from './reply';
import { AppError, type AppErrorCode } from '../../shared/app-error';
import { cutStart } from '../../shared/cut';

const MOST_RESULTS = 25;
const LONGEST_QUERY = 200;

/** Agents Playground 0.2.28 gives a parameter no name unless the person typed one. */
const Query = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.string().optional(), value: z.unknown() }))
    .max(20)
    .default([]),
  queryOptions: z
    .looseObject({
      skip: z.coerce.number().int().min(0).max(10_000).catch(0),
      count: z.coerce.number().int().min(1).catch(MOST_RESULTS),
    })
    .catch({ skip: 0, count: MOST_RESULTS }),
});
const Link = z.looseObject({ url: z.url().max(2_000) });
const Chosen = z.looseObject({
  commandId: z.string().max(100),
  messagePayload: z
    .looseObject({ body: z.looseObject({ content: z.string().nullish() }).nullish() })
    .nullish(),
});
const Sent = z.looseObject({ data: z.unknown() });

export interface InvokeDependencies {
  readonly desk: PartnerDesk;
  readonly log: Logger;
  /** The public address of entries; null if they have no links. */
  readonly publicUrl: string | null;
  /** Used if the person's client has an unsupported language. */
  readonly defaultLanguage: Language;
}

export function registerInvokes(
  route: Route,
  { desk, log, publicUrl, defaultLanguage }: InvokeDependencies,
): void {
  /** If the invoke can't be read, or if `answer` fails or takes too long, `apologise` is the answer. */
  const on = <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    apologise: (words: Words, code: AppErrorCode) => unknown,
    answer: (turn: TeamsTurn, value: z.infer<Schema>, words: Words) => Promise<unknown>,
  ) => {
    route(
      (activity) => activity.type === 'invoke' && activity.name === name,
      async (turn) => {
        const { id: activityId, locale, value } = turn.activity;
        // Only one person sees the result.
        const words = chooseWords(locale, defaultLanguage);
        const body = await guard(
          { log, what: name, activityId, withinMs: INVOKE_DEADLINE_MS },
          () => answer(turn, read(schema, value), words),
          (code) => apologise(words, code),
        );
        await turn.respond(200, body);
      },
    );
  };

  on('composeExtension/query', Query, sayInList, async (turn, { parameters, queryOptions }, words) => {
    const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
    const results = await desk.onLookup({
      actor: turn.actor,
      place: turn.place,
      words: typeof typed === 'string' ? cutStart(typed, LONGEST_QUERY) : '',
      skip: queryOptions.skip,
      count: Math.min(queryOptions.count, MOST_RESULTS),
    });
    return results.length === 0 && queryOptions.skip === 0
      ? showSentence(words.lookup.nothing)
      : showList(results);
  });

  on('composeExtension/queryLink', Link, sayInList, async (turn, { url }, words) => {
    const id = publicUrl === null ? null : readEntryId(url, publicUrl);
    const found = id === null ? null : await desk.onEntry(turn.actor, turn.activity.recipient.id, id);
    return found === null ? showSentence(words.lookup.gone) : showList([found]);
  });

  on('composeExtension/fetchTask', Chosen, sayInDialog, async (turn, chosen, words) => {
    const { commandId, messagePayload } = chosen;
    const message = {
      actor: turn.actor,
      place: readDialogPlace(turn),
      text: readChosenText(messagePayload?.body?.content ?? '', turn.activity),
    };
    if (commandId === LOOKUP_COMMANDS.ask) return showInDialog(await desk.onAskAbout(message), words);
    if (commandId === LOOKUP_COMMANDS.request) return showInDialog(await desk.onRequestFrom(message), words);
    return tellInDialog(words.lookup.unknownCommand);
  });

  const press = (turn: TeamsTurn, { data }: z.infer<typeof Sent>): Promise<readonly Outgoing[]> =>
    desk.onAction({
      actor: turn.actor,
      place: readDialogPlace(turn),
      data,
      // A dialog isn't a message: its result appears in the dialog itself.
      cardActivityId: null,
      inDialog: true,
    });

  on('composeExtension/submitAction', Sent, sayInDialog, async (turn, sent, words) => {
    const outgoing = await press(turn, sent);
    const inserted = outgoing.find(({ mode }) => mode === 'insert')?.card;
    return inserted === undefined ? showInDialog(outgoing, words) : showList([toPosted(inserted)]);
  });
  for (const name of ['task/fetch', 'task/submit'])
    on(name, Sent, sayInDialog, async (turn, sent, words) => showInDialog(await press(turn, sent), words));
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('bad-input', 'An invoke couldn’t be read.');
}

function sayInList({ lookup }: Words): unknown {
  return showSentence(lookup.sorry);
}

function sayInDialog(words: Words, code: AppErrorCode): unknown {
  // Nobody can correct what a client sent in the wrong shape.
  if (code === 'bad-input') return tellInDialog(words.lookup.sorry);
  return showInDialog([renderProblem(code, words)], words);
}

function toPosted(card: NonNullable<Outgoing['card']>): LookupResult {
  return { title: card.summary, text: '', card };
}

/** Outside 1:1 a dialog is a separate place that nobody else sees. */
function readDialogPlace({ place, activity }: TeamsTurn): Place {
  const { locale } = activity;
  // A dialog shows one card, which isn't a message: nobody can rate it.
  const shown = { citesText: false, ratesItself: true };
  if (place.kind === 'personal') return { ...place, ...shown };
  const address = { ...place.address, ...(typeof locale === 'string' && { locale }) };
  return { ...place, ...shown, kind: 'dialog', address };
}

/** `https://desk.example/entries/<id>` */
export function readEntryId(url: string, publicUrl: string): string | null {
  const prefix = new URL('entries/', publicUrl).href;
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  const [, id = ''] = /^([a-z0-9-]{1,100})\/?$/.exec(`${origin}${pathname}`.slice(prefix.length)) ?? [];
  return `${origin}${pathname}`.startsWith(prefix) && id !== '' ? id : null;
}
