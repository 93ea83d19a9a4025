import { AppError } from '../../src/shared/app-error';

/** The item with this id. Throws if there's none: loaded content has no dangling ids. */
export function requireItem<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new AppError('not-found', `There is no "${id}" in the content.`);
  return item;
}
