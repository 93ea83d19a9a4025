/** What is slow to make and never changes. The suites that one jest worker process runs share it. */
import { createSafety, type Safety } from '../../src/answering/reading/safety';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import { createWorkerEmbedder } from '../../src/knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../src/knowledge/load/load-content';
import type { Content } from '../../src/knowledge/model/content';
import { createSearch, type Search } from '../../src/knowledge/search/search';
import { WARM_VECTORS } from './warm-vectors';

/** The module that the sources see. In the sandbox, a suite gets one of its own, with other classes. */
export const requireOutside = (name: string): unknown => requireCompiled(name);

declare global {
  /** Outlives a suite (tests/support/environment.js). */
  var sharedInWorker: Map<string, unknown>;
  var requireCompiled: NodeJS.Require;
}

function share<T>(name: string, make: () => T): T {
  if (!sharedInWorker.has(name)) sharedInWorker.set(name, make());
  return sharedInWorker.get(name) as T;
}

/** The content as it ships. */
export const content: Content = share('content', () => loadContent({ dir: findContentDir() }));

/** Where a search finds the vectors of the content. */
export const vectors = {
  cacheFolder: WARM_VECTORS,
  shippedFolders: listVectorFolders(undefined),
};

/** The recogniser of reports by words alone. */
export function getSafety(): Safety {
  return share('safety', () => createSafety(content));
}

/** The real model and a search over the content. Don't close the embedder: other suites go on with it. */
export function getSearch(): { readonly embedder: Embedder; readonly search: Search } {
  return share('search', () => {
    const embedder = createWorkerEmbedder();
    return { embedder, search: createSearch({ content, embedder, ...vectors }) };
  });
}
