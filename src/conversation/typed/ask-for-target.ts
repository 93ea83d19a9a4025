import type { Answerer } from '../../answering/dialogue';
import { send } from '../answers/replies';
import { isShared, type Outgoing } from '../message';
import { refuseReport } from '../refuse-report';
import { showNotice } from '../requests/outcomes';
import type { RequestTurns } from '../requests/requests';
import type { Turn } from '../turn';
import type { TargetFound } from './find-target';

/** What a press may send in the person's name. */
const LONGEST_OFFERED = 300;

/** Asks which person a transfer means. The note that was typed with it is kept. */
export async function askForTarget(
  { requests, answerer }: { readonly requests: RequestTurns; readonly answerer: Answerer },
  turn: Turn,
  number: string,
  found: TargetFound,
): Promise<readonly Outgoing[]> {
  const { words, place } = turn;
  const { note } = found;
  if (found.outcome !== 'unsure' || isShared(place) || note.length > LONGEST_OFFERED) {
    const problem = words.transferForm.whoIsMeant;
    return requests.openForm(turn, 'transfer', number, { text: note, problem });
  }
  const refusal = await refuseReport(answerer, { text: note }, words);
  if (refusal !== null) return [send(refusal)];
  const offers = found.targets.map(({ id, name, mail }) => ({
    title: mail === null ? name : `${name} (${mail})`,
    text: [words.transferForm.typed(number, id), note].filter(Boolean).join(': '),
  }));
  const model = { tone: 'info', text: words.transferForm.whoIsMeant, number: null, saysNext: true } as const;
  return [showNotice({ ...model, offers }, words)];
}
