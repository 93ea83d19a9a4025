/**
 * Every table as TypeScript sees it; migrations/ makes them. Plain SQL types only, so that SQLite and PostgreSQL hold
 * the same: ids are text, times are integer milliseconds since 1970 (`…_ms`), yes/no is 0 or 1, lists are JSON text.
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

/** Counters in the order of commits: request numbers, positions in the outbox. */
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
  /** Counts the events: each stores its own, so that a gap would show. */
  version: number;
  service_id: string;
  service_name: string;
  motion: string;
  partner_id: string | null;
  partner_name: string | null;
  requester_user_id: string;
  requester_name: string;
  customer: string | null;
  /** The customer's name as duplicates are compared. */
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
  /** The first act of ours on it. */
  first_response_at_ms: number | null;
  /** The first time somebody took it on. */
  claimed_at_ms: number | null;
  /** The latest acceptance. */
  accepted_at_ms: number | null;
  completed_at_ms: number | null;
  updated_at_ms: number;
  closed_at_ms: number | null;
}

/** The audit trail: one line for each change, never edited. */
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
  /** The form that was sent, so that a second press of it is known. */
  submission_id: string | null;
}

/** What was done about a wait, each stage once; and the partner's nudges, by the day on which they came. */
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
 * Where Teams reaches a recipient (`requester:…`, `person:…`, `queue:…`). `dead_at_ms`: since when it can't be reached
 * there. `try_again_at_ms`: when that is tried again; null while the app is uninstalled there.
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
  /** Place in the line: what goes to one recipient goes in this order. */
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
  /** The conversation that it was last sent to, and when: for Teams' limits. */
  sent_to: string | null;
  sent_at_ms: number | null;
  /** The cards that change together, such as all those about one request. */
  family: string | null;
}

/** Where the card of a subject stands, so that it is updated in place. */
export interface PostedCardTable {
  subject: string;
  recipient: string;
  address: string;
  activity_id: string;
  posted_at_ms: number;
  family: string | null;
  /** What it's drawn from, as in the outbox; null for an answer whose question may still change. */
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

/** Which conversations were said hello to. */
export interface WelcomeTable {
  conversation_id: string;
  welcomed_at_ms: number;
}

/** Which activities of Teams were handled, by a hash of their ids; gone after an hour. */
export interface SeenActivityTable {
  activity_key: string;
  seen_at_ms: number;
  /** Until when the process that handles it may be taken to be alive. */
  lease_until_ms: number;
  done_at_ms: number | null;
}

/** Made once and never shown: what keys hashes, so that nobody without this database can try names against them. */
export interface SecretTable {
  name: string;
  value: string;
}

/** Which Teams user has which Entra account, that one as a keyed hash: to find a person who asks for their data. */
export interface AccountTable {
  teams_user_id: string;
  account_key: string;
}

/** When a job that only one process does at a time was last begun; of a daily one, the day. */
export interface JobTable {
  name: string;
  started_at_ms: number;
}

/** Which entries an answer of ours showed, as JSON; the message by a keyed hash of its ids. */
export interface AnsweredMessageTable {
  message_key: string;
  shown_entries: string;
  sent_at_ms: number;
}

/** A rating of an entry. A keyed hash of message and person replaces the rater, so that it counts once. */
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

/** How often a day something was not answered, by topic. No words of anybody. */
export interface UnansweredTable {
  /** YYYY-MM-DD, UTC. */
  day: string;
  kind: string;
  topic: string;
  count: number;
}
