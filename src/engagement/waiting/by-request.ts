/** Rows by the request that they belong to, in their order. */
export function groupByRequest<Row extends { readonly requestId: string }>(
  rows: readonly Row[],
): (requestId: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.requestId);
    if (group === undefined) groups.set(row.requestId, [row]);
    else group.push(row);
  }
  return (requestId) => groups.get(requestId) ?? [];
}
