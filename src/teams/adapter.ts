import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import * as ConnectorMappers from 'botframework-connector/lib/connectorApi/models/mappers';
import type { Credentials } from '../config';
import { PlaygroundCompatibility } from './playground';
import { createAuthentication, type TokenEndpoints } from './authentication';

/** The answer to one POST of an activity. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** teams-ai's adapter with this bot's authentication, and a way in that maps errors to statuses without a stack. */
export class DeskAdapter extends TeamsAdapter {
  constructor(credentials: Credentials | null, endpoints?: TokenEndpoints) {
    super({});
    // TeamsAdapter builds its authentication in its constructor and offers no way to pass one.
    Object.assign(this, {
      botFrameworkAuthentication: createAuthentication(credentials, this.userAgent, endpoints),
    });
  }

  /** Authenticates the activity and runs `logic` on it. An error of `logic` is thrown on. */
  async receive(
    activity: Activity,
    authorization: string,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<HttpAnswer> {
    try {
      const response = await this.processActivity(authorization, activity, logic);
      return response === undefined
        ? { status: 200 }
        : { status: response.status, body: response.body as unknown };
    } catch (error) {
      if (error instanceof AuthenticationError) return { status: 401, body: { error: 'Unauthorized' } };
      throw error;
    }
  }
}

export function createAdapter(credentials: Credentials | null, endpoints?: TokenEndpoints): DeskAdapter {
  letEntitiesThrough();
  const adapter = new DeskAdapter(credentials, endpoints);
  if (credentials === null) adapter.use(new PlaygroundCompatibility());
  return adapter;
}

/**
 * botframework-connector 4.23.3 strips every field of an entity that it does not know, so that citations and the AI
 * label never reach Teams (pinned by tests/integration/sdk-traps.test.ts). Its own serialiser is told to keep them.
 */
function letEntitiesThrough(): void {
  const entity = ConnectorMappers.Entity.type as { additionalProperties?: unknown };
  entity.additionalProperties = { type: { name: 'Object' } };
}
