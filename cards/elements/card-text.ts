import type { AdaptiveCard } from '../define-card';

/**
 * The text that a person sees on a card without pressing anything, line by line in reading order. Leaves out folded parts
 * (`isVisible: false`). Button titles come last.
 */
export function cardToText(card: AdaptiveCard): string {
  const { lines, buttons } = readCard(card, (text) => text);
  return [...lines, ...buttons].join('\n');
}

/**
 * The same without buttons, as a message for clients that didn't take the card. A message is markdown, so what people typed
 * is escaped, and a time is written out.
 */
export function cardToMessage(card: AdaptiveCard): string {
  return readCard(card, escapeMarkup).lines.map(writeOutTimes).join('\n\n');
}

/** It never becomes a link, mention, HTML or emphasis. */
function escapeMarkup(typed: string): string {
  return typed
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\\`*_~[\]]/g, '\\$&');
}

/** `{{DATE(2026-12-01T10:00:00Z, SHORT)}}`, which only a card formats. */
function writeOutTimes(line: string): string {
  return line
    .replace(/\{\{DATE\((\d{4}-\d\d-\d\d)T[\d:]{8}Z(?:, ?\w+)?\)\}\}/g, '$1')
    .replace(/\{\{TIME\([\d-]{10}T(\d\d:\d\d):\d\dZ\)\}\}/g, '$1 UTC');
}

type Escape = (typed: string) => string;

function readCard(card: AdaptiveCard, escape: Escape) {
  const lines: string[] = [];
  const buttons: string[] = [];
  walk(card.body, lines, buttons, escape);
  walk(card.actions, lines, buttons, escape);
  return { lines, buttons };
}

type Json = Readonly<Record<string, unknown>>;

const CHILDREN = ['items', 'columns', 'rows', 'cells', 'actions', 'inlines'] as const;

function walk(node: unknown, lines: string[], buttons: string[], escape: Escape): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, lines, buttons, escape);
    return;
  }
  if (!isJson(node) || node['isVisible'] === false) return;
  switch (node['type']) {
    case 'RichTextBlock':
      push(
        lines,
        listOf(node['inlines'])
          .map((run) => escape(readInline(run)))
          .join(''),
      );
      return;
    case 'FactSet':
      for (const fact of listOf(node['facts']))
        if (isJson(fact)) push(lines, `${read(fact, 'title')}: ${read(fact, 'value')}`);
      return;
    case 'TextBlock':
    case 'TextRun':
      push(lines, read(node, 'text'));
      return;
    case 'Input.ChoiceSet':
      push(lines, read(node, 'label'));
      for (const choice of visibleChoices(node)) push(lines, read(choice, 'title'));
      return;
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.Number':
      push(lines, [read(node, 'label'), escape(read(node, 'value'))].filter(Boolean).join(': '));
      return;
    default:
      if (/^Action\./.test(read(node, 'type'))) push(buttons, read(node, 'title'));
      push(lines, read(node, 'label'));
      for (const key of CHILDREN) walk(node[key], lines, buttons, escape);
  }
}

/** A folded list shows the chosen option; only an expanded one shows all. */
function visibleChoices(node: Json): Json[] {
  const choices = listOf(node['choices']).filter(isJson);
  return node['style'] === 'expanded'
    ? choices
    : choices.filter((choice) => choice['value'] === node['value']);
}

function readInline(inline: unknown): string {
  if (typeof inline === 'string') return inline;
  return isJson(inline) ? read(inline, 'text') : '';
}

function read(node: Json, key: string): string {
  const value = node[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function push(lines: string[], text: string): void {
  if (text.trim() !== '') lines.push(text.trim());
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
