/**
 * Every table as TypeScript sees it; migrations/ creates them. Only plain SQL types are used, so that SQLite and
 * PostgreSQL store the same: IDs are text, times are integer milliseconds since 1970 (`…_ms`), yes/no is 0 or 1, and
 * lists are JSON text.
 */
export interface Tables {
  counters: CounterTable;
  directory_versions: DirectoryVersionTable;
  person_links: PersonLinkTable;
  queue_registrations: QueueRegistrationTable;
  requests: RequestTable;
  request_events: RequestEventTable;
  wait_steps: WaitStepTable;
  addresses: AddressTable;
  outbox: OutboxTable;
  posted_cards: PostedCardTable;
  dialogues: DialogueTable;
  welcomes: WelcomeTable;
  seen_activities: SeenActivityTable;
  secrets: SecretTable;
  accounts: AccountTable;
  jobs: JobTable;
  answered_messages: AnsweredMessageTable;
  feedback: FeedbackTable;
  unanswered: UnansweredTable;
}

/** Counters that grow in the order of commits: request numbers and positions in the outbox. */
export interface CounterTable {
  name: string;
  value: number;
}

/** Each import as a whole. The highest version that wasn't undone is the current directory. */
export interface DirectoryVersionTable {
  version: number;
  content: string;
  is_sample: number;
  imported_by: string;
  imported_at_ms: number;
  undone_at_ms: number | null;
}

/** Links a person in the directory to their Entra account and Teams user, learned at first contact. */
export interface PersonLinkTable {
  aad_object_id: string;
  person_id: string;
  teams_user_id: string;
  linked_at_ms: number;
}

/** Who registered a queue and where. Its address is in `addresses`. */
export interface QueueRegistrationTable {
  queue_id: string;
  team_name: string | null;
  channel_name: string | null;
  registered_by_id: string;
  registered_by_name: string;
  registered_at_ms: number;
}

export interface RequestTable {
  id: string;
  number: number;
  submission_id: string;
  state: string;
  /** Counts the request's events. Each event stores its own number, so a missing one would show. */
  version: number;
  service_id: string;
  service_name: string;
  motion: string;
  partner_id: string | null;
  partner_name: string | null;
  requester_user_id: string;
  requester_name: string;
  customer: string | null;
  /** The customer's name in the form that finds duplicates. */
  customer_key: string | null;
  confidential: number;
  solution_area_id: string | null;
  solution_area_name: string | null;
  region: string | null;
  wanted_by: string | null;
  details: string | null;
  background: string;
  queue_id: string;
  owner_id: string | null;
  assigned_id: string | null;
  rule_id: string;
  because: string;
  alternates: string;
  asked_from: string | null;
  accepted_for: string | null;
  decline_reason: string | null;
  outcome_id: string | null;
  hours: number | null;
  /** Values of the fields that the service declares for itself: JSON, see FieldValues in engagement/request.ts. */
  fields: string;
  created_at_ms: number;
  /** When one of our people first did something about it. */
  first_response_at_ms: number | null;
  /** When somebody first took it on. */
  claimed_at_ms: number | null;
  /** When it was last accepted. */
  accepted_at_ms: number | null;
  completed_at_ms: number | null;
  updated_at_ms: number;
  closed_at_ms: number | null;
}

/** The audit trail. It has one row for each change, and no row is ever edited. */
export interface RequestEventTable {
  id: string;
  request_id: string;
  version: number;
  event: string;
  from_state: string | null;
  to_state: string;
  actor_kind: string;
  actor_id: string;
  actor_name: string;
  details: string;
  at_ms: number;
  /** The form that caused the event, so that a second press of it is recognised. */
  submission_id: string | null;
}

/** The steps taken while a request waits. Each stage happens once per wait; the partner's nudges are stored by day. */
export interface WaitStepTable {
  request_id: string;
  since_ms: number;
  stage: string;
  at_ms: number;
  /** Who was asked. */
  person_id: string | null;
  /** What the partner wrote with a nudge or an escalation. */
  words: string | null;
}

/**
 * Where Teams reaches a recipient (`requester:…`, `person:…`, `queue:…`). `dead_at_ms` is when it stopped being
 * reachable there, and `try_again_at_ms` is when the bot tries again; null while the app is uninstalled there.
 */
export interface AddressTable {
  recipient: string;
  address: string;
  remembered_at_ms: number;
  dead_at_ms: number | null;
  try_again_at_ms: number | null;
}

export interface OutboxTable {
  id: string;
  /** The order of sending: messages to one recipient go out by position. */
  position: number;
  kind: string;
  subject: string;
  recipient: string;
  card: string;
  args: string;
  state: string;
  attempts: number;
  next_at_ms: number;
  lease_until_ms: number | null;
  activity_id: string | null;
  last_status: number | null;
  created_at_ms: number;
  finished_at_ms: number | null;
  /** The conversation that it was last sent to, and the time. Both are needed to respect Teams' rate limits. */
  sent_to: string | null;
  sent_at_ms: number | null;
  /** The cards that change together, such as all those about one request. */
  family: string | null;
}

/** Where a subject's card was posted, so that it can be updated in place. */
export interface PostedCardTable {
  subject: string;
  recipient: string;
  address: string;
  activity_id: string;
  posted_at_ms: number;
  family: string | null;
  /** What the card is drawn from, as in the outbox; null for an answer that follows edits of its question. */
  card: string | null;
  args: string | null;
}

/** What a 1:1 conversation remembers, as JSON. Each message is gone after an hour at most. */
export interface DialogueTable {
  conversation_id: string;
  dialogue: string;
  updated_at_ms: number;
  /** When its oldest message came, or when the row was saved if it has no messages. */
  oldest_at_ms: number;
}

/** The conversations that got a welcome message. */
export interface WelcomeTable {
  conversation_id: string;
  welcomed_at_ms: number;
}

/** The activities from Teams that were handled, by a hash of their IDs. Rows are deleted after an hour. */
export interface SeenActivityTable {
  activity_key: string;
  seen_at_ms: number;
  /** Until this time, the process that handles the activity counts as alive. */
  lease_until_ms: number;
  done_at_ms: number | null;
}

/**
 * The key for keyed hashes, created once and never shown. Without this database, nobody can try names against the
 * hashes.
 */
export interface SecretTable {
  name: string;
  value: string;
}

/** Links a Teams user to a keyed hash of their Entra account, to find the data of a person who asks for it. */
export interface AccountTable {
  teams_user_id: string;
  account_key: string;
}

/** When a job that only one process may do at a time last began. A daily job stores the start of its day. */
export interface JobTable {
  name: string;
  started_at_ms: number;
}

/** The entries that one of the bot's messages showed, as JSON. The key is a keyed hash of the message's IDs. */
export interface AnsweredMessageTable {
  message_key: string;
  shown_entries: string;
  sent_at_ms: number;
}

/**
 * A rating of an entry. Its key is a keyed hash of message and person instead of the person, so that each counts once.
 */
export interface FeedbackTable {
  rating_key: string;
  entry_id: string;
  message_key: string;
  /** The version of the entry that the person saw. */
  version: string;
  liked: number;
  words: string | null;
  given_at_ms: number;
}

/** How many questions went unanswered, by day and topic. It stores nobody's words. */
export interface UnansweredTable {
  /** YYYY-MM-DD, UTC. */
  day: string;
  kind: string;
  topic: string;
  count: number;
}
