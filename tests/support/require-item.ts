import { AppError } from '../../src/shared/app-error';

/** Returns the item with this ID. Throws if there's none, because loaded content has no unknown IDs. */
export function requireItem<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new AppError('not-found', `There is no "${id}" in the content.`);
  return item;
}
