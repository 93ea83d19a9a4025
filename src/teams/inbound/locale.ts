import { guard } from '../../conversation/guard';
import type { PartnerDesk } from '../../conversation/port';
import type { Log } from '../../shared/log';
import type { TeamsTurn } from '../turn';

/**
 * Adds the person's known language to a turn without one. Some clients omit it for a button press or an installation.
 */
export async function recallLocale(
  { activity }: TeamsTurn,
  desk: Pick<PartnerDesk, 'findLocale'>,
  log: Log,
): Promise<void> {
  const { id, locale, from } = activity;
  if (locale !== undefined) return;
  const known = await guard(
    { log, what: 'recall-locale', activityId: id },
    () => desk.findLocale(from.id),
    () => null,
  );
  if (known !== null) activity.locale = known;
}
