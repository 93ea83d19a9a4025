import { chooseWords, type Language, type Words } from '../../cards/words/languages';
import type { Answerer } from '../answering/dialogue';
import type { Directory } from '../directory/directory';
import type { Identity } from '../directory/recognise';
import { canTell } from '../shared/story';
import type { Actor, MentionedPerson, Place } from './message';

/** One message or press on its way through: who, where, which card was pressed, and in which words to answer. */
export interface Turn {
  readonly actor: Actor;
  readonly place: Place;
  /** The people that the message mentions by name. */
  readonly mentioned: readonly MentionedPerson[];
  readonly cardActivityId: string | null;
  readonly words: Words;
  /** The person in the directory. Looked up at most once per turn, and only if needed. */
  readonly identify: () => Promise<Identity>;
}

export interface TurnDependencies {
  readonly directory: Pick<Directory, 'recognise'>;
  readonly answerer: Pick<Answerer, 'findReport'>;
  readonly defaultLanguage: Language;
}

export function createTurn(
  deps: TurnDependencies,
  actor: Actor,
  place: Place,
  cardActivityId: string | null,
  mentioned: readonly MentionedPerson[] = [],
): Turn {
  let identity: Promise<Identity> | undefined;
  return {
    actor,
    place,
    mentioned,
    cardActivityId,
    words: wordsAt(place, deps.defaultLanguage),
    identify: () => (identity ??= identify(deps, actor)),
  };
}

/** Names are stored with what people do, and an account can have any name. */
async function identify(
  { directory, answerer, defaultLanguage }: TurnDependencies,
  actor: Actor,
): Promise<Identity> {
  const identity = await directory.recognise(actor);
  const { name } = identity;
  const mayBeKept =
    name.length <= LONGEST_NAME && (!canTell(name) || (await answerer.findReport(name)) === null);
  return mayBeKept ? identity : { ...identity, name: chooseWords(undefined, defaultLanguage).people.unnamed };
}

/** Entra ID allows 256 characters. */
const LONGEST_NAME = 256;

/** Replies to one person are in their client's language; where several read, in the organisation's. */
export function wordsAt({ address }: Place, defaultLanguage: Language): Words {
  return chooseWords(address.locale, defaultLanguage);
}
