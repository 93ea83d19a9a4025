const DEFAULT_MS = 2_000;
/** The longest window of Teams. A longer wait must come from a wrong clock. */
const LONGEST_MS = 60 * 60 * 1_000;

/**
 * How long a `Retry-After` asks to wait: seconds, or a date, which is compared with the answer's own `Date` where it
 * has one, as clocks differ (RFC 9110, 10.2.3). Without a sound one, two seconds.
 */
export function readRetryAfterMs(
  header: string | undefined,
  date: string | undefined,
  nowMs: number,
): number {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return clamp(Number(value) * 1_000);
  const atMs = Date.parse(value);
  if (value === '' || Number.isNaN(atMs)) return DEFAULT_MS;
  const sentAtMs = Date.parse(date ?? '');
  return clamp(atMs - (Number.isNaN(sentAtMs) ? nowMs : sentAtMs));
}

/** An immediate retry would be rejected again. */
function clamp(ms: number): number {
  return ms <= 0 ? DEFAULT_MS : Math.min(ms, LONGEST_MS);
}
