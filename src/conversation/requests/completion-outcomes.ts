/** How an engagement can end well, or well enough. The owner's own words follow it in the audit trail. */
export const COMPLETION_OUTCOMES = [
  'delivered',
  'partly-delivered',
  'handed-on',
  'no-longer-needed',
] as const;
