/** A moment (ISO, UTC) in the reader's own time zone. Only for curated text blocks: the client fills it in. */
export function moment(iso: string): string {
  return `${date(iso)} ${time(iso)}`;
}

export function date(iso: string): string {
  return `{{DATE(${toSeconds(iso)}, SHORT)}}`;
}

export function time(iso: string): string {
  return `{{TIME(${toSeconds(iso)})}}`;
}

function toSeconds(iso: string): string {
  return `${iso.slice(0, 19)}Z`;
}
