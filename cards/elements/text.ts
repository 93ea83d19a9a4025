import type { CardElement } from '../define-card';
import { cutStart } from '../../src/shared/cut';

/**
 * The two ways to put words on a card. `text` and similar functions draw curated markdown. `line` and `plain` draw
 * everything that a person or a directory wrote: text runs have no markdown, so nothing in them becomes a link, a
 * mention or HTML.
 */

export interface TextLook {
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large';
  readonly bolder?: boolean;
  readonly subtle?: boolean;
  readonly color?: 'Accent' | 'Good' | 'Warning' | 'Attention';
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  readonly id?: string;
  readonly visible?: boolean;
}

/** Curated markdown: bold, links and lists. */
export function text(markdown: string, look: TextLook = {}): CardElement {
  return {
    type: 'TextBlock',
    text: markdown,
    wrap: true,
    ...(look.size && { size: look.size }),
    ...(look.bolder && { weight: 'Bolder' }),
    ...(look.subtle && { isSubtle: true }),
    ...(look.color && { color: look.color }),
    ...placement(look),
  };
}

/** The one title of a card. */
export function title(markdown: string, look: Pick<TextLook, 'spacing' | 'color'> = {}): CardElement {
  return { ...text(markdown, { size: 'Medium', bolder: true, ...look }), style: 'heading' };
}

/** The small line above a title: what kind of thing this card is about. */
export function eyebrow(markdown: string): CardElement {
  return text(markdown, { size: 'Small', subtle: true });
}

/** A small, quiet line: source, date, or the command that does what a button does. */
export function note(markdown: string, look: Pick<TextLook, 'spacing' | 'id' | 'visible'> = {}): CardElement {
  return text(markdown, { size: 'Small', subtle: true, spacing: 'Small', ...look });
}

/** The name of a part of a card. */
export function label(markdown: string, look: Pick<TextLook, 'spacing'> = {}): CardElement {
  return text(markdown, { bolder: true, spacing: 'Medium', ...look });
}

/** Paragraphs or list items as one list of curated lines. */
export function bullets(lines: readonly string[], look: TextLook = {}): CardElement {
  return text(lines.map((line) => `- ${line}`).join('\n'), look);
}

export type Run =
  string | (Pick<TextLook, 'size' | 'bolder' | 'subtle' | 'color'> & { readonly text: string });

/** Text that is shown as it is, without reading markdown in it. */
export function line(runs: readonly Run[], look: TextLook = {}): CardElement {
  return {
    type: 'RichTextBlock',
    inlines: runs
      .map((run) => (typeof run === 'string' ? { ...look, text: run } : { ...look, ...run }))
      .map((run) => ({
        type: 'TextRun',
        text: withoutFunctions(run.text),
        ...(run.size && { size: run.size }),
        ...(run.bolder && { weight: 'Bolder' }),
        ...(run.subtle && { isSubtle: true }),
        ...(run.color && { color: run.color }),
      })),
    ...placement(look),
  };
}

/** One piece of text that a person wrote, drawn as it was written. */
export function plain(written: string, look: TextLook = {}): CardElement {
  return line([written], look);
}

/** Curated markdown as one line of plain words, for a summary, a toast or a screen reader. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/^\s*[-*]\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For places where a host may read markup: the text never becomes a link, mention, HTML or function. */
export function withoutMarkup(written: string): string {
  return withoutFunctions(written).replaceAll('](', '] (').replaceAll('<', '‹').replaceAll('>', '›');
}

/** What someone wrote, cut where it is too long for its place. */
export function clipped(written: string, longest: number): string {
  return written.length <= longest ? written : `${cutStart(written, longest).trimEnd()} …`;
}

/** Cards format `{{DATE(...)}}` in text runs too: a zero-width space keeps it as it was written. */
function withoutFunctions(written: string): string {
  return written.replace(/\{(?=\{)/g, '{\u200b');
}

function placement(look: TextLook) {
  return {
    ...(look.spacing && { spacing: look.spacing }),
    ...(look.id !== undefined && { id: look.id }),
    ...(look.visible === false && { isVisible: false }),
  };
}

/** A clause written to follow "because", with a capital so that it can begin a sentence. */
export function asSentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
