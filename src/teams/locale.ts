import type { TurnContext } from 'botbuilder';
import type { PartnerDesk } from '../conversation/message';
import { readActivity } from './activity';

/**
 * Gives a turn that tells no language the one that is known of the person: some clients leave it out of a press or an
 * installation. Whatever reads or stores the language then has it.
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
