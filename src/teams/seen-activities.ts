/** How many activities are remembered: Teams repeats within seconds, so this is minutes even under load. */
const CAPACITY = 10_000;

/** Remembers which activities were handled, so that one that Teams repeats is handled once. Bounded, oldest out. */
export class SeenActivities {
  private readonly seen = new Set<string>();

  /** True the first time a key is given. */
  isFirst(key: string): boolean {
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    if (this.seen.size > CAPACITY) {
      const [oldest] = this.seen;
      if (oldest !== undefined) this.seen.delete(oldest);
    }
    return true;
  }
}
