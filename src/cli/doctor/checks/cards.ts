import { LANGUAGES } from '../../../../cards/words/languages';
import { drawExhibits, type Exhibit } from '../../exhibits';
import { orElse, type Check, type Finding } from '../finding';

/** Teams accepts cards up to about 28 KB, counted as UTF-16. */
const MOST_BYTES = 28 * 1024;

/** Checks that every card is small enough for Teams, in each language and with the longest data that it may hold. */
export const cards: Check = {
  name: 'cards',
  look: () =>
    weighCards(
      LANGUAGES.flatMap((language) =>
        drawExhibits(language).map(({ name, samples }) => ({ name: `${name} in ${language}`, samples })),
      ),
    ),
};

export function weighCards(exhibits: readonly Exhibit[]): readonly Finding[] {
  const weighed = exhibits.flatMap(({ name, samples }) =>
    Object.entries(samples).map(([sample, { content }]) => ({
      where: `${name}, sample "${sample}"`,
      bytes: Buffer.byteLength(JSON.stringify(content), 'utf16le'),
    })),
  );
  const heaviest = Math.max(...weighed.map(({ bytes }) => bytes));
  const faults = weighed
    .filter(({ bytes }) => bytes > MOST_BYTES)
    .map(({ where, bytes }): Finding => {
      const next = 'Shorten it: Teams rejects larger cards, so nobody would see it.';
      return { severity: 'fail', what: `${bytes} bytes; the limit is ${MOST_BYTES}`, where, next };
    });
  return orElse(faults, `${weighed.length} samples; the largest has ${heaviest} of ${MOST_BYTES} bytes`);
}
