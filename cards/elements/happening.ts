import type { EventName } from '../../src/engagement/request';
import type { WaitStepView } from '../../src/engagement/reading/view';
import type { Words } from '../words/en';
import type { Reader } from './request-state';

/** What was done about a wait. */
export interface WaitHappening {
  readonly step: WaitStepView['stage'];
  /** Who was asked, or who asks; null if it's nobody or no longer known. */
  readonly name: string | null;
  /** False where a person was to be asked and couldn't be reached. */
  readonly isHeard?: boolean;
  readonly reader: Reader;
}

/** One thing that happened to a request, without what was written with it. */
export type Happening = EventHappening | WaitHappening;

export interface EventHappening {
  readonly event: EventName;
  readonly who: string;
  /** The person or queue that received it; null if it didn't change hands, or the name is no longer known. */
  readonly to: string | null;
  /** The day that was agreed or proposed, YYYY-MM-DD. */
  readonly acceptedFor: string | null;
  /** What an edit changed, never to what. */
  readonly changed?: readonly EditedField[];
  /** The same for the service's own fields, by their names. */
  readonly changedFields?: readonly string[];
}

export const EDITED_FIELDS = [
  'customer',
  'isConfidential',
  'solutionArea',
  'wantedBy',
  'details',
  'service',
] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

/** In words and without a full stop, e.g. "Ana claimed it". */
export function describeHappening(happening: Happening, words: Words): string {
  return 'step' in happening ? describeStep(happening, words) : describeEvent(happening, words);
}

function describeEvent(
  { event, who, to, acceptedFor, changed = [], changedFields = [] }: EventHappening,
  words: Words,
): string {
  const { events } = words;
  if (!Object.hasOwn(events, event)) return words.timeline.unknown(who);
  return events[event](who, {
    to,
    day: acceptedFor,
    fields: [...changed.map((field) => nameField(field, words)), ...changedFields],
  });
}

function nameField(field: EditedField, { facts, intake }: Words): string {
  switch (field) {
    case 'customer':
    case 'details':
      return facts[field];
    case 'isConfidential':
      return intake.confidential;
    case 'solutionArea':
      return facts.area;
    case 'wantedBy':
      return facts.wishedBy;
    case 'service':
      return facts.kind;
  }
}

function describeStep({ step, name, reader, isHeard = true }: WaitHappening, { steps }: Words): string {
  if (!isHeard && step in steps.unheard) return steps.unheard[step as keyof typeof steps.unheard];
  switch (step) {
    case 'remind':
      return steps.remind;
    case 'backup':
      return steps.backup(name);
    case 'lead':
    case 'owner-lead':
      return steps.lead(name);
    case 'give-up':
      return reader === 'partner' ? steps.giveUpToPartner : steps.giveUp;
    case 'owner':
      return steps.owner(name);
    case 'nudge':
      return reader === 'partner' ? steps.nudgeOfPartner : steps.nudge(name ?? '');
    case 'manager':
      return reader === 'partner' ? steps.managerOfPartner : steps.manager(name ?? '');
  }
}
