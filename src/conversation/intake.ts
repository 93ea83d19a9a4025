/** The intake form: drawn with what the chat told, checked when it is sent, handed to the desk, and then its outcome. */
import { renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { RenderedCard } from '../../cards/define-card';
import type { IntakeField } from '../../cards/intake';
import type { IntakeValues } from '../../cards/elements/intake-values';
import type { Dialogue } from '../answering/dialogue';
import { EMPTY_DIALOGUE, forgetOld } from '../answering/dialogue';
import type { Eligibility, RequestDraft } from '../answering/reply';
import type { Organisation } from '../directory/organisation';
import type { SubmitOutcome } from '../engagement/outcome';
import type { Content, Service } from '../knowledge/content';
import { listTakers } from '../knowledge/wording';
import { sayFault } from './faults';
import type { Outgoing } from './message';
import { findMotion } from './motion';
import type { ConversationParts } from './parts';
import { refuseReport } from './refuse-report';
import { replace, send } from './replies';
import { findToday } from './today';
import type { Turn } from './turn';

const ROLES = ['PDM', 'PTS'] as const;
/** How much of an earlier message, and of what it was told, goes with a request. */
const LONGEST_QUESTION = 500;

export type Intake = ReturnType<typeof createIntake>;

export function createIntake(parts: ConversationParts) {
  const { content, answerer, desk, directory, clock, newId } = parts;

  function drawForm(
    words: Words,
    values: IntakeValues,
    problems: Readonly<Partial<Record<IntakeField, string>>> = {},
  ): RenderedCard {
    return renderCard(
      'intake',
      {
        values,
        services: listServices(content),
        solutionAreas: content.solutionAreas.map(({ id, name }) => ({ id, title: name })),
        takers: words.speech.either(listTakers(content.wording)),
        roles: ROLES.map((id) => ({ id, title: words.intake.myRole(content.wording.roles[id].short) })),
        earliest: findToday(clock),
        problems,
      },
      words,
    );
  }

  return {
    /** The form, filled with what is known; what a rule refuses, or another door takes, gets that door instead. */
    open({ words }: Pick<Turn, 'words'>, draft: RequestDraft, eligibility: Eligibility | null): Outgoing {
      const service = content.services.find(({ id }) => id === draft.serviceId);
      const isElsewhere = service !== undefined && !service.stored;
      if (eligibility === null || (eligibility.eligible && !isElsewhere)) {
        return send(drawForm(words, toValues(draft, content, newId())));
      }
      return send(
        renderCard(
          'refusal',
          {
            kind: eligibility.eligible ? 'elsewhere' : 'refused',
            explanation: eligibility.explanation,
            rule: eligibility.rule,
            door: eligibility.door,
            paste: eligibility.eligible ? listKnown(draft, content, words) : [],
            values: isElsewhere || eligibility.eligible ? null : toValues(draft, content, newId()),
            next: [],
          },
          words,
        ),
      );
    },

    /** What a message told of a request, as the form holds it. */
    fill: (draft: RequestDraft): IntakeValues => toValues(draft, content, newId()),

    /** A new form with these values, below the card that offered it. */
    start: ({ words }: Pick<Turn, 'words'>, values: IntakeValues): Outgoing => send(drawForm(words, values)),

    /** The form once more, with what it held when it was refused. */
    reopen: ({ words }: Turn, values: IntakeValues): Outgoing => replace(drawForm(words, values)),

    /** Stores and hands off; the form turns into the confirmation or a refusal, or comes back with what is missing. */
    async submit(turn: Turn, values: IntakeValues, evenIfDuplicate = false): Promise<Outgoing> {
      const { words } = turn;
      const report = await refuseReport(answerer, values, words);
      if (report !== null) return replace(report);
      const service = content.services.find(({ id, stored }) => stored && id === values.serviceId);
      if (service === undefined)
        return replace(drawForm(words, values, { serviceId: words.intake.serviceRequired }));
      const motion = findMotion(service, values.customer, content);
      if (motion === null) {
        const problem = words.intake.customerNeeded(service.name);
        return replace(drawForm(words, values, { customer: problem }));
      }
      const area = content.solutionAreas.find(({ id }) => id === values.solutionAreaId);
      const by = await turn.identify();
      const verdict = await answerer.judgeForm({
        serviceId: service.id,
        motion,
        customer: values.customer,
        details: values.details,
      });
      // A rule is advice: people decide. Only a report of a vulnerability is turned away.
      if (verdict.confidential) return replace(drawRefusal(verdict.eligibility, words));
      const outcome = await desk.submit({
        by,
        address: turn.place.kind === 'personal' ? turn.place.address : null,
        confirmationActivityId: turn.cardActivityId,
        input: {
          submissionId: values.formId,
          service: { id: service.id, name: service.name, motion },
          customer: values.customer,
          isConfidential: values.confidential,
          solutionArea: area === undefined ? null : { id: area.id, name: area.name },
          wantedBy: values.wantedBy,
          details: values.details,
          choice: { role: values.role, person: values.person },
          background: { asked: await listAsked(turn), scope: verdict.scope },
          evenIfDuplicate,
        },
      });
      // What this request was about says nothing about the next one.
      if (outcome.outcome === 'submitted') await forgetDialogue(turn);
      const { catchAll } = await directory.current();
      const frame = { service, catchAll, wording: content.wording };
      return replace(
        drawOutcome(outcome, values, { ...frame, words }, (problems) => drawForm(words, values, problems)),
      );
    },
  };

  async function forgetDialogue({ place }: Turn) {
    const { database, store } = parts;
    await store.saveDialogue(database.relaxed, place.address.conversationId, EMPTY_DIALOGUE, clock.nowMs());
  }

  /** What the person asked before in this conversation; what was marked confidential was never kept. */
  async function listAsked({ place }: Turn) {
    const { database, store } = parts;
    const dialogue = await store.findDialogue(database.direct, place.address.conversationId);
    return dialogue === undefined ? [] : toAsked(forgetOld(dialogue, clock.nowMs(), parts.dialogueLifeMs));
  }
}

function drawRefusal({ explanation, rule, door }: Eligibility, words: Words): RenderedCard {
  return renderCard(
    'refusal',
    { kind: 'refused', explanation, rule, door, paste: [], values: null, next: [] },
    words,
  );
}

function drawOutcome(
  outcome: SubmitOutcome,
  values: IntakeValues,
  {
    service,
    catchAll,
    wording,
    words,
  }: Pick<Organisation, 'catchAll'> & Pick<Content, 'wording'> & { service: Service; words: Words },
  drawForm: (problems: Readonly<Partial<Record<IntakeField, string>>>) => RenderedCard,
): RenderedCard {
  switch (outcome.outcome) {
    case 'submitted': {
      const { request, told, unknownPerson } = outcome;
      return renderCard(
        'confirmation',
        {
          number: request.number,
          serviceName: request.service.name,
          kind: request.customer === null ? wording.motions[request.motion] : null,
          customer: request.customer,
          confidential: request.isConfidential,
          queueName: request.queue.name,
          why: request.because,
          unknownPerson,
          reach: told.find(({ to }) => to.kind === 'queue')?.reach ?? 'none',
          fallbackName: catchAll.name,
        },
        words,
      );
    }
    case 'duplicate': {
      const { existing } = outcome;
      return renderCard(
        'duplicate',
        {
          number: existing.number,
          serviceName: service.name,
          customer: values.customer,
          state: existing.state,
          sentBy: existing.isYours ? null : existing.requesterName,
          values,
        },
        words,
      );
    }
    case 'invalid': {
      const problems = Object.fromEntries(
        outcome.problems.map(({ field, message }) => [
          toFormField(field),
          words.faults.sentenceOnField(sayFault(message, words)),
        ]),
      );
      return drawForm(problems);
    }
  }
}

/** What the chat told, one line each, to be pasted at another door. */
function listKnown(draft: RequestDraft, content: Content, { refusal }: Words): string[] {
  const nameOf = (items: readonly { id: string; name: string }[], id: string | null) =>
    items.find((item) => item.id === id)?.name ?? null;
  const known = [
    [refusal.service, nameOf(content.services, draft.serviceId)],
    [refusal.customer, draft.customer],
    [refusal.solutionArea, nameOf(content.solutionAreas, draft.solutionAreaId)],
    [refusal.wantedBy, draft.wantedBy],
  ] as const;
  return known.flatMap(([name, value]) => (value === null ? [] : [refusal.known(name, value)]));
}

function listServices(content: Content) {
  return content.services.filter(({ stored }) => stored).map(({ id, name }) => ({ id, title: name }));
}

function toValues(draft: RequestDraft, content: Content, formId: string): IntakeValues {
  const isStored = content.services.some(({ id, stored }) => stored && id === draft.serviceId);
  return {
    formId,
    serviceId: isStored ? draft.serviceId : null,
    customer: draft.customer,
    confidential: false,
    solutionAreaId: draft.solutionAreaId,
    wantedBy: draft.wantedBy,
    role: draft.role,
    person: draft.person,
    details: draft.note,
  };
}

/** Said to the bot, but nothing about the request. What the bot did not understand, its owner may. */
const SMALL_TALK = new Set(['greeting', 'help', 'thanks', 'request-status']);

function toAsked({ turns }: Dialogue) {
  return turns
    .filter(({ text, topic }) => text.trim() !== '' && !SMALL_TALK.has(topic))
    .map(({ text, told }) => ({
      text: text.trim().slice(0, LONGEST_QUESTION),
      told: told === null ? null : told.slice(0, LONGEST_QUESTION),
    }));
}

function toFormField(field: string): string {
  if (field.startsWith('choice')) return 'person';
  if (field.startsWith('solutionArea')) return 'solutionAreaId';
  return field === 'isConfidential' ? 'confidential' : field;
}
