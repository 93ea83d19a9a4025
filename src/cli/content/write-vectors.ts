import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openVectorCache } from '../../knowledge/embed/vector-cache';
import { createWorkerEmbedder, PLAIN_ID } from '../../knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../knowledge/load/load-content';
import { AppError } from '../../shared/app-error';
import { embedStories, listKeys, loadMeaning, prepareAsks } from '../../knowledge/search/meaning';

/**
 * Writes the vectors that a start needs to understand the content by meaning, into its `vectors/` folder. It computes
 * what changed and drops what isn't used any more, including another encoder's vectors.
 */
export async function writeVectors(
  overlayDir: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const content = loadContent({ dir: findContentDir(), overlayDir });
  const shipped = listVectorFolders(overlayDir);
  const folder = shipped.pop() ?? '';
  const embedder = createWorkerEmbedder({
    onPlain: (why) => {
      throw new AppError('bad-input', `The encoder isn’t the one that ships: ${why}.`);
    },
  });
  try {
    const asks = prepareAsks(content, await embedder.loadKnownWords());
    const cache = openVectorCache({ folder, name: embedder.id, shipped });
    const needed = new Set(listKeys(content, asks, embedder.id));
    const computed = [...needed].filter((key) => !cache.has(key)).length;
    const dropped = cache.keys().filter((key) => !needed.has(key)).length;
    if (computed > 0)
      print(`Computing ${computed} of ${needed.size} vectors. This takes up to two minutes …`);
    await loadMeaning(content, asks, embedder, cache);
    // If the content changes, learning it again needs these, too.
    await embedStories(content, asks, embedder, cache);
    cache.save();
    const written = openVectorCache({ folder, name: embedder.id, shipped });
    const file = path.join(folder, `${embedder.id}.i8`);
    if (![...needed].every((key) => written.has(key)))
      throw new AppError('bad-input', `Can’t write ${file}.`);
    for (const name of readdirSync(folder))
      if (name.startsWith(PLAIN_ID) && name !== `${embedder.id}.i8`) rmSync(path.join(folder, name));
    const size = (statSync(file).size / 2 ** 20).toFixed(1);
    print(`${file}: ${needed.size} vectors (${computed} new), ${dropped} removed, ${size} MB`);
  } finally {
    await embedder.close();
  }
}
