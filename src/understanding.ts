import type { Answerer } from './answering/dialogue';
import { createAnswerer } from './answering/understand';
import type { Config } from './config';
import type { Core } from './core';
import { listKnownNames } from './directory/known-names';
import type { Embedder } from './knowledge/embed/embedder';
import { listVectorFolders } from './knowledge/load/load-content';
import type { Content } from './knowledge/model/content';
import { createSearch, type Search } from './knowledge/search/search';
import { openModel } from './model/open-model';
import { withModel, type ModelOutcome } from './model/second-reader';
import type { Transport } from './model/transport';
import type { Log } from './shared/log';
import type { Instruments } from './watching/instruments';
import { observeAnswerer, observeModel } from './watching/observe';

export interface Understanding {
  readonly answerer: Answerer;
  /** Resolves when the bot understands questions by meaning. Until then it uses words alone, with a higher threshold. */
  readonly warm: Promise<void>;
  readonly state: () => 'ok' | 'warming' | 'failed';
  /** Null if no model is configured. */
  readonly modelState: (() => 'ok' | 'degraded') | null;
  close(): Promise<void>;
}

interface UnderstandingDependencies extends Pick<Core, 'clock' | 'directory'> {
  readonly config: Config;
  readonly content: Content;
  readonly embedder: Embedder;
  /** Replaces the configured model's endpoint. */
  readonly transport: Transport | undefined;
  readonly instruments: Instruments;
  readonly log: Log;
}

/** Understands by words and meaning, and by a model as a second reader if one is configured. */
export function createUnderstanding(deps: UnderstandingDependencies): Understanding {
  const { config, content, embedder, clock, log } = deps;
  let isClosing = false;
  let isModelMissing = false;
  const search = createSearch({
    content,
    embedder,
    cacheFolder: config.vectorsDir,
    shippedFolders: listVectorFolders(config.contentDir),
    onProblem: (problem) => {
      if (isClosing) return;
      isModelMissing = true;
      log.error(
        { err: problem },
        'understanding by meaning isn’t available, so the bot matches by words only',
      );
    },
  });
  const transport = config.model === null ? null : (deps.transport ?? openModel(config.model, clock));
  const local = createAnswerer({ content, search, clock });
  return {
    answerer: observeAnswerer(addModel(deps, local, search, transport), deps.instruments),
    warm: search.ready,
    state() {
      if (embedder.state() === 'failed') return 'failed';
      if (search.isWarm()) return 'ok';
      return isModelMissing ? 'failed' : 'warming';
    },
    modelState: transport === null ? null : () => transport.state(),
    async close() {
      isClosing = true;
      await embedder.close();
    },
  };
}

function addModel(
  { config, content, directory, instruments, log }: UnderstandingDependencies,
  local: Answerer,
  search: Search,
  transport: Transport | null,
): Answerer {
  if (config.model === null || transport === null) return local;
  return withModel(local, {
    ...{ content, search, settings: config.model },
    transport: observeModel(transport, instruments),
    listNames: async () => listKnownNames(await directory.current()),
    onOutcome: (outcome) => {
      instruments.countChoice(outcome);
      if (isWorthLogging(outcome))
        log.warn({ outcome }, 'the model gave no reply, so the bot’s own reply goes out');
    },
  });
}

/** Calls that were skipped after failures or for lack of budget would fill the log. */
function isWorthLogging(outcome: ModelOutcome): boolean {
  const isPlanned = outcome === 'failed-not-called' || outcome === 'failed-no-budget';
  return outcome.startsWith('failed-') && !isPlanned;
}
