import type { TurnContext } from 'botbuilder';
import type { PartnerDesk } from '../../conversation/port';
import { readActivity } from './activity';

/**
 * Adds the person's known language to a turn without one. Some clients omit it for a button press or an installation.
 */
export async function recallLocale(
  context: TurnContext,
  desk: Pick<PartnerDesk, 'findLocale'>,
): Promise<void> {
  const { locale, from } = readActivity(context);
  if (locale !== undefined) return;
  const known = await desk.findLocale(from.id);
  if (known !== null) context.activity.locale = known;
}
