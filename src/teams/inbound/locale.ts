import type { TurnContext } from 'botbuilder';
import { guard } from '../../conversation/guard';
import type { PartnerDesk } from '../../conversation/port';
import type { Log } from '../../shared/log';
import { readActivity } from './activity';

/**
 * Adds the person's known language to a turn without one. Some clients omit it for a button press or an installation.
 */
export async function recallLocale(
  context: TurnContext,
  desk: Pick<PartnerDesk, 'findLocale'>,
  log: Log,
): Promise<void> {
  const { id, locale, from } = readActivity(context);
  if (locale !== undefined) return;
  const known = await guard(
    { log, what: 'recall-locale', activityId: id },
    () => desk.findLocale(from.id),
    () => null,
  );
  if (known !== null) context.activity.locale = known;
}
