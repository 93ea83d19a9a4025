import { readFileSync } from 'node:fs';

/** One line of a labelled file. Missing fields are empty. */
export interface LabelledLine {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly kind: string;
  /** Earlier messages of the same person, oldest first (`context` or `turns`). */
  readonly earlier: readonly string[];
  readonly acceptable: readonly string[];
  /** The doors that a right reply may lead to; none if only the topic is labelled. */
  readonly doors: readonly string[];
}

/** Reads a file with one JSON object per line. An unreadable line becomes an empty message, so that no line is lost. */
export function readLabelledLines(file: string): LabelledLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toLine(parse(line)));
}

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function toLine(value: Readonly<Record<string, unknown>>): LabelledLine {
  return {
    id: toText(value['id']),
    text: toText(value['text']),
    label: toText(value['label']),
    kind: toText(value['kind']),
    earlier: toTexts(value['context'] ?? value['turns']),
    acceptable: [...toTexts(value['acceptable']), ...toTexts(value['also'])],
    doors: [...toTexts([value['door']]), ...toTexts(value['also_right'])],
  };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
