/** Things that are slow to make and never change. The suites that one jest worker process runs share them. */
import { createSafety, type Safety } from '../../src/answering/reading/safety';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import { createWorkerEmbedder } from '../../src/knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../src/knowledge/load/load-content';
import type { Content } from '../../src/knowledge/model/content';
import { createSearch, type Search } from '../../src/knowledge/search/search';
import { WARM_VECTORS } from './warm-vectors';

/** Loads the module that the sources use. In the sandbox, a suite gets its own copy with other classes. */
export const requireOutside = (name: string): unknown => requireCompiled(name);

declare global {
  /** Its content outlives a suite (tests/support/environment.js). */
  var sharedInWorker: Map<string, unknown>;
  var requireCompiled: NodeJS.Require;
}

function share<T>(name: string, make: () => T): T {
  if (!sharedInWorker.has(name)) sharedInWorker.set(name, make());
  return sharedInWorker.get(name) as T;
}

/** The shipped content. */
export const content: Content = share('content', () => loadContent({ dir: findContentDir() }));

/** Where a search finds the content's vectors. */
export const vectors = {
  cacheFolder: WARM_VECTORS,
  shippedFolders: listVectorFolders(undefined),
};

/** The recogniser of vulnerability reports by words alone. */
export function getSafety(): Safety {
  return share('safety', () => createSafety(content));
}

/** The loaded model for a bot that closes its embedder when it stops. The model stays for other suites. */
export function lendEmbedder(): Embedder {
  return { ...getSearch().embedder, close: () => Promise.resolve() };
}

/** The real model and a search over the content. Don't close the embedder, because other suites use it, too. */
export function getSearch(): { readonly embedder: Embedder; readonly search: Search } {
  return share('search', () => {
    const embedder = createWorkerEmbedder();
    return { embedder, search: createSearch({ content, embedder, ...vectors }) };
  });
}
