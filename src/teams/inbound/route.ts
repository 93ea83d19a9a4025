import type { Application } from '@microsoft/teams-ai';
import { readTurn, type TeamsTurn } from '../turn';
import type { InboundActivity } from './activity';

/** Says which activities go to `handle`. The first route that matches gets the activity. */
export type Route = (
  matches: (activity: InboundActivity) => boolean,
  handle: (turn: TeamsTurn) => Promise<void>,
) => void;

/** teams-ai 1.7.4 passes an invoke only to routes that are made for invokes. */
export function createRoutes(app: Application): { readonly route: Route; readonly routeInvoke: Route } {
  const add =
    (isInvoke: boolean): Route =>
    (matches, handle) => {
      app.addRoute(
        (context) => Promise.resolve(matches(readTurn(context).activity)),
        (context) => handle(readTurn(context)),
        isInvoke,
      );
    };
  return { route: add(false), routeInvoke: add(true) };
}
