import type { Organisation } from './organisation';

export interface KnownNames {
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

const known = new WeakMap<Organisation, KnownNames>();

/** The names in the directory. It returns the same object for the same organisation. */
export function listKnownNames(organisation: Organisation): KnownNames {
  const names = known.get(organisation) ?? {
    people: organisation.people.map(({ name }) => name),
    companies: organisation.partners.map(({ name }) => name),
  };
  known.set(organisation, names);
  return names;
}
