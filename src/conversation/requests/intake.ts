/** The intake form: drawn with what the chat told, checked when it is sent, handed to the desk, and then its outcome. */
import { describeRoute } from '../../../cards/elements/route-reason';
import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { RenderedCard } from '../../../cards/define-card';
import type { IntakeField } from '../../../cards/intake';
import type { IntakeValues } from '../../../cards/elements/intake-values';
import { EMPTY_DIALOGUE } from '../../answering/dialogue';
import { EMPTY_DRAFT, type CarriableField, type Eligibility, type RequestDraft } from '../../answering/reply';
import type { Organisation } from '../../directory/organisation';
import type { SubmitOutcome } from '../../engagement/events/outcome';
import { STATES } from '../../engagement/request';
import type { RequestView } from '../../engagement/reading/view';
import { inLanguage } from '../../knowledge/fields/service-field';
import type { Content, Service } from '../../knowledge/model/content';
import { createBackground, NOTHING_SAID, type BackgroundLine, type SaidBefore } from './background';
import { bestEffort } from '../best-effort';
import { createDialogueMemory } from '../dialogue-memory';
import { describeUnclearDate, sayFault } from './faults';
import type { Outgoing } from '../message';
import { drawIntake, hasUnseenFields, toValues, type FormProblems, type Opened } from './intake-form';
import { findMotion } from './find-motion';
import type { ConversationDependencies } from '../dependencies';
import { showNotice } from './outcomes';
import { nameFromDirectory } from './name-from-directory';
import { refuseReport } from '../refuse-report';
import { checkFields, describeFields, sortFields } from './service-fields';
import { replace, send } from '../answers/replies';
import { findEarliestToday } from '../../shared/day';
import { opensAt } from './request-models';
import type { Turn } from '../turn';

export type Intake = ReturnType<typeof createIntake>;

export function createIntake(deps: ConversationDependencies) {
  const parts = gather(deps);
  const { content, newId } = parts;
  return {
    /**
     * The form, filled with what is known. If a rule refuses the request or another door takes it, the reply is that
     * door instead. The form lists the lines of `said` that would be sent along.
     */
    open: (
      turn: Pick<Turn, 'words' | 'identify'>,
      read: RequestDraft,
      eligibility: Eligibility | null,
      said?: SaidBefore,
    ) => open(parts, turn, read, eligibility, said),

    /**
     * Sends the form for that service to the 1:1 chat of the person who pressed. False if the bot has no chat with
     * them.
     */
    sendToChat: (turn: Turn, serviceId: string | null) => sendToChat(parts, turn, serviceId),

    /** An empty form in its place. What the chat told of a request is forgotten, so that it doesn't come back. */
    clear: (turn: Turn) => clear(parts, turn),

    /** Nothing of a request that was given up goes into the next one. */
    cancel: (turn: Turn) => cancel(parts, turn),

    /** What a message told of a request, as the form holds it. */
    fill: (draft: RequestDraft): IntakeValues => toValues(draft, content, newId()),

    /** A new form with these values, below the card that offered it. */
    start: (turn: Turn, values: IntakeValues) => start(parts, turn, values),

    /** The form again, with its values from before it was refused. */
    reopen: (turn: Turn, values: IntakeValues) => reopen(parts, turn, values),

    /**
     * Stores the request and hands it off. The form turns into the confirmation or a refusal, or comes back with what
     * is missing.
     */
    submit: (turn: Turn, values: IntakeValues, evenIfDuplicate?: boolean) =>
      submit(parts, turn, values, evenIfDuplicate),
  };
}

type Parts = ReturnType<typeof gather>;

function gather(deps: ConversationDependencies) {
  const { content, answerer, desk, directory, clock, newId } = deps;
  const background = createBackground(deps);
  const memory = createDialogueMemory(deps);
  return { content, clock, memory, background, desk, answerer, directory, newId, deps };
}

function drawForm(
  { content, clock }: Parts,
  words: Words,
  values: IntakeValues,
  asked: readonly BackgroundLine[],
  problems: FormProblems = {},
  opened: Opened = {},
): RenderedCard {
  return drawIntake(
    { content, today: findEarliestToday(clock.nowMs()), words },
    values,
    asked,
    problems,
    opened,
  );
}

/** Earlier messages belong to this request and not to the next one. Messages since its form was drawn may. */
async function forgetDialogue({ memory }: Parts, turn: Turn, drawnAtMs: number | null) {
  if (turn.place.kind !== 'personal') return;
  const known = await memory.recall(turn.place);
  const turns = known.turns.filter(({ atMs }) => drawnAtMs !== null && atMs > drawnAtMs);
  const { isPrivate } = known;
  const empty = { ...EMPTY_DIALOGUE, ...(isPrivate === true && { isPrivate }) };
  await memory.save(turn.place, turns.length === 0 ? empty : { ...known, turns });
}

/** The lines that were kept on the form and may still be sent. */
async function listKept(parts: Parts, turn: Turn, { formId, customer, asked }: IntakeValues) {
  const { memory, background } = parts;
  if (asked === null) return [];
  const dialogue = await memory.recall(turn.place);
  const otherCustomers = await listCustomers(parts, turn.identify);
  return background.listKept(dialogue, { formId, customer, otherCustomers }, asked);
}

/** Of the person's requests, open and closed. */
async function listCustomers({ desk }: Parts, identify: Turn['identify']): Promise<readonly string[]> {
  const { requests } = await desk.listMine(await identify(), { states: STATES });
  return requests.flatMap(({ customer }) => customer ?? []);
}

/** The words that opened the form ask to keep the customer's name confidential. */
function isSecret({ answerer }: Parts, text: string): boolean {
  return answerer.readLine(text).isConfidential;
}

async function open(
  parts: Parts,
  { words, identify }: Pick<Turn, 'words' | 'identify'>,
  read: RequestDraft,
  eligibility: Eligibility | null,
  said: SaidBefore = NOTHING_SAID,
): Promise<Outgoing> {
  const { directory, content, newId, background, clock } = parts;
  const draft = nameFromDirectory(read, await identify(), await directory.current());
  const service = content.services.find(({ id }) => id === draft.serviceId);
  const isElsewhere = service !== undefined && !service.stored;
  if (eligibility === null || (eligibility.eligible && !isElsewhere)) {
    const values = toValues(draft, content, newId());
    const form = { formId: values.formId, customer: draft.customer };
    const asked =
      said.turns.length === 0
        ? []
        : await background.list(said, { ...form, otherCustomers: await listCustomers(parts, identify) });
    const isConfidential = said.isOpener && isSecret(parts, said.turns.at(-1)?.text ?? '');
    const filled = {
      ...values,
      asked: asked.flatMap(({ key, isTicked }) => (isTicked ? [key] : [])).join(',') || null,
      drawnAtMs: clock.nowMs(),
      confidential: values.confidential || isConfidential,
    };
    return send(drawForm(parts, words, filled, asked, {}, describeOpened(draft, filled, { service, words })));
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
}

function sendToChat({ content, desk }: Parts, { actor }: Turn, serviceId: string | null): Promise<boolean> {
  const isStored = content.services.some(({ id, stored }) => stored && id === serviceId);
  return desk.sendForm(actor.userId, isStored ? serviceId : null);
}

async function clear(parts: Parts, turn: Turn): Promise<Outgoing> {
  const { content, newId } = parts;
  await forgetDialogue(parts, turn, null);
  return replace(drawForm(parts, turn.words, toValues(EMPTY_DRAFT, content, newId()), []));
}

async function cancel(parts: Parts, turn: Turn): Promise<Outgoing> {
  await forgetDialogue(parts, turn, null);
  const text = turn.words.intake.cancelled;
  return showNotice({ tone: 'info', text, number: null }, turn.words, 'replace');
}

async function start(parts: Parts, turn: Turn, values: IntakeValues): Promise<Outgoing> {
  const { answerer, newId, clock } = parts;
  const report = await refuseReport(answerer, values, turn.words);
  const filled = { ...values, formId: newId(), asked: null, drawnAtMs: clock.nowMs() };
  return send(report ?? drawForm(parts, turn.words, filled, []));
}

async function reopen(parts: Parts, turn: Turn, values: IntakeValues): Promise<Outgoing> {
  const { answerer } = parts;
  const report = await refuseReport(answerer, values, turn.words);
  return replace(report ?? drawForm(parts, turn.words, values, await listKept(parts, turn, values)));
}

async function submit(
  parts: Parts,
  turn: Turn,
  values: IntakeValues,
  evenIfDuplicate: boolean = false,
): Promise<Outgoing> {
  const { answerer, content, clock, desk, deps, directory } = parts;
  const { words } = turn;
  const report = await refuseReport(answerer, values, words);
  if (report !== null) return replace(report);
  const asked = await listKept(parts, turn, values);
  const service = content.services.find(({ id, stored }) => stored && id === values.serviceId);
  if (service === undefined)
    return replace(drawForm(parts, words, values, asked, { serviceId: words.intake.serviceRequired }));
  const motion = findMotion(service, values.customer, content);
  const needed = motion === null ? { customer: words.intake.customerNeeded(service.name) } : {};
  const today = findEarliestToday(clock.nowMs());
  const fields = checkFields(service.fields, values.fields, { words, today });
  const { strays } = sortFields(values.fields, service, { services: content.services, words });
  const isUnseen = hasUnseenFields(values, service);
  const isWrong = !isUnseen && Object.keys(fields.problems).length > 0;
  if (motion === null || isUnseen || isWrong || strays.length > 0) {
    const problems = { ...needed, fields: isUnseen ? {} : fields.problems };
    return replace(drawForm(parts, words, values, asked, problems));
  }
  const area = content.solutionAreas.find(({ id }) => id === values.solutionAreaId);
  const by = await turn.identify();
  const { customer, details } = values;
  const form = { serviceId: service.id, motion, customer, details };
  const verdict = await answerer.judgeForm(form, words.language);
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
      fields: fields.values,
      choice: { role: values.role, person: values.person },
      background: {
        asked: asked.map(({ text, answerTitle }) => ({ text, answerTitle })),
        scope: verdict.scope,
      },
      evenIfDuplicate,
    },
  });
  // The request is stored: a failure from here on isn't its own.
  if (outcome.outcome === 'submitted')
    await bestEffort(deps.log, turn.place, forgetDialogue(parts, turn, values.drawnAtMs));
  const { catchAll } = await directory.current();
  const frame = { service, catchAll, content };
  return replace(
    drawOutcome(outcome, values, { ...frame, words }, (problems) =>
      drawForm(parts, words, values, asked, problems),
    ),
  );
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
    words,
    content,
  }: Pick<Organisation, 'catchAll'> & { content: Content; service: Service; words: Words },
  drawForm: (problems: FormProblems) => RenderedCard,
): RenderedCard {
  switch (outcome.outcome) {
    case 'submitted': {
      const { request, notified, unknownPerson } = outcome;
      return renderCard(
        'confirmation',
        {
          number: request.number,
          serviceName: request.service.name,
          kind: content.wording.motions[request.motion],
          whyKind: findWhyKind(request, service, content),
          customer: request.customer,
          solutionArea: request.solutionArea?.name ?? null,
          wantedBy: request.wantedBy,
          details: request.details,
          fields: describeFields(request.fields, service, words),
          confidential: request.isConfidential,
          queueName: request.queue.name,
          opensAt: opensAt(request),
          why: describeRoute(request, words),
          unknownPerson,
          reach: notified.find(({ to }) => to.kind === 'queue')?.reach ?? 'none',
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
          sentBy: existing.isYours ? null : existing.requesterName,
          values,
        },
        words,
      );
    }
    case 'invalid': {
      const said = outcome.problems.map(({ field, message }) => ({
        field: toFormField(field),
        own: /^fields\.([^.]+)/u.exec(field)?.[1],
        problem: words.faults.sentenceOnField(sayFault(message, words)),
      }));
      const [own, ofForm] = [
        said.filter((one) => one.own !== undefined),
        said.filter((one) => one.own === undefined),
      ];
      return drawForm({
        ...Object.fromEntries(ofForm.map(({ field, problem }) => [field, problem])),
        fields: Object.fromEntries(own.map(({ own: id = '', problem }) => [id, problem])),
      });
    }
  }
}

/** If the service is offered both ways, the customer decides the kind. In all other cases the card says so. */
function findWhyKind({ motion, customer }: RequestView, service: Service, content: Content) {
  if (motion !== 'build-with') return null;
  const isSellWith = findMotion(service, 'anyone', content) === 'sell-with';
  if (customer === null) return isSellWith ? 'no-customer' : null;
  return isSellWith ? null : 'only-as';
}

/** What the chat said, one line each, to paste at another door. */
function listKnown(draft: RequestDraft, content: Content, { refusal, speech }: Words): string[] {
  const nameOf = (items: readonly { id: string; name: string }[], id: string | null) =>
    items.find((item) => item.id === id)?.name ?? null;
  const known = [
    [refusal.service, nameOf(content.services, draft.serviceId)],
    [refusal.customer, draft.customer],
    [refusal.solutionArea, nameOf(content.solutionAreas, draft.solutionAreaId)],
    [refusal.wantedBy, draft.wantedBy === null ? null : speech.day(draft.wantedBy)],
  ] as const;
  return known.flatMap(([name, value]) => (value === null ? [] : [refusal.known(name, value)]));
}

const FIELD_OF: Readonly<Record<CarriableField, IntakeField>> = {
  serviceId: 'serviceId',
  customer: 'customer',
  solutionAreaId: 'solutionAreaId',
  role: 'role',
  person: 'person',
  wantedBy: 'wantedBy',
  note: 'details',
};

/** The source of each field, and what is left to ask. */
function describeOpened(
  { carried, unclear }: RequestDraft,
  values: IntakeValues,
  { service, words }: { readonly service: Service | undefined; readonly words: Words },
): Opened {
  const { intake } = words;
  const own = service?.fields.filter(({ id }) => values.fields[id] !== undefined) ?? [];
  const filled: readonly { readonly field: string; readonly name: string }[] = [
    ...Object.entries(FIELD_OF)
      .filter(([, field]) => values[field] !== null)
      .map(([field, inForm]) => ({ field, name: intake.fields[inForm] })),
    ...own.map(({ id, label }) => ({ field: `field-${id}`, name: inLanguage(label, words.language) })),
  ];
  const earlier = new Map<string, string>(carried.map(({ field, said }) => [field, said]));
  const now = [
    ...filled.filter(({ field }) => !earlier.has(field)).map(({ name }) => name),
    ...(values.confidential ? [intake.fields.confidential] : []),
  ];
  const said = [...new Set(earlier.values())].map((earlierWords) => ({
    fields: filled.filter(({ field }) => earlier.get(field) === earlierWords).map(({ name }) => name),
    said: earlierWords,
  }));
  const { customers, date } = unclear;
  return {
    taken: [{ fields: now, said: null }, ...said].filter(({ fields }) => fields.length > 0),
    questions: {
      ...(customers.length > 0 && { customer: intake.whichCustomer(customers) }),
      ...(date !== null && { wantedBy: describeUnclearDate(date, words) }),
    },
    unclear: unclear.fields,
  };
}

function toFormField(field: string): string {
  if (field.startsWith('choice')) return 'person';
  if (field.startsWith('solutionArea')) return 'solutionAreaId';
  return field === 'isConfidential' ? 'confidential' : field;
}
