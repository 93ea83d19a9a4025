import type { AdaptiveCard } from '../define-card';

/**
 * The text that a person sees on a card without pressing anything, line by line in reading order. Leaves out folded parts
 * (`isVisible: false`). Button titles come last.
 */
export function cardToText(card: AdaptiveCard): string {
  const { lines, buttons } = readCard(card);
  return [...lines, ...buttons].join('\n');
}

/** The same without buttons, as a message for clients that didn't take the card. */
export function cardToMessage(card: AdaptiveCard): string {
  return readCard(card).lines.join('\n\n');
}

function readCard(card: AdaptiveCard) {
  const lines: string[] = [];
  const buttons: string[] = [];
  walk(card.body, lines, buttons);
  walk(card.actions, lines, buttons);
  return { lines, buttons };
}

type Json = Readonly<Record<string, unknown>>;

const CHILDREN = ['items', 'columns', 'rows', 'cells', 'actions', 'inlines'] as const;

function walk(node: unknown, lines: string[], buttons: string[]): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, lines, buttons);
    return;
  }
  if (!isJson(node) || node['isVisible'] === false) return;
  switch (node['type']) {
    case 'RichTextBlock':
      push(lines, listOf(node['inlines']).map(readInline).join(''));
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
      push(lines, [read(node, 'label'), read(node, 'value')].filter(Boolean).join(': '));
      return;
    default:
      if (/^Action\./.test(read(node, 'type'))) push(buttons, read(node, 'title'));
      push(lines, read(node, 'label'));
      for (const key of CHILDREN) walk(node[key], lines, buttons);
  }
}

/** A folded list shows what is chosen in it; only an expanded one shows all. */
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
