/** A moment (ISO, UTC) in the reader's own time zone. Only for curated text blocks: the client fills it in. */
export function moment(iso: string): string {
  const seconds = `${iso.slice(0, 19)}Z`;
  return `{{DATE(${seconds}, SHORT)}} {{TIME(${seconds})}}`;
}
