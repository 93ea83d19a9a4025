import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import type { Activity, TurnContext } from 'botbuilder';
import { AuthenticationError, type AuthenticateRequestResult } from 'botframework-connector';
import * as ConnectorMappers from 'botframework-connector/lib/connectorApi/models/mappers';
import type { Sender } from '../inbound/activity';
import { createAuthentication, type AuthenticationDependencies } from '../inbound/authentication';
import { PlaygroundCompatibility } from '../inbound/playground';
import { ReplyNotTakenError } from './resend';
import { KeysUnavailable } from '../inbound/signing-keys';

/** The answer to one POST of an activity. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

type Authenticated =
  | { readonly ok: true; readonly result: AuthenticateRequestResult }
  | { readonly ok: false; readonly answer: HttpAnswer };

/** teams-ai's adapter with this bot's authentication. Its entry point turns errors into statuses without a stack. */
export class DeskAdapter extends TeamsAdapter {
  constructor(private readonly deps: AuthenticationDependencies) {
    super({});
    // TeamsAdapter builds its authentication in its constructor and offers no way to pass one.
    Object.assign(this, { botFrameworkAuthentication: createAuthentication(deps, this.userAgent) });
  }

  /** Checks the token. It needs nothing of the activity but its channel and service URL. */
  async authenticate(sender: Sender, authorization: string): Promise<Authenticated> {
    try {
      const authentication = this.botFrameworkAuthentication;
      return {
        ok: true,
        result: await authentication.authenticateRequest(sender as unknown as Activity, authorization),
      };
    } catch (error) {
      if (error instanceof KeysUnavailable)
        return {
          ok: false,
          answer: { status: 503, body: { error: 'Tokens can’t be checked at the moment.' } },
        };
      if (!(error instanceof AuthenticationError)) throw error;
      this.deps.log.info({ why: nameFault(error.message) }, 'rejected a request without a valid token');
      return { ok: false, answer: { status: 401, body: { error: 'Unauthorized' } } };
    }
  }

  /** Runs `logic` on an activity whose token was checked. Rethrows errors from `logic`. */
  async receive(
    activity: Activity,
    authenticated: AuthenticateRequestResult,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<HttpAnswer> {
    try {
      const response = await this.processActivity(authenticated, activity, logic);
      return response === undefined
        ? { status: 200 }
        : { status: response.status, body: response.body as unknown };
    } catch (error) {
      if (!(error instanceof ReplyNotTakenError)) throw error;
      return { status: 503, body: { error: 'Teams didn’t accept the reply. Please send this again.' } };
    }
  }
}

/** What's wrong with a token. The SDK's own message quotes the token's content, which anyone may have written. */
function nameFault(message: string): string {
  const faults = [
    ['expired', /has expired/],
    ['service URL', /ServiceUrl/],
    ['audience', /AppId passed/],
    ['endorsement', /endorsement/],
    ['key', /Signing Key/],
    ['issuer', /wasn’t issued by the Bot Framework/],
  ] as const;
  return faults.find(([, words]) => words.test(message))?.[0] ?? 'invalid token';
}

/** `language`: what the Playground's people read. */
export function createAdapter({
  language = 'en',
  ...deps
}: AuthenticationDependencies & { readonly language?: string }): DeskAdapter {
  sendActivitiesAsTheyAre();
  const adapter = new DeskAdapter(deps);
  if (deps.credentials === null) adapter.use(new PlaygroundCompatibility(language));
  return adapter;
}

/**
 * botframework-connector 4.23.3 strips every unknown field of an entity, so citations and the AI label never reach
 * Teams (pinned by tests/integration/sdk-traps.test.ts). For that it visits each field of each message, which takes a
 * tenth of a reply's cost. So this makes its serialiser send an activity unchanged.
 */
function sendActivitiesAsTheyAre(): void {
  (ConnectorMappers.Activity.type as { name: string }).name = 'any';
}
