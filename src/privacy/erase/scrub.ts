/** Replaces a person with a pseudonym in a request's data. It deletes what they wrote and keeps what happened. */
import type { RequestEventTable, RequestTable, WaitStepTable } from '../../db/tables';
import type { Subject } from '../subject/subject';
import { escapePattern } from '../../shared/escape-pattern';
import { customerKey } from '../../engagement/request';

/** The same person always gets the same pseudonym. */
export interface Pseudonym {
  readonly id: string;
  readonly name: string;
}

export const REMOVED = '[removed]';

export interface Scrubber {
  request(row: RequestTable): RequestTable;
  event(row: RequestEventTable): RequestEventTable;
  /** `requesterId`: of its request. Only that person's own words come with a step. */
  step(row: WaitStepTable, requesterId: string): WaitStepTable;
  /** Replaces the person in someone else's dialogue. */
  dialogue(stored: string): string;
}

export function createScrubber(subject: Subject, pseudonym: Pseudonym): Scrubber {
  const ids = new Set([...subject.personIds, ...subject.userIds, ...subject.objectIds]);
  const names = new Set(subject.names);
  // A single-word name in people's text stays: it may be another person's name or an ordinary word.
  const sureMentions = [...subject.mails, ...subject.names.filter((name) => /\S\s+\S/.test(name))].map(
    toPattern,
  );

  const id = (value: string): string => (ids.has(value) ? pseudonym.id : value);
  const replaceIn = (value: string, patterns: readonly RegExp[]): string =>
    patterns.reduce((text, pattern) => text.replace(pattern, pseudonym.name), value);
  const sentence = (value: string): string => replaceIn(value, sureMentions);
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return names.has(value) ? pseudonym.name : sentence(id(value));
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, json(inner)]));
  };
  const rewriteJson = (text: string, change: (value: unknown) => unknown = (value) => value): string =>
    JSON.stringify(json(change(JSON.parse(text))));
  /** A damaged column can't be parsed, but it loses the name all the same. */
  const rewrite = (text: string, change?: (value: unknown) => unknown): string => {
    try {
      return rewriteJson(text, change);
    } catch {
      return sentence(text);
    }
  };

  return {
    request(row) {
      const isTheirs = ids.has(row.requester_user_id);
      const customer = row.customer === null ? null : sentence(row.customer);
      const details = isTheirs ? REMOVED : sentence(row.details ?? '');
      return {
        ...row,
        customer,
        customer_key:
          customer === row.customer || customer === null ? row.customer_key : customerKey(customer),
        requester_user_id: id(row.requester_user_id),
        requester_name: isTheirs ? pseudonym.name : row.requester_name,
        details: row.details === null ? null : details,
        fields: rewrite(row.fields, (fields) => (isTheirs ? withoutTexts(fields as FieldValues) : fields)),
        background: rewrite(row.background, (background) =>
          isTheirs ? { ...(background as object), asked: [] } : background,
        ),
        owner_id: row.owner_id === null ? null : id(row.owner_id),
        assigned_id: row.assigned_id === null ? null : id(row.assigned_id),
        because: rewrite(row.because),
        alternates: rewrite(row.alternates),
      };
    },

    dialogue: (stored) => rewrite(stored),

    step(row, requesterId) {
      if (row.words === null) return row;
      return { ...row, words: ids.has(requesterId) ? REMOVED : sentence(row.words) };
    },

    event(row) {
      const isTheirs = ids.has(row.actor_id);
      return {
        ...row,
        actor_id: id(row.actor_id),
        actor_name: isTheirs ? pseudonym.name : row.actor_name,
        details: rewrite(row.details, (details) => (isTheirs ? withoutWords(details as Words) : details)),
      };
    },
  };
}

interface Words {
  readonly text?: string;
  readonly before?: { readonly details?: string | null; readonly fields?: FieldValues };
}

/** The text that the actor wrote with an event, and the text that their edit replaced. */
function withoutWords(details: Words): Words {
  const { text, before } = details;
  return {
    ...details,
    ...(text !== undefined && { text: REMOVED }),
    ...(before !== undefined && {
      before: {
        ...before,
        ...(typeof before.details === 'string' && { details: REMOVED }),
        ...(before.fields !== undefined && { fields: withoutTexts(before.fields) }),
      },
    }),
  };
}

/** The values of services' own fields, by field. An edit stores null for a field that was empty before. */
type FieldValues = Readonly<Record<string, { readonly kind: string; readonly value: string } | null>>;

function withoutTexts(fields: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).map(([id, field]) => [
      id,
      field?.kind === 'text' ? { ...field, value: REMOVED } : field,
    ]),
  );
}

/** Matches a full name, also with the family name first: "Hoffmann, Maya". */
function toPattern(name: string): RegExp {
  const words = name.split(/\s+/).map(escapePattern);
  const [family = '', given] = [words.at(-1), words.slice(0, -1)];
  const asWritten = words.join('\\s+');
  const spelled =
    given.length === 0 ? asWritten : `(?:${asWritten}|${family}\\s*,?\\s+${given.join('\\s+')})`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelled}(?![\\p{L}\\p{N}])`, 'giu');
}
