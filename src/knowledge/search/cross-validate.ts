import { trainClassifier } from './softmax-classifier';
import { createTopicRanker, createTrainingSet, type Candidate, type Example } from './rank-topics';

/** How an index that had never seen an ask ranked it. */
export interface LeftOut {
  readonly example: Example;
  readonly candidates: readonly Candidate[];
}

/**
 * Ranks every ask against an index of the others. Each of the `folds` rounds leaves out every fold-th ask, from both
 * index and training. A round takes a few seconds.
 */
export function crossValidate(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  programmes: readonly string[],
  folds: number,
): LeftOut[] {
  return Array.from({ length: folds }, (_, fold) => {
    const isKept = (_example: unknown, at: number): boolean => at % folds !== fold;
    const keptExamples = examples.filter(isKept);
    const keptVectors = vectors.filter(isKept);
    const head = trainClassifier(createTrainingSet(keptExamples, keptVectors, programmes));
    const index = createTopicRanker(keptExamples, programmes, { vectors: keptVectors, head });
    return examples.flatMap((example, at) => {
      if (isKept(example, at)) return [];
      const { prepared } = example;
      const { candidates } = index.rank(prepared, vectors[at] ?? null, prepared.named);
      return [{ example, candidates }];
    });
  }).flat();
}
