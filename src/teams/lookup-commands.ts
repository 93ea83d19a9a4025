/** The commands of the message extension, as the manifest declares them; `npm run package` holds it to this list. */
export const LOOKUP_COMMANDS = {
  /** Typed words; the box above the compose field and the command field. */
  search: 'search',
  /** On a message, in its menu. */
  ask: 'askAboutMessage',
  request: 'requestFromMessage',
} as const;
