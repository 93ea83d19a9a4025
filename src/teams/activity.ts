import type { TurnContext } from 'botbuilder';
import { z } from 'zod/v4';

/**
 * An id goes into URLs, headers and keys: what is not plain ASCII, as all of Teams' are, one of them cannot hold, and one
 * of dots alone ("..") would name another path of the service.
 */
const IdOrEmpty = z
  .string()
  .max(1_000)
  .regex(/^[ -~]*$/, 'must be an id')
  .refine((id) => !/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(id), 'must be an id');
const Id = IdOrEmpty.min(1);
/** Of an account or a tenant; left out, or empty, where nobody says. */
const GivenId = IdOrEmpty.max(200).nullish();

const Account = z.looseObject({
  id: Id,
  name: z.string().max(1_000).nullish(),
  aadObjectId: GivenId,
  role: z.string().max(100).nullish(),
});

/**
 * What an activity must be before it is let near the SDK. What a reply carries back (who, where, which language) is checked
 * field by field: the SDK's serialiser throws where one is of another type, and the reply is lost.
 *
 * teams-ai 1.7.4: a missing `from.id` or `conversation`, or a `message/submitAction` without a value, throws before
 * any handler runs and answers 500 (pinned by tests/integration/sdk-traps.test.ts).
 */
export const InboundActivity = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: IdOrEmpty.nullish(),
    channelId: z.string().min(1).max(100),
    serviceUrl: z.url().max(2_000),
    from: Account,
    recipient: Account,
    conversation: z.looseObject({
      id: Id,
      conversationType: z.string().max(100).nullish(),
      isGroup: z.boolean().nullish(),
      role: z.string().max(100).nullish(),
      aadObjectId: GivenId,
      tenantId: GivenId,
      name: z.string().max(1_000).nullish(),
    }),
    text: z.string().nullish(),
    value: z.unknown(),
    name: z.string().max(200).nullish(),
    locale: z.string().max(50).nullish(),
    replyToId: IdOrEmpty.nullish(),
    entities: z
      .array(z.looseObject({ type: z.string() }))
      .max(500)
      .nullish(),
    attachments: z.array(z.looseObject({})).max(500).nullish(),
    action: z.string().max(100).nullish(),
    membersAdded: z.array(Account).nullish(),
    membersRemoved: z.array(Account).nullish(),
    channelData: z
      .looseObject({
        tenant: z.looseObject({ id: Id.optional() }).nullish(),
        team: z.looseObject({ id: Id.optional(), name: z.string().optional() }).nullish(),
        channel: z.looseObject({ id: Id.optional(), name: z.string().optional() }).nullish(),
        /** What a conversationUpdate tells of a team or channel. */
        eventType: z.string().max(100).nullish().catch(null),
      })
      .nullish(),
  })
  .refine((activity) => activity.type !== 'invoke' || (activity.name ?? '') !== '', {
    message: 'an invoke must have a name',
    path: ['name'],
  })
  .refine((activity) => activity.name !== 'message/submitAction' || isObject(activity.value), {
    message: 'message/submitAction must have a value',
    path: ['value'],
  });
export type InboundActivity = z.infer<typeof InboundActivity>;

/** The turn's activity as it was checked: the SDK's own type declares fields as present that often are not. */
export function readActivity(context: TurnContext): InboundActivity {
  return context.activity as unknown as InboundActivity;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
