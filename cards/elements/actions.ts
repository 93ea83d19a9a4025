import type { CardElement, Press } from '../define-card';
import { wrapping } from './layout';

/** Teams shows its own banner after each press; the card that turns into its outcome says it better. */
const QUIET = { feedback: { hide: true } };

interface ButtonLook {
  /** The one likeliest button of a card. */
  readonly primary?: boolean;
  readonly destructive?: boolean;
  readonly tooltip?: string;
}

/** A button that sends a verb and ids. It leaves the inputs of its card alone. */
export function button(
  title: string,
  verb: string,
  ids: Readonly<Record<string, unknown>> = {},
  look: ButtonLook = {},
): Press {
  return press(title, { verb, ...ids, msteams: QUIET }, look);
}

/**
 * A button that opens a form, in a dialog if the client supports dialogs. Only the person who presses sees it, in a
 * channel, too. It sends a press like any other button; without dialogs it arrives as one (see {@link sayAsData}).
 */
export function openDialog(
  title: string,
  verb: string,
  ids: Readonly<Record<string, unknown>> = {},
  look: ButtonLook = {},
): Press {
  return press(title, { verb, ...ids, msteams: { type: 'task/fetch' } }, look);
}

function press(title: string, data: Readonly<Record<string, unknown>>, look: ButtonLook): Press {
  return { type: 'Action.Submit', title, associatedInputs: 'none', data, ...styled(look) };
}

/** The button that sends its form. */
export function send(
  title: string,
  verb: string,
  ids: Readonly<Record<string, unknown>> = {},
  look: ButtonLook = { primary: true },
): CardElement {
  return { type: 'Action.Submit', title, data: { verb, ...ids, msteams: QUIET }, ...styled(look) };
}

export function openUrl(title: string, url: string): CardElement {
  return { type: 'Action.OpenUrl', title, url };
}

/** A button that shows or hides a part of its own card. */
export function reveal(title: string, id: string): CardElement {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** Buttons that never wrap, for one of them. */
export function buttons(actions: readonly CardElement[]): CardElement {
  return { type: 'ActionSet', actions };
}

function styled({ primary, destructive, tooltip }: ButtonLook) {
  return {
    ...(primary && { style: 'positive' }),
    ...(destructive && { style: 'destructive' }),
    ...(tooltip !== undefined && { tooltip }),
  };
}

/** Buttons that wrap: a phone has room for three short ones, and cuts the rest of a plain action set. */
export function buttonRow(actions: readonly CardElement[]): CardElement {
  return wrapping(actions.map((action) => buttons([action])));
}
