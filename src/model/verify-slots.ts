import type { Answerer, RequestSlots } from '../answering/dialogue';
import { createCommonWords } from '../answering/intake/common-words';
import type { Content } from '../knowledge/model/content';
import { createPhrases } from '../knowledge/search/phrases';
import { nameKey } from '../shared/names';
import type { ModelAnswer } from './model-answer';
import { isWholeName } from './whole-name';

export type SlotReader = (
  request: NonNullable<ModelAnswer['request']>,
  /** The message, then the earlier ones from newest to oldest. */
  sources: readonly string[],
) => Partial<RequestSlots> | 'slot' | 'customer';

const LONGEST_QUOTE = 200;
const WORD = /[\p{L}\p{N}]/u;
/** Scripts without spaces between words, in which a name may begin and end anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Checks what a model read of a request. Each field must be a quote from the message. Our own readers decide what a
 * quote means: they read the day, and the model's ID must not contradict the one that they find.
 */
export function createSlotReader(content: Content, { readLine }: Pick<Answerer, 'readLine'>): SlotReader {
  const { services, solutionAreas, programmes, terms, cues } = content;
  const names = [
    ...[...services, ...solutionAreas, ...programmes].flatMap(({ name, aliases }) => [name, ...aliases]),
    ...terms.flatMap(({ term, expansion }) => (expansion === undefined ? [term] : [term, expansion])),
    ...cues.notCustomers,
    ...Object.values(cues.roles).flat(),
  ];
  const products = createPhrases(names.map((name) => [name, true] as const));
  const spelled = new Set(names.map((name) => nameKey(name)));
  const known = {
    service: new Set(services.map(({ id }) => id)),
    area: new Set(solutionAreas.map(({ id }) => id)),
  };

  const isProduct = (name: string): boolean =>
    spelled.has(nameKey(name)) ||
    products.find(name).some(({ from, to }) => !WORD.test(name.slice(0, from) + name.slice(to)));

  const surroundings = { isKnown: isProduct, isCommon: createCommonWords(content) };
  const isWhole = (text: string, name: string): boolean =>
    listWhole(text, name).some((from) => isWholeName(text, name, from, surroundings));

  return ({ service, customer, area, role, person, date }, sources) => {
    const findSource = (quote: string) =>
      quote.length <= LONGEST_QUOTE && WORD.test(quote)
        ? sources.find((source) => holdsWhole(source, quote))
        : undefined;
    const quotes = [service?.quote, customer, area?.quote, role?.quote, person, date];
    if (quotes.some((quote) => typeof quote === 'string' && findSource(quote) === undefined)) return 'slot';

    const contradicts = (
      chosen: { id: string; quote: string } | null,
      field: 'serviceId' | 'solutionAreaId' | 'role',
    ) => chosen !== null && (readLine(chosen.quote).draft[field] ?? chosen.id) !== chosen.id;
    if (service !== null && !known.service.has(service.id)) return 'slot';
    if (area !== null && !known.area.has(area.id)) return 'slot';
    if (contradicts(service, 'serviceId') || contradicts(area, 'solutionAreaId') || contradicts(role, 'role'))
      return 'slot';

    if (customer !== null) {
      const source = findSource(customer) ?? '';
      const read = readLine(source).customer ?? '';
      const isCut = read !== customer && (holdsWhole(read, customer) || !isWhole(source, customer));
      if (isProduct(customer) || customer === person || isCut) return 'customer';
    }
    const day = date === null ? null : readLine(date).draft.wantedBy;
    if (date !== null && day !== (readLine(findSource(date) ?? '').draft.wantedBy ?? day)) return 'slot';
    return {
      ...(service !== null && { serviceId: service.id }),
      ...(customer !== null && { customer }),
      ...(area !== null && { solutionAreaId: area.id }),
      ...(role !== null && { role: role.id }),
      ...(person !== null && { person }),
      ...(day !== null && { wantedBy: day }),
    };
  };
}

/** Whether a text has these words other than as a part of longer words. */
function holdsWhole(text: string, quote: string): boolean {
  return listWhole(text, quote).length > 0;
}

/** Finds where a text has these words other than as a part of longer words. */
function listWhole(text: string, quote: string): number[] {
  const joins = (one = '', other = '') =>
    WORD.test(one) && WORD.test(other) && !UNSPACED.test(one) && !UNSPACED.test(other);
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1 && quote !== ''; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    if (!joins(text[at - 1], quote[0]) && !joins(quote.at(-1), text[end])) found.push(at);
  }
  return found;
}
