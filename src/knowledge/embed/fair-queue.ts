/** A queue with one line per person. An expensive job moves the person's next turn further back. */
export interface FairQueue<Job> {
  add(job: Job, person: string, cost: number): void;
  /** Takes the next job, which belongs to the person who has had the least so far. */
  take(): Job | undefined;
  remove(job: Job): void;
  /** Counts waiting jobs, of everyone or of one person. */
  count(person?: string): number;
  /** Removes and returns all jobs. */
  clear(): Job[];
}

interface Line<Job> {
  readonly jobs: { readonly job: Job; readonly cost: number }[];
  /** The cost of the jobs that this person has had. */
  had: number;
}

/**
 * Start-time fair queuing. A new person starts with as much as the last served person had before that job. So nobody
 * waits behind another person's backlog, and nobody gets credit for the time when they asked nothing.
 */
export function createFairQueue<Job>(): FairQueue<Job> {
  const lines = new Map<string, Line<Job>>();
  let level = 0;

  const findNext = (): [string, Line<Job>] | undefined => {
    let next: [string, Line<Job>] | undefined;
    for (const one of lines)
      if (one[1].jobs.length > 0 && (next === undefined || one[1].had < next[1].had)) next = one;
    return next;
  };

  /**
   * Keeps an empty line while its person is ahead of the others, so that asking one question at a time brings no
   * advantage.
   */
  const dropEmpty = (): void => {
    for (const [person, { jobs, had }] of lines) if (jobs.length === 0 && had <= level) lines.delete(person);
  };

  return {
    add(job, person, cost) {
      const line = lines.get(person) ?? { jobs: [], had: level };
      line.jobs.push({ job, cost });
      lines.set(person, line);
    },
    take() {
      const next = findNext();
      if (next === undefined) return undefined;
      const [, line] = next;
      const first = line.jobs.shift();
      level = line.had;
      line.had += first?.cost ?? 0;
      dropEmpty();
      return first?.job;
    },
    remove(job) {
      for (const { jobs } of lines.values()) {
        const at = jobs.findIndex((one) => one.job === job);
        if (at >= 0) jobs.splice(at, 1);
      }
    },
    count(person) {
      if (person !== undefined) return lines.get(person)?.jobs.length ?? 0;
      return [...lines.values()].reduce((sum, { jobs }) => sum + jobs.length, 0);
    },
    clear() {
      const left = [...lines.values()].flatMap(({ jobs }) => jobs.map(({ job }) => job));
      lines.clear();
      return left;
    },
  };
}
