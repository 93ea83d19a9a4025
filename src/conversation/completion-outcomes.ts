/** How an engagement can end well, or well enough. The owner's own words follow it in the audit trail. */
export const COMPLETION_OUTCOMES = [
  { id: 'delivered', title: 'Delivered as requested' },
  { id: 'partly-delivered', title: 'Delivered in part' },
  { id: 'handed-on', title: 'Handed on to another team' },
  { id: 'no-longer-needed', title: 'No longer needed' },
] as const;
