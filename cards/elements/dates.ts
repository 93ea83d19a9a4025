const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A calendar day (YYYY-MM-DD, or the start of an ISO time) as "1 Dec 2026": no reader takes it for another day,
 * whatever their locale or time zone.
 */
export function day(iso: string): string {
  const [year = '', month = '', dayOfMonth = ''] = iso.slice(0, 10).split('-');
  return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A moment (ISO, UTC) in the reader's own time zone. Only for curated text blocks: the client fills it in. */
export function moment(iso: string): string {
  const seconds = `${iso.slice(0, 19)}Z`;
  return `{{DATE(${seconds}, SHORT)}} {{TIME(${seconds})}}`;
}
