/** The parts that answer turns, put together once, each with the others that it needs. */
import { createDoorFinder } from '../answering/replying/find-door';
import { createInterpreters } from '../answering/replying/interpreter';
import { createVersions } from '../knowledge/model/versions';
import { createTurnAway } from './admission/turned-away';
import { createAnswerDescriber } from './answers/describe-answer';
import { createFeedbackTurns } from './answers/feedback';
import { createGuideTurns } from './answers/guide-turns';
import { createInsightsTurns } from './answers/insights';
import { createLookups } from './answers/lookups';
import { createPrivateReplies } from './answers/private-replies';
import { createSpeak } from './answers/spoken';
import { createThreadAnswers } from './channel/thread-answers';
import { createThreadCommands } from './channel/thread-commands';
import type { ConversationDependencies } from './dependencies';
import { createDialogueMemory } from './dialogue-memory';
import { createDeeds } from './requests/deeds';
import { createDraftTalk } from './requests/draft-talk';
import { createIntake } from './requests/intake';
import { createLists } from './requests/lists';
import { createReplyOffers } from './requests/reply-offers';
import { createRequestTalk } from './requests/request-talk';
import { createRequestTurns } from './requests/requests';
import { createStepOffers } from './requests/step-offers';
import { createWhichRequest } from './requests/which-request';
import type { Turn } from './turn';
import { runTypedCommand, type NumberedCommand } from './typed/typed-commands';

export type DeskParts = ReturnType<typeof createDeskParts>;

export function createDeskParts(deps: ConversationDependencies) {
  const { content, answerer, directory, clock, newId } = deps;
  const findInterpreter = createInterpreters(content);
  const speak = createSpeak(content, findInterpreter);
  const intake = createIntake(deps);
  const lists = createLists(deps);
  const requests = createRequestTurns(deps);
  const which = createWhichRequest(deps);
  const steps = createStepOffers(deps, requests);
  const insightsTurns = createInsightsTurns(deps);
  const typed = { requests, answerer, directory, clock, declineReasons: content.declineReasons };
  const run = (turn: Turn, command: NumberedCommand) => runTypedCommand(typed, turn, command);
  return {
    ...deps,
    ...{ intake, lists, requests, which, steps, insightsTurns, run },
    ...createPrivateReplies(deps, { intake, lists, requests, insights: insightsTurns }),
    memory: createDialogueMemory(deps),
    turnAway: createTurnAway(deps),
    offers: createReplyOffers(deps, requests),
    talk: createRequestTalk({ ...deps, lists, requests, which }),
    drafts: createDraftTalk(deps, intake),
    deeds: createDeeds(deps, { requests, which, steps, run }),
    guides: createGuideTurns(deps, speak),
    feedback: createFeedbackTurns(deps),
    lookups: createLookups(deps, intake, { speak, findInterpreter }),
    threads: createThreadAnswers(deps),
    runInThread: createThreadCommands(deps, run),
    findVersion: createVersions(content),
    findInterpreter,
    speak,
    findDoor: createDoorFinder(content),
    describeAnswer: createAnswerDescriber(newId),
  };
}
