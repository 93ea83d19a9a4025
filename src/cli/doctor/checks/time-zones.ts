import { AppError } from '../../../shared/app-error';
import { orElse, type Check, type Finding } from '../finding';

/** Two long-established zones, one in each hemisphere. Data that gets these wrong can't be trusted for the rest. */
const KNOWN = [
  { zone: 'Europe/Dublin', at: Date.UTC(2026, 0, 15, 12), hour: 12 },
  { zone: 'Europe/Dublin', at: Date.UTC(2026, 6, 15, 12), hour: 13 },
  { zone: 'Australia/Sydney', at: Date.UTC(2026, 0, 15, 12), hour: 23 },
] as const;

/** Checks that this Node.js knows time zones, including those in the directory. Working hours depend on that. */
export const timeZones: Check = {
  name: 'time zones',
  look: ({ directory }) => {
    const isThere = directory !== null && !(directory instanceof AppError);
    const { queues, people } = isThere ? directory.organisation : { queues: [], people: [] };
    return judgeTimeZones([...queues, ...people].map(({ timeZone }) => timeZone));
  },
};

/** `readHour` returns the hour of the day in the zone, and throws for an unknown zone. */
export function judgeTimeZones(zones: readonly string[], readHour = readHourIn): readonly Finding[] {
  const next = 'Use an official build of Node.js, with its time zone data (full ICU).';
  const faults: Finding[] = KNOWN.filter(({ zone, at, hour }) => tryHour(readHour, zone, at) !== hour).map(
    ({ zone }) => ({
      severity: 'fail',
      what: 'This Node.js calculates the wrong time there',
      where: zone,
      next,
    }),
  );
  const unknown = [...new Set(zones)].filter((zone) => tryHour(readHour, zone, 0) === undefined);
  for (const where of unknown)
    faults.push({
      severity: 'fail',
      what: 'The directory uses it, but this Node.js doesn’t know it',
      where,
      next,
    });
  return orElse(faults, `known${process.versions.tz ? ` (data version ${process.versions.tz})` : ''}`);
}

function tryHour(readHour: typeof readHourIn, zone: string, at: number): number | undefined {
  try {
    return readHour(zone, at);
  } catch {
    return undefined;
  }
}

function readHourIn(timeZone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  return Number(parts.format(atMs));
}
