/**
 * The directory: the partners, the colleagues who look after them, and the queues for their requests. It's imported from
 * CSV files, checked as a whole (check.ts), and stored and undone as a whole (directory.ts).
 *
 * Words: a *person* is a colleague (PDM, PTS, or a lead who is neither); a *partner* is the company asking; a *queue* gets
 * handoff cards and belongs to a role and a region or solution area; the *catch-all* queue takes everything that no other
 * queue takes. recognise.ts identifies the person who asks; engagement/routing/route.ts chooses the queue. A queue has only the
 * reminders that its row sets: an empty cell turns one off.
 */
import { z } from 'zod/v4';
import { nameKey } from '../shared/names';
import type { WorkingHours } from './working-time';

// Each message says what to write. csv.ts adds what it found in front.
const ID_ADVICE = 'Write lower-case letters and digits joined by hyphens, like priya-nair.';
const createId = (advice: string) => z.string(advice).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, advice);
const Id = createId(ID_ADVICE);
const PersonId = createId('Write an id from people.csv, like priya-nair.');
const Name = z
  .string('Write a name.')
  .trim()
  .min(1, 'Write a name.')
  .max(100, 'Write at most 100 characters.');
const IsoDate = z.iso.date('Write a date as YYYY-MM-DD, like 2026-12-25.');
const Mail = z.email('Write an email address, like priya.nair@contoso.com.').toLowerCase();
const Domain = z
  .string()
  .toLowerCase()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'Write a mail domain, like contoso.com.');
const Hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'Write hours like 09:00-17:00.')
  .refine((hours) => hours.slice(0, 5) < hours.slice(6), 'Write an end that is later than the start.');
const AfterHours = z
  .union(
    [
      z
        .string()
        .regex(/^[1-9]\d{0,2}$/)
        .transform(Number),
      z.number(),
    ],
    'Write whole hours, like 8, or leave it empty.',
  )
  .nullable()
  .default(null);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time like 09:00.');
const TimeZone = z.string().refine(isTimeZone, 'Write a time zone like Europe/Dublin.');

const YesNo = z.boolean('Write yes or no.');

/** Creating a formatter is slow, and a directory uses few zones in thousands of rows. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // There are a few hundred zones, but any capitalisation is accepted, so limit the set.
    if (name !== '' && knownZones.size < 1_000) knownZones.add(name);
    return name !== '';
  } catch {
    return false;
  }
}

export const Partner = z.strictObject({
  id: Id,
  name: Name,
  tenantIds: z.array(z.string().toLowerCase().min(1)),
  mailDomains: z.array(Domain),
  region: Name,
  /** Only a managed partner has its own PDM or PTS. */
  managed: YesNo,
  pdm: PersonId.nullable(),
  pts: PersonId.nullable(),
});
export type Partner = z.infer<typeof Partner>;

const ROLES = ['PDM', 'PTS', 'lead'] as const;
export const ROLE_ADVICE = `Write one of ${ROLES.join(', ')}.`;
export const Role = z.enum(ROLES, ROLE_ADVICE);
export type Role = z.infer<typeof Role>;

export const Person = z.strictObject({
  id: Id,
  name: Name,
  mail: Mail,
  role: Role,
  region: Name,
  solutionAreas: z.array(Id),
  hours: Hours,
  timeZone: TimeZone,
  backup: PersonId.nullable(),
  /** First and last day away, in the person's own time zone. */
  awayFrom: IsoDate.nullable(),
  awayTo: IsoDate.nullable(),
});
export type Person = z.infer<typeof Person>;

export const Queue = z.strictObject({
  id: Id,
  name: Name,
  /** The role that owns the queue. The catch-all may have none; then only its lead works on it. */
  role: Role.nullable(),
  region: Name.nullable(),
  solutionArea: Id.nullable(),
  hours: Hours,
  timeZone: TimeZone,
  lead: PersonId,
  catchAll: YesNo,
  /**
   * Working hours without a claim until the queue gets a reminder, a backup is asked, the lead is asked, and the partner
   * learns that nobody took the request; null: never.
   */
  remindAfterHours: AfterHours,
  backupAfterHours: AfterHours,
  leadAfterHours: AfterHours,
  giveUpAfterHours: AfterHours,
  /** Working hours without a step by the owner until the owner gets a reminder; null: never. */
  ownerQuietHours: AfterHours,
  /** Whether the partner may nudge, once a day. */
  nudges: YesNo.default(false),
  /** The time on working days when its channel gets the digest; null: never. */
  digestAt: TimeOfDay.nullable().default(null),
  /** The queue's calendar in holidays.csv. */
  holidays: Id.nullable().default(null),
  /** The backup to ask if nobody claims and the person asked first has no backup who may. */
  backup: PersonId.nullable().default(null),
});
export type Queue = z.infer<typeof Queue>;

/** A holiday for the queues with that calendar. */
export const Holiday = z.strictObject({ calendar: Id, date: IsoDate, name: Name });
export type Holiday = z.infer<typeof Holiday>;

export const OrganisationContent = z.strictObject({
  partners: z.array(Partner),
  people: z.array(Person),
  queues: z.array(Queue),
  holidays: z.array(Holiday).default([]),
});
export type OrganisationContent = z.infer<typeof OrganisationContent>;

/** The current directory with its look-ups. Immutable: the next import creates a new one. */
export interface Organisation extends OrganisationContent {
  readonly version: number;
  readonly isSample: boolean;
  readonly catchAll: Queue;
  findPartner(id: string): Partner | undefined;
  findPerson(id: string): Person | undefined;
  findQueue(id: string): Queue | undefined;
  /** Finds one by id or name, as people type it. */
  findQueueCalled(called: string): Queue | undefined;
  /** The people who may act on the queue's requests: those with its role, region and solution area, and its lead. */
  listMembers(queue: Queue): readonly Person[];
  isMember(queue: Queue, personId: string): boolean;
  /** The working hours for the queue's reminders. */
  workingHoursOf(queue: Queue): WorkingHours;
}

/** Whether the person may act on the queue's requests. */
export function belongsTo(queue: Queue, person: Person): boolean {
  if (person.id === queue.lead) return true;
  if (queue.role === null || person.role !== queue.role) return false;
  if (queue.region !== null && person.region !== queue.region) return false;
  return queue.solutionArea === null || person.solutionAreas.includes(queue.solutionArea);
}

/** Creates the look-ups for content that check.ts has accepted. */
export function createOrganisation(
  content: OrganisationContent,
  { version, isSample }: { version: number; isSample: boolean },
): Organisation {
  const partners = new Map(content.partners.map((partner) => [partner.id, partner]));
  const people = new Map(content.people.map((person) => [person.id, person]));
  const queues = new Map(content.queues.map((queue) => [queue.id, queue]));
  const catchAll = content.queues.find((queue) => queue.catchAll);
  if (catchAll === undefined) throw new Error('The organisation has no catch-all queue.');
  const daysOff = (calendar: string | null) =>
    new Set(content.holidays.filter((holiday) => holiday.calendar === calendar).map(({ date }) => date));
  const holidays = new Map(content.queues.map((queue) => [queue.id, daysOff(queue.holidays)]));
  return {
    ...content,
    version,
    isSample,
    catchAll,
    findPartner: (id) => partners.get(id),
    findPerson: (id) => people.get(id),
    findQueue: (id) => queues.get(id),
    findQueueCalled: (called) => {
      const wanted = nameKey(called);
      return content.queues.find(({ id, name }) => id === wanted || nameKey(name) === wanted);
    },
    listMembers: (queue) => content.people.filter((person) => belongsTo(queue, person)),
    isMember: (queue, personId) => {
      const person = people.get(personId);
      return person !== undefined && belongsTo(queue, person);
    },
    workingHoursOf: ({ id, hours, timeZone }) => ({
      hours,
      timeZone,
      holidays: holidays.get(id) ?? new Set(),
    }),
  };
}
