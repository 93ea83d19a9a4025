/**
 * Compares the local engine with a model on labelled messages: alone, with the model if the local engine is unsure, and
 * with the model always. A message that no model may see counts as answered locally everywhere, and so does a greeting.
 */
import { EMPTY_DIALOGUE, remember, type Answerer, type Dialogue } from '../../answering/dialogue';
import type { Reply } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';
import type { Search } from '../../knowledge/search/search';
import { withModel, type ModelOutcome } from '../../model/second-reader';
import type { Asked, Question, Transport } from '../../model/transport';
import { formatShare, quantile } from './bench-report';
import type { LabelledLine } from './labelled-lines';

export interface ModelBenchDependencies {
  readonly content: Content;
  readonly answerer: Answerer;
  readonly search: Pick<Search, 'rank'>;
  readonly transport: Transport;
}

interface Judged {
  readonly line: LabelledLine;
  readonly reply: Reply;
}

const CLAIMS: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>([
  'answer',
  'verdict',
  'need',
  'intake',
  'guide',
]);
const ABSTAINS: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>(['unclear', 'not-covered']);
const ABSTAINED: Reply = { kind: 'unclear', topic: 'unclear' };

export async function reportModel(
  deps: ModelBenchDependencies,
  lines: readonly LabelledLine[],
): Promise<string[]> {
  const { content, answerer } = deps;
  const gaps = new Set(content.notCovered.map(({ topic }) => topic));
  const calls = rememberCalls(deps.transport);
  const [always, unsure] = [openReader(deps, calls, 'always'), openReader(deps, calls, 'unsure')];
  const results = { local: [], model: [], unsure: [], always: [] } as Record<string, Judged[]>;
  const outcomes: ModelOutcome[] = [];
  let asked = 0;
  for (const line of lines) {
    const dialogue = await hold(answerer, line.earlier);
    const local = await answerer.understand(line.text, dialogue);
    const inAlways = await always.read(line.text, dialogue, local);
    const inUnsure = await unsure.read(line.text, dialogue, local);
    const isOwn = /^(?:withheld|sure)/.test(inAlways.outcome);
    const isVerified = inAlways.outcome === 'agreed' || inAlways.outcome === 'changed';
    results['local']?.push({ line, reply: local });
    results['model']?.push({ line, reply: isOwn ? local : isVerified ? inAlways.reply : ABSTAINED });
    results['unsure']?.push({ line, reply: inUnsure.reply });
    results['always']?.push({ line, reply: inAlways.reply });
    outcomes.push(inAlways.outcome);
    if (inUnsure.outcome !== 'sure' && !inUnsure.outcome.startsWith('withheld')) asked += 1;
  }
  const replied = outcomes.filter((outcome) => /^(?:agreed|changed|rejected)/.test(outcome));
  const rejected = replied.filter((outcome) => outcome.startsWith('rejected'));
  return [
    ...Object.entries(results).flatMap(([name, judged]) => describe(name, judged, gaps)),
    `model calls: p50 ${quantile(calls.times, 0.5).toFixed(0)} ms, p95 ${quantile(calls.times, 0.95).toFixed(0)} ms; asked where unsure ${formatShare(asked, lines.length)}`,
    `rejected of its replies ${formatShare(rejected.length, replied.length)}`,
    ...[...new Set(outcomes)]
      .sort()
      .map(
        (outcome) => `  ${outcome.padEnd(30)} ${String(outcomes.filter((one) => one === outcome).length)}`,
      ),
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  local: 'local',
  model: 'model alone',
  unsure: 'both, asked where unsure',
  always: 'both, asked always',
};

function describe(name: string, judged: readonly Judged[], gaps: ReadonlySet<string>): string[] {
  const isRight = ({ line, reply }: Judged) =>
    reply.topic === line.label || line.acceptable.includes(reply.topic);
  const count = (all: readonly Judged[], fits: (one: Judged) => boolean) =>
    formatShare(all.filter(fits).length, all.length);
  const covered = judged.filter(({ line }) => !gaps.has(line.label));
  const notCovered = judged.filter(({ line }) => gaps.has(line.label));
  const claims = (one: Judged) => !isRight(one) && CLAIMS.has(one.reply.kind) && !gaps.has(one.reply.topic);
  return [
    `${NAMES[name] ?? name}:`,
    `  right                   ${count(judged, isRight)}`,
    `  wrong claims            ${count(judged, claims)}`,
    `  not covered, answered   ${count(notCovered, claims)}`,
    `  known, but abstained    ${count(covered, (one) => !isRight(one) && ABSTAINS.has(one.reply.kind))}`,
  ];
}

async function hold(answerer: Answerer, earlier: readonly string[]): Promise<Dialogue> {
  let dialogue: Dialogue = EMPTY_DIALOGUE;
  for (const text of earlier)
    dialogue = remember(dialogue, text, await answerer.understand(text, dialogue), 0);
  return dialogue;
}

function openReader(
  { content, answerer, search }: ModelBenchDependencies,
  transport: Transport,
  when: 'always' | 'unsure',
) {
  let outcome: ModelOutcome = 'sure';
  const reader = withModel(answerer, {
    ...{ content, search, transport, settings: { when, offTenants: [] } },
    listNames: () => Promise.resolve({ people: [], companies: [] }),
    onOutcome: (latest) => (outcome = latest),
  });
  return {
    read: async (text: string, dialogue: Dialogue, local: Reply) => {
      const reply = await reader.reconsider({ text, dialogue, tenantId: null, names: [] }, local);
      return { reply, outcome };
    },
  };
}

/** Asks each question once, and measures the time. */
function rememberCalls(transport: Transport): Transport & { readonly times: readonly number[] } {
  const known = new Map<string, Promise<Asked>>();
  const times: number[] = [];
  const ask = async (question: Question): Promise<Asked> => {
    const beganAt = performance.now();
    const asked = await transport.ask(question);
    times.push(performance.now() - beganAt);
    return asked;
  };
  return {
    times,
    state: () => transport.state(),
    ask(question) {
      const asked = known.get(question.id) ?? ask(question);
      known.set(question.id, asked);
      return asked;
    },
  };
}
