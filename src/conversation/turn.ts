import { chooseWords, type Language, type Words } from '../../cards/words/languages';
import type { Directory } from '../directory/directory';
import type { Identity } from '../directory/recognise';
import type { Actor, MentionedPerson, Place } from './message';

/** One message or press on its way through: who, where, which card was pressed, and in which words to answer. */
export interface Turn {
  readonly actor: Actor;
  readonly place: Place;
  /** The people that the message mentions by name. */
  readonly mentioned: readonly MentionedPerson[];
  readonly cardActivityId: string | null;
  readonly words: Words;
  /** Who that is in the directory; asked at most once a turn, and only when somebody needs to know. */
  readonly identify: () => Promise<Identity>;
}

export function createTurn(
  directory: Directory,
  actor: Actor,
  place: Place,
  cardActivityId: string | null,
  defaultLanguage: Language,
  mentioned: readonly MentionedPerson[] = [],
): Turn {
  let identity: Promise<Identity> | undefined;
  return {
    actor,
    place,
    mentioned,
    cardActivityId,
    words: wordsAt(place, defaultLanguage),
    identify: () => (identity ??= directory.recognise(actor)),
  };
}

/** A person is answered in their client's language; where several read, in the organisation's. */
export function wordsAt({ address }: Place, defaultLanguage: Language): Words {
  return chooseWords(address.locale, defaultLanguage);
}
