import type { EventName } from '../../src/engagement/request';
import type { Words } from '../words/en';

/** One thing that happened to a request, without what was written with it. */
export interface Happening {
  readonly event: EventName;
  readonly who: string;
  /** Whom or which queue it was given to; null where it was not, or nobody knows any more. */
  readonly to: string | null;
  /** The day that was promised, YYYY-MM-DD. */
  readonly acceptedFor: string | null;
}

/** In words and without a full stop, e.g. "Ana claimed it". */
export function describeHappening({ event, who, to, acceptedFor }: Happening, { events }: Words): string {
  switch (event) {
    case 'accept':
      return events.accept(who, acceptedFor);
    case 'transfer-to-person':
    case 'transfer-to-queue':
      return events[event](who, to);
    default:
      return events[event](who);
  }
}
