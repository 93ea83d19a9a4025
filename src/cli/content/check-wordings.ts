import os from 'node:os';
import path from 'node:path';
import { openVectorCache } from '../../knowledge/embed/vector-cache';
import { createWorkerEmbedder } from '../../knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../knowledge/load/load-content';
import { judgeWordings, type WordingFault } from '../../knowledge/search/judge-wordings';
import { embedExamples, prepareAsks } from '../../knowledge/search/meaning';

/** Prints a sentence for each fault in the wordings, and returns the exit code. */
export async function checkWordings(
  overlayDir: string | undefined,
  print: (line: string) => void,
): Promise<0 | 1> {
  const content = loadContent({ dir: findContentDir(), overlayDir });
  const { entries, rules, terms } = content;
  const embedder = createWorkerEmbedder();
  try {
    const { examples } = prepareAsks(content, await embedder.loadKnownWords());
    // This computes only vectors that don't come with the content.
    const folder = path.join(os.tmpdir(), 'partner-desk-vectors');
    const cache = openVectorCache({ folder, name: embedder.id, shipped: listVectorFolders(overlayDir) });
    const vectors = await embedExamples(examples, embedder, cache);
    const answers = new Set([...entries, ...rules, ...terms].map(({ id }) => id));
    const faults = judgeWordings(examples, vectors, answers);
    for (const fault of faults) print(describe(fault));
    return faults.length === 0 ? 0 : 1;
  } finally {
    await embedder.close();
  }
}

function describe(fault: WordingFault): string {
  const { id, by, wording } = fault;
  switch (fault.kind) {
    case 'same':
      return `"${id}": the wording "${wording}" says the same as "${fault.other}" of "${by}". Keep it under one of them`;
    case 'taken-over':
      return `"${by}" takes over "${id}": ${fault.taken} of its ${fault.of} wordings find "${by}", for example "${wording}". Give them wordings that tell them apart, or make them one item`;
    case 'not-found':
      return `"${id}" isn't found by its own wordings: only ${fault.found} of ${fault.of} find it. "${wording}" finds "${by}". Give it wordings that fit only this item`;
  }
}
