import { AppError } from '../../../shared/app-error';
import { orElse, type Check, type Finding } from '../finding';

/** Known for decades, one on each side of the equator: data that lacks them lacks the rest too. */
const KNOWN = [
  { zone: 'Europe/Dublin', at: Date.UTC(2026, 0, 15, 12), hour: 12 },
  { zone: 'Europe/Dublin', at: Date.UTC(2026, 6, 15, 12), hour: 13 },
  { zone: 'Australia/Sydney', at: Date.UTC(2026, 0, 15, 12), hour: 23 },
] as const;

/** Hours of queues and people come out right: this Node.js knows time zones, and those of the directory. */
export const timeZones: Check = {
  name: 'time zones',
  look: ({ directory }) => {
    const isThere = directory !== null && !(directory instanceof AppError);
    const { queues, people } = isThere ? directory.organisation : { queues: [], people: [] };
    return judgeTimeZones([...queues, ...people].map(({ timeZone }) => timeZone));
  },
};

/** `readHour` gives the hour of the day in the zone, and throws for one that it does not know. */
export function judgeTimeZones(zones: readonly string[], readHour = readHourIn): readonly Finding[] {
  const next = 'Use an official build of Node.js, with its time zone data (full ICU).';
  const faults: Finding[] = KNOWN.filter(({ zone, at, hour }) => tryHour(readHour, zone, at) !== hour).map(
    ({ zone }) => ({ severity: 'fail', what: 'The hour is wrong in it', where: zone, next }),
  );
  const unknown = [...new Set(zones)].filter((zone) => tryHour(readHour, zone, 0) === undefined);
  for (const where of unknown)
    faults.push({ severity: 'fail', what: 'The directory names it, and it is not known here', where, next });
  return orElse(faults, `known${process.versions.tz ? `, data of ${process.versions.tz}` : ''}`);
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
