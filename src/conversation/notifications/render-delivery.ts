import { chooseWords, type Language } from '../../../cards/words/languages';
import type { EngagementDesk } from '../../engagement/desk';
import type { OutboundMessage } from '../../outbox/courier';
import type { OutboxRow } from '../../outbox/message';
import type { Outbox } from '../../outbox/outbox';
import { drawDeskCard, type DeskCardSources } from './desk-cards';

interface RenderDependencies extends Omit<DeskCardSources, 'words'> {
  readonly desk: Pick<EngagementDesk, 'readCard'>;
  readonly outbox: Pick<Outbox, 'findAddress'>;
  /** For channels, and for people whose own language is unknown. */
  readonly defaultLanguage: Language;
}

/** Draws a stored message from the current state, in its reader's language; null if there's nothing left to say. */
export async function renderDelivery(
  { desk, outbox, defaultLanguage, ...sources }: RenderDependencies,
  row: OutboxRow,
): Promise<OutboundMessage | null> {
  const model = await desk.readCard(row);
  if (model === null) return null;
  const address = await outbox.findAddress(row.to);
  return drawDeskCard(model, { ...sources, words: chooseWords(address?.locale, defaultLanguage) });
}
