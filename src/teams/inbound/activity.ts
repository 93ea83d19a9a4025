import { z } from 'zod/v4';

/**
 * Ids go into URLs, headers and keys, so only plain ASCII is allowed; all Teams ids are. An id made only of dots ("..")
 * would change the path.
 */
const IdOrEmpty = z
  .string()
  .max(1_000)
  .regex(/^[ -~]*$/, 'must be an id')
  .refine((id) => !/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(id), 'must be an id');
const Id = IdOrEmpty.min(1);

/** Teams omits unknown values, or sends null or an empty value. All of these mean unknown. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(dropEmpty, schema.optional()).optional();
}
/** The same for optional fields that only this bot reads: an unusable value counts as unknown, too. */
function hint<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(dropEmpty, schema.optional().catch(undefined)).optional();
}
/** Counts the items before it checks them, so that a long list costs next to nothing. */
function listOf<Schema extends z.ZodType>(schema: Schema, most: number) {
  return maybe(
    z
      .array(z.unknown())
      .max(most, { abort: true })
      .pipe(z.array(schema.nullish()))
      .transform((items) => items.filter((item) => item !== null && item !== undefined)),
  );
}
function dropEmpty(value: unknown): unknown {
  return value === null || value === '' ? undefined : value;
}

const GivenId = maybe(IdOrEmpty);
const AccountId = maybe(IdOrEmpty.max(200));
const Name = maybe(z.string().max(1_000));
const Word = maybe(z.string().max(100));

const Account = z.looseObject({ id: Id, name: Name, aadObjectId: AccountId, role: Word });
/** A person who is only mentioned in an activity and may have no id. */
const OtherAccount = z.looseObject({ id: GivenId, name: Name, aadObjectId: AccountId, role: Word });
const Named = maybe(z.looseObject({ id: GivenId, name: Name }));

const Entity = z.looseObject({
  type: hint(z.string()),
  /** For a mention: who is mentioned, and its markup in the message. */
  text: hint(z.string()),
  mentioned: hint(OtherAccount),
  /** For `clientInfo`: the client's language. */
  locale: hint(z.string().max(50)),
});
const Attachment = z.looseObject({ contentType: hint(z.string()), content: z.unknown() });

const ChannelId = z.string().min(1).max(100);
const ServiceUrl = z.url().max(2_000);

/** The fields that a token is checked against. Nothing else in the body is read before that. */
export const Sender = z.object({ channelId: ChannelId, serviceUrl: ServiceUrl });
export type Sender = z.infer<typeof Sender>;

/**
 * The checks that an activity must pass before it reaches the SDK. Only fields that the bot needs are required. Fields
 * that a reply repeats (who, where, which language) are checked one by one, because the SDK's serialiser throws on a wrong
 * type and the reply would be lost.
 *
 * teams-ai 1.7.4: a missing `from.id` or `conversation`, or a `message/submitAction` without a value, throws before
 * any handler runs and answers 500 (pinned by tests/integration/sdk-traps.test.ts).
 */
export const InboundActivity = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: GivenId,
    channelId: ChannelId,
    serviceUrl: ServiceUrl,
    from: Account,
    /** The token says which bot is meant, see {@link completeActivity}. */
    recipient: maybe(OtherAccount),
    conversation: z.looseObject({
      id: Id,
      conversationType: Word,
      isGroup: maybe(z.boolean()),
      role: Word,
      aadObjectId: AccountId,
      tenantId: AccountId,
      name: Name,
    }),
    text: maybe(z.string()),
    value: z.unknown(),
    name: maybe(z.string().max(200)),
    locale: maybe(z.string().max(50)),
    replyToId: GivenId,
    entities: listOf(Entity, 500),
    attachments: listOf(Attachment, 500),
    action: Word,
    membersAdded: listOf(OtherAccount, 10_000),
    membersRemoved: listOf(OtherAccount, 10_000),
    reactionsAdded: listOf(z.looseObject({ type: hint(z.string()) }), 100),
    /** `eventType`: what a conversationUpdate says about a team or channel. */
    channelData: maybe(z.looseObject({ eventType: Word, tenant: Named, team: Named, channel: Named })),
  })
  .refine((activity) => activity.type !== 'invoke' || (activity.name ?? '') !== '', {
    message: 'an invoke must have a name',
    path: ['name'],
  })
  .refine((activity) => activity.name !== 'message/submitAction' || isObject(activity.value), {
    message: 'message/submitAction must have a value',
    path: ['value'],
  });
type ParsedActivity = z.infer<typeof InboundActivity>;

/** A checked activity, with a recipient, and with a language if one is known. */
export type InboundActivity = ParsedActivity & {
  readonly recipient: { id: string; name?: string | undefined };
};

/**
 * Fills in what Teams left out but this process knows: the bot, because there's only one, and the client's language,
 * which may be in a separate entity.
 */
export function completeActivity(activity: ParsedActivity, botId: string): InboundActivity {
  const { recipient, locale, entities = [] } = activity;
  const clientInfo = entities.find(({ type }) => type === 'clientInfo');
  return Object.assign(activity, {
    recipient: { ...recipient, id: recipient?.id ?? botId },
    locale: locale ?? clientInfo?.locale,
  });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
