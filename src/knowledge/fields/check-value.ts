import { cleanText } from '../../shared/clean-text';
import type { Fault } from '../../shared/fault';
import type { ServiceField } from './service-field';

/** `empty` is only possible if the field isn't required. */
export type CheckedValue =
  | { readonly outcome: 'value'; readonly value: string }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'fault'; readonly fault: Fault };

/**
 * Checks what somebody entered into a field, and returns it as it's stored. `today` is the first day that is still
 * today somewhere.
 */
export function checkValue(field: ServiceField, written: string | undefined, today: string): CheckedValue {
  const entered = cleanText(written ?? '');
  if (entered === '') return field.required ? refuse('missing') : { outcome: 'empty' };
  switch (field.kind) {
    case 'text':
      return entered.length > field.longest ? refuse(`longer-than:${field.longest}`) : accept(entered);
    case 'date':
      return checkDay(field, entered, today);
    case 'number':
      return checkNumber(field, entered);
    case 'choice':
      return field.options.some(({ id }) => id === entered) ? accept(entered) : refuse('unknown');
  }
}

function checkDay(
  { min, max }: Extract<ServiceField, { kind: 'date' }>,
  day: string,
  today: string,
): CheckedValue {
  if (!isDay(day)) return refuse('not-a-date');
  if (min === 'today' && day < today) return refuse('passed');
  if (min !== undefined && min !== 'today' && day < min) return refuse(`before:${min}`);
  return max !== undefined && day > max ? refuse(`after:${max}`) : accept(day);
}

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

const NUMBER = /^-?\d{1,12}(?:[.,]\d{1,6})?$/;

function checkNumber({ min, max }: Extract<ServiceField, { kind: 'number' }>, entered: string): CheckedValue {
  if (!NUMBER.test(entered)) return refuse('not-a-number');
  const number = Number(entered.replace(',', '.'));
  if (min !== undefined && number < min) return refuse(`below:${min}`);
  return max !== undefined && number > max ? refuse(`above:${max}`) : accept(String(number));
}

function accept(value: string): CheckedValue {
  return { outcome: 'value', value };
}

function refuse(fault: Fault): CheckedValue {
  return { outcome: 'fault', fault };
}
