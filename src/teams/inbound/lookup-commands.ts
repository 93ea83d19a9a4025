/** The message extension's commands, as declared in the manifest; `npm run package` compares both. */
export const LOOKUP_COMMANDS = {
  /** Search while typing, in the box above the compose field and in the command box. */
  search: 'search',
  /** In a message's menu. */
  ask: 'askAboutMessage',
  request: 'requestFromMessage',
} as const;
