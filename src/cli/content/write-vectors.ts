import { statSync } from 'node:fs';
import path from 'node:path';
import { openVectorCache } from '../../knowledge/embed/vector-cache';
import { createWorkerEmbedder } from '../../knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../knowledge/load-content';
import { AppError } from '../../shared/app-error';
import { listKeys, loadMeaning, prepareAsks } from '../../knowledge/search/meaning';

/**
 * Writes what a start needs to understand the content by meaning at once, into `vectors/` beside it: what changed is
 * computed, what no wording needs any more is dropped.
 */
export async function writeVectors(
  overlayDir: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const content = loadContent({ dir: findContentDir(), overlayDir });
  const shipped = listVectorFolders(overlayDir);
  const folder = shipped.pop() ?? '';
  const embedder = createWorkerEmbedder();
  try {
    const asks = prepareAsks(content, await embedder.loadKnownWords());
    const cache = openVectorCache({ folder, name: embedder.id, shipped });
    const needed = new Set(listKeys(content, asks, embedder.id));
    const computed = [...needed].filter((key) => !cache.has(key)).length;
    const dropped = cache.keys().filter((key) => !needed.has(key)).length;
    if (computed > 0) print(`computing ${computed} of ${needed.size}, up to two minutes …`);
    await loadMeaning(content, asks, embedder, cache);
    cache.save();
    const written = openVectorCache({ folder, name: embedder.id, shipped });
    const file = path.join(folder, `${embedder.id}.i8`);
    if (![...needed].every((key) => written.has(key)))
      throw new AppError('bad-input', `${file} could not be written.`);
    const size = (statSync(file).size / 2 ** 20).toFixed(1);
    print(`${file}: ${needed.size} kept, ${computed} of them new, ${dropped} dropped, ${size} MB`);
  } finally {
    await embedder.close();
  }
}
