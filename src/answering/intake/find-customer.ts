/**
 * Finds the customer that a text names. A trained tagger finds the names and says whose they are (`naming/`). This file
 * draws the conclusions: a corrected name replaces an earlier one, a rejected one no longer counts, and two names leave
 * it open.
 */
import { plain } from '../../knowledge/search/words';
import { settleNames } from './naming/settle-names';
import type { NameFound, NameTagger } from './naming/tagger';
import { cutAtSignature } from './signature';

/** A customer's name in a text, with its place. */
export interface CustomerFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface CustomersRead {
  /** null where no name was given, or more than one. */
  readonly customer: CustomerFound | null;
  /** All names in the text, if it's unclear which one is meant. */
  readonly rivals: readonly string[];
}

export interface CustomerFinder {
  /**
   * `isAsked`: the bot asked for the customer, so a bare name is the answer. `person`: the name that stands next to a
   * role.
   */
  find(
    text: string,
    hints?: { readonly isAsked?: boolean; readonly person?: string | undefined },
  ): CustomersRead;
}

/** `isKnown`: whether it's a name of ours, of our services or of our products, and so no customer. */
export function createCustomerFinder(tag: NameTagger, isKnown: (name: string) => boolean): CustomerFinder {
  return {
    find(written, { isAsked = false, person } = {}) {
      const text = cutAtSignature(written);
      const found = settleNames(text, tag(text, isAsked));
      const refused = new Set(found.filter(({ role }) => role === 'other').map(({ name }) => plain(name)));
      const corrected = found.filter(({ role }) => role === 'instead');
      const given = corrected.length > 0 ? corrected : found.filter(({ role }) => role === 'customer');
      const [first, ...more] = dropShorter(
        given.filter(({ name }) => !refused.has(plain(name)) && !isKnown(name) && name !== person),
      );
      if (first === undefined) return { customer: null, rivals: [] };
      if (more.length > 0) return { customer: null, rivals: [first, ...more].map(({ name }) => name) };
      return { customer: { name: first.name, from: first.from, to: first.to }, rivals: [] };
    },
  };
}

/** A name that is said again, or again in short, is the same: "Contoso Ltd … Contoso". */
function dropShorter(names: readonly NameFound[]): NameFound[] {
  return names.filter((one, at) =>
    names.every(
      (other, place) =>
        place === at ||
        !` ${plain(other.name)} `.includes(` ${plain(one.name)} `) ||
        (plain(other.name) === plain(one.name) && at < place),
    ),
  );
}

const ABSENT =
  /\b(?:no|without (?:a|any|the)?|not? (?:a|any)|not for (?:an?|any|one|some|a single)|never a|zero)\s*(?:(?:named|end|specific|particular|real|concrete|paying|actual)[- ]?)*(?:customers?|clients?|prospects?|opportunity|deal|account)\b|\b(?:for (?:us|ourselves|our own|our team|our company|internal)|our own|ourselves|in-house|internal(?:ly)? (?:use|team|project)?|just exploring|there is no (?:customer|client|account))\b/i;

/** Does the text say that no customer stands behind it, or that it is for the partner itself? */
export function saysNoCustomer(text: string): boolean {
  return ABSENT.test(plain(text));
}
