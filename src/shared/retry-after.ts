const DEFAULT_MS = 2_000;
/** Teams' longest rate limit window. A longer wait must come from a wrong clock. */
const LONGEST_MS = 60 * 60 * 1_000;

/**
 * Reads how long a `Retry-After` asks to wait. It holds seconds, or a date, which is compared with the response's own
 * `Date` if there's one, because clocks differ (RFC 9110, 10.2.3). Returns two seconds if the header is missing or
 * invalid.
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

/** A retry without a wait would be rejected again. */
function clamp(ms: number): number {
  return ms <= 0 ? DEFAULT_MS : Math.min(ms, LONGEST_MS);
}
