import { LIFECYCLE } from '../../src/engagement/events/lifecycle';
import { STATES, type State } from '../../src/engagement/request';

/** Draws the lifecycle table as the README's Mermaid diagram, without events that keep the state. */
export function drawLifecycle(): string {
  const arrows = new Map<string, string[]>();
  const draw = (from: State | null, to: State, event: string) => {
    const arrow = `${toName(from)} --> ${toName(to)}`;
    const events = arrows.get(arrow) ?? [];
    if (!events.includes(event)) arrows.set(arrow, [...events, event]);
  };
  for (const { event, from, to } of LIFECYCLE) {
    if (to === 'same') continue;
    const targets: readonly State[] = to === 'asked-from' ? ['claimed', 'accepted'] : [to];
    const sources: readonly (State | null)[] = from.length === 0 ? [null] : from;
    for (const source of sources) for (const target of targets) draw(source, target, event);
  }
  const named = STATES.filter((state) => state.includes('-')).map(
    (state) => `  state "${state}" as ${toName(state)}`,
  );
  const lines = [...arrows].map(([arrow, events]) => `  ${arrow}: ${events.join(', ')}`);
  return ['stateDiagram-v2', ...named, ...lines].join('\n');
}

function toName(state: State | null): string {
  return state === null ? '[*]' : state.replace('-', '_');
}
