const HOURS = /\b(\d{1,4})(?:\s|-)*(?:h|hrs?|hours?)\b/gi;

/** The most hours that a text states; null where it states none in figures. */
export function findHours(text: string): number | null {
  const stated = [...text.matchAll(HOURS)].map(([, figure]) => Number(figure));
  return stated.length === 0 ? null : Math.max(...stated);
}
