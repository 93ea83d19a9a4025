/**
 * Invokes: look-ups and dialogs, for which Teams waits. The HTTP response is the answer, and the person sees nothing else.
 * So each invoke gets one within Teams' 5 s, even on an error. Teams may repeat an invoke, so these handlers only read, or
 * store a form whose id makes a repeat harmless.
 */
import type { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod/v4';
import { chooseWords, type Language, type Words } from '../../../cards/words/languages';
import type { LookupResult, Outgoing, Place } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import { readActivity } from './activity';
import { readActor, readPlace } from './actor';
import { showInDialog, showList, showSentence, tellInDialog } from './invoke-answers';
import { readChosenText } from './message-text';
import { LOOKUP_COMMANDS } from './lookup-commands';
import { INVOKE_DEADLINE_MS, within } from './guard';
import { cutStart } from '../../shared/cut';

const MOST_RESULTS = 25;
const LONGEST_QUERY = 200;

/** Agents Playground 0.2.28: a parameter has no name unless the person typed one. */
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
  /** For people whose client uses an unsupported language. */
  readonly defaultLanguage: Language;
}

export function registerInvokes(
  app: Application,
  { desk, log, publicUrl, defaultLanguage }: InvokeDependencies,
): void {
  /** `sorry` is sent instead if `answer` fails or takes too long. */
  const on = (
    name: string,
    sorry: (sentence: string) => unknown,
    answer: (context: TurnContext, value: unknown, words: Words) => Promise<unknown>,
  ) => {
    app.addRoute(
      (context) => {
        const activity = readActivity(context);
        return Promise.resolve(activity.type === 'invoke' && activity.name === name);
      },
      async (context) => {
        // Only one person sees the result.
        const words = chooseWords(readActivity(context).locale, defaultLanguage);
        let body: unknown;
        try {
          body = await within(INVOKE_DEADLINE_MS, answer(context, readActivity(context).value, words));
        } catch (error) {
          const about = { activityId: context.activity.id, invoke: name };
          if (error instanceof z.ZodError) log.info(about, 'ignored an unreadable invoke');
          else log.error({ err: error, ...about }, 'an invoke failed');
          body = sorry(words.lookup.sorry);
        }
        await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
      },
      true,
    );
  };

  on('composeExtension/query', showSentence, async (context, value, words) => {
    const { parameters, queryOptions } = Query.parse(value);
    const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
    const results = await desk.onLookup({
      actor: readActor(context),
      place: readPlace(context),
      words: typeof typed === 'string' ? cutStart(typed, LONGEST_QUERY) : '',
      skip: queryOptions.skip,
      count: Math.min(queryOptions.count, MOST_RESULTS),
    });
    return results.length === 0 && queryOptions.skip === 0
      ? showSentence(words.lookup.nothing)
      : showList(results);
  });

  on('composeExtension/queryLink', showSentence, async (context, value, words) => {
    const { url } = Link.parse(value);
    const id = publicUrl === null ? null : readEntryId(url, publicUrl);
    const found =
      id === null ? null : await desk.onEntry(readActor(context), readActivity(context).recipient.id, id);
    return found === null ? showSentence(words.lookup.gone) : showList([found]);
  });

  on('composeExtension/fetchTask', tellInDialog, async (context, value, words) => {
    const { commandId, messagePayload } = Chosen.parse(value);
    const chosen = {
      actor: readActor(context),
      place: readDialogPlace(context),
      text: readChosenText(messagePayload?.body?.content ?? '', readActivity(context)),
    };
    if (commandId === LOOKUP_COMMANDS.ask) return showInDialog(await desk.onAskAbout(chosen), words);
    if (commandId === LOOKUP_COMMANDS.request) return showInDialog(await desk.onRequestFrom(chosen), words);
    return tellInDialog(words.lookup.unknownCommand);
  });

  const press = (context: TurnContext, value: unknown): Promise<readonly Outgoing[]> =>
    desk.onAction({
      actor: readActor(context),
      place: readDialogPlace(context),
      data: Sent.parse(value).data,
      // A dialog isn't a message: its result appears in the dialog itself.
      cardActivityId: null,
      inDialog: true,
    });

  on('composeExtension/submitAction', tellInDialog, async (context, value, words) => {
    const outgoing = await press(context, value);
    const inserted = outgoing.find(({ mode }) => mode === 'insert')?.card;
    return inserted === undefined ? showInDialog(outgoing, words) : showList([toPosted(inserted)]);
  });
  on('task/fetch', tellInDialog, async (context, value, words) =>
    showInDialog(await press(context, value), words),
  );
  on('task/submit', tellInDialog, async (context, value, words) =>
    showInDialog(await press(context, value), words),
  );
}

function toPosted(card: NonNullable<Outgoing['card']>): LookupResult {
  return { title: card.summary, text: '', card };
}

/** Outside 1:1 a dialog is a separate place that nobody else sees. */
function readDialogPlace(context: TurnContext): Place {
  const place = readPlace(context);
  const { locale } = readActivity(context);
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
