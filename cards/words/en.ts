/**
 * Every word of the interface, by the card or the conversation that says it: plain strings, and functions of what
 * stands in them. This file is the measure: `Words` is its type, and another language says each of these and no more.
 * What the organisation wrote (answers, rules, names) is content and not here; what is typed to the bot stays English.
 */
import type { FaultKind } from '../../src/shared/fault';
import { createSpeech } from './speech';

const speech = createSpeech('en-GB');
const { day, list, plural } = speech;
const times = (count: number) => plural(count, { one: 'once', other: `${count} times` });

export const en = {
  speech,

  // What several cards say.

  states: {
    submitted: 'Waiting in the queue',
    claimed: 'Claimed',
    'needs-info': 'Waiting for the partner',
    'needs-info-to-partner': 'Waiting for your answer',
    accepted: 'Accepted',
    completed: 'Completed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    open: 'Open',
    closed: 'Closed',
    all: 'Open and closed',
  },

  /** One thing that happened to a request, without what was written with it and without a full stop. */
  events: {
    submit: (who: string) => `${who} sent it`,
    claim: (who: string) => `${who} claimed it`,
    release: (who: string) => `${who} gave it back to the queue`,
    'transfer-to-person': (who: string, to: string | null) => `${who} handed it to ${to ?? 'a colleague'}`,
    'transfer-to-queue': (who: string, to: string | null) => `${who} moved it to ${to ?? 'another queue'}`,
    ask: (who: string) => `${who} asked a question`,
    answer: (who: string) => `${who} answered`,
    accept: (who: string, acceptedFor: string | null) =>
      acceptedFor === null ? `${who} accepted it` : `${who} accepted it for ${day(acceptedFor)}`,
    decline: (who: string) => `${who} declined it`,
    complete: (who: string) => `${who} completed it`,
    withdraw: (who: string) => `${who} withdrew it`,
    edit: (who: string) => `${who} changed it`,
    note: (who: string) => `${who} added a note`,
    reopen: (who: string) => `${who} reopened it`,
  },

  people: {
    formerColleague: 'a former colleague',
    unknownPartner: 'A partner who is not in the directory',
    backup: 'backup',
  },

  /** The names of values that stand in two narrow columns: short. */
  facts: {
    partner: 'Partner',
    customer: 'Customer',
    area: 'Area',
    region: 'Region',
    wishedBy: 'Preferred date',
    agreedFor: 'Agreed for',
    sent: 'Sent',
    waitingSince: 'Waiting since',
    details: 'Details',
    queue: 'Queue',
    service: 'Service',
    state: 'State',
    sentBy: 'Sent by',
    kind: 'Kind',
    told: 'Told',
    whyThere: 'Why there',
    team: 'Team',
    channel: 'Channel',
    for: 'For',
    ownerOnly: 'owner only',
    queueBecause: (queue: string, why: string) => `${queue}, because ${why}`,
  },

  layout: {
    showOrHide: (name: string) => `Show or hide: ${name}`,
    orType: (command: string) => `Or type: ${command}`,
    more: 'More',
    quoted: (written: string) => `“${written}”`,
    keep: 'No, keep it',
    next: 'Next',
  },

  statement: {
    whereToGo: 'Where to go',
    details: 'Details',
    goodToKnow: 'Good to know',
    source: (source: string) => `Source: ${source}`,
    owner: (owner: string) => `Owner: ${owner}`,
    verified: (verified: string) => `Verified: ${verified}`,
    rule: (rule: string, programme: string) => `The rule: **${rule}** (${programme})`,
  },

  background: {
    whyInScope: 'Why in scope',
    askedBefore: 'Asked before',
    askedTheBot: 'Asked the bot before',
    told: (told: string) => `Told: ${told}`,
    orAsk: (names: string) => `Or ask: ${names}`,
  },

  timeline: {
    heading: 'What happened',
    earlier: 'Earlier',
    before: (count: number) => `and ${count} before that`,
  },

  /** What is done with a request, on buttons. */
  buttons: {
    claim: 'Claim',
    accept: 'Accept',
    ask: 'Ask',
    complete: 'Complete',
    transfer: 'Transfer',
    release: 'Release',
    decline: 'Decline',
    answer: 'Answer',
    edit: 'Edit',
    addNote: 'Add note',
    reopen: 'Reopen',
    withdraw: 'Withdraw',
    releaseQuestion: 'Give it back to the queue? The partner is told.',
    releaseYes: 'Yes, release',
    withdrawQuestion: (number: string) => `Take ${number} back? Whoever has it is told.`,
    withdrawYes: 'Yes, withdraw',
    show: (number: string) => `Show ${number}`,
    back: 'Back',
  },

  // The forms about one request.

  acceptForm: {
    heading: 'Accept the request',
    send: 'Accept',
    consequence: 'The partner is told the day.',
    label: 'For which day?',
    labelFilled: 'For which day? (the partner’s wish is filled in)',
    required: 'Choose today or a later day.',
  },
  answerForm: {
    heading: 'Answer the question',
    send: 'Send answer',
    consequence: 'The request’s owner gets it in 1:1.',
    typed: (number: string) => `answer ${number} and your answer`,
    asks: (name: string) => `${name} asks`,
    label: 'Your answer',
    required: 'Write an answer.',
  },
  askForm: {
    heading: 'Ask the partner',
    send: 'Send question',
    consequence: 'The partner gets it in 1:1; the request waits for the answer.',
    typed: (number: string) => `ask ${number} and your question`,
    label: 'What do you need to know?',
    required: 'Write a question.',
  },
  completeForm: {
    heading: 'Complete the request',
    send: 'Complete',
    consequence: 'The partner is told, and can reopen it within 14 days.',
    typed: (number: string) => `complete ${number} and the outcome`,
    outcome: 'What came of it?',
    outcomeHint: 'Choose an outcome',
    outcomeRequired: 'Choose an outcome.',
    hours: 'Hours it took (if you keep them)',
    hoursRange: (most: number) => `A number from 0 to ${most}.`,
    summary: 'A line for the partner',
    outcomes: {
      delivered: 'Delivered as requested',
      'partly-delivered': 'Delivered in part',
      'handed-on': 'Handed on to another team',
      'no-longer-needed': 'No longer needed',
    },
  },
  declineForm: {
    heading: 'Decline the request',
    send: 'Decline',
    consequence: 'The partner reads the reason and what you add.',
    typed: (number: string) => `decline ${number} and the reason`,
    reason: 'Why?',
    reasonHint: 'Choose a reason',
    reasonRequired: 'Choose a reason.',
    explanation: 'What should the partner know or do instead?',
  },
  editForm: {
    heading: 'Edit the request',
    send: 'Save',
    consequence: 'Whoever has the request is told what changed.',
    customer: 'Customer',
  },
  noteForm: {
    heading: 'Add a note',
    send: 'Add note',
    consequence: 'Only you, the partner and the request’s owner can read it.',
    typed: (number: string) => `note ${number} and your note`,
    label: 'Your note',
    required: 'Write a note.',
  },
  transferForm: {
    heading: 'Transfer the request',
    send: 'Transfer',
    consequence:
      'A person becomes its owner at once; in a queue somebody has to claim it. The partner is told.',
    typed: (number: string, to: string | null) => `transfer ${number} to ${to ?? 'a name'}`,
    target: 'To whom?',
    targetHint: 'Choose a person or a queue',
    targetRequired: 'Choose a person or a queue.',
    remark: 'A line for them (the partner does not see it)',
    queue: (name: string) => `Queue: ${name}`,
  },

  // The other cards.

  answer: {
    more: (title: string) => `More: ${title}`,
  },

  channelAnswer: {
    continue: 'Continue in 1:1',
    notCovered: 'Not covered here',
    unsure: 'I am not sure which you mean',
    intake: {
      title: 'Requests are made in private',
      todo: 'Open the form here: only you see it. Or write to me in a 1:1 chat, so that the customer’s name stays between us.',
    },
    status: { title: 'Requests are shown in 1:1', todo: 'Write "my requests" to me in a 1:1 chat.' },
    person: {
      title: 'A person',
      todo: 'Write to me in a 1:1 chat and I tell you who looks after your company.',
    },
    guide:
      'It takes a few questions: answer them here, where only you see them, or write the same to me in a 1:1 chat.',
    thanks: { title: 'You’re welcome', todo: 'Ask again whenever you like.' },
    other: {
      title: 'Ask me a question',
      todo: 'Mention me with it, in your own words, and I answer in the thread.',
    },
  },

  choices: {
    otherWords: 'Or say it in other words.',
  },

  comparison: {
    notStated: 'not stated',
    more: 'More to compare',
    notStatedForAny: (aspects: readonly string[]) => `Not stated for any: ${list(aspects)}`,
  },

  confirmation: {
    sent: '✓ Sent',
    stored: '⚠ Stored, nobody told yet',
    sentTo: (number: string, service: string, queue: string) => `${number} is sent: ${service}, to ${queue}.`,
    storedOnly: (number: string, service: string) => `${number} is stored, nobody is told yet: ${service}.`,
    fallback: (queue: string, fallback: string) =>
      `${queue} has no channel that I can write to, so the fallback queue has it: ${fallback}.`,
    noChannel: (queue: string) => `${queue} has no channel that I can write to.`,
    neitherChannel: (queue: string) =>
      `Neither ${queue} nor the fallback queue has a channel that I can write to.`,
    unknownPerson: (name: string) =>
      `I found nobody called “${name}” who takes requests, so it went where the rule below says.`,
    nobodyYet: 'Nobody yet',
    next: 'Someone claims it there and I tell you who, and of every change after that.',
    nextStored:
      'Your request is safe and goes out by itself as soon as it can. If it cannot wait, type **talk to a human**.',
    showStatus: 'Show status',
  },

  duplicate: {
    summary: (number: string) => `${number} asks for the same and is still open. Nothing new was sent.`,
    yours: 'You already asked for this',
    colleagues: 'A colleague already asked for this',
    stillOpen: (number: string) => `**${number}** is still open, so nothing new was sent.`,
    typed: (number: string) => `Or type: note ${number} and what you want to add.`,
    addNote: 'Add a note',
    sendAnyway: 'Send anyway',
  },

  faq: {
    summary: 'Frequent questions, by programme.',
    title: 'Frequent questions',
    todo: 'Press one, or ask in your own words.',
    toMention: 'Mention me with one of them, or ask in your own words.',
    allAbout: (programme: string) => `All about ${programme}`,
  },

  guide: {
    typeAnswer: 'Or type the answer.',
    soFar: 'So far',
    restart: 'Start again',
    noLongerAsked: 'That question is no longer asked. Ask again, and I answer by what holds now.',
  },

  handoff: {
    summary: (number: string, state: string, service: string, partner: string) =>
      `${number} · ${state} · ${service} for ${partner}`,
    detailsHidden: 'Shown to the owner in 1:1',
    confidential: 'Confidential: shown to the owner in 1:1',
  },

  help: {
    summary: 'What Partner Desk can do, and what to type for it.',
    title: 'What I can do',
    inChannel:
      'Mention me with a question and I answer in the thread. Requests are made in a 1:1 chat with me.',
    inPersonal:
      'Ask in your own words. I answer from checked sources, or say that I don’t know and who does.',
    example: 'For example',
    myRequests: 'My requests',
    myQueues: 'Open in my queues',
    mine: 'What I own',
    requests: 'Requests',
    requestCommands: [
      '**new request**, or say what you need and for whom: start a request',
      '**my requests**: all of yours, with their state; **my requests closed**: only the closed ones',
      '**status PD-0042**: one request',
      '**withdraw PD-0042**: take it back',
      '**edit PD-0042**, **note PD-0042 …**: change or add something',
      '**nudge PD-0042**: ask how it stands, once a day where the organisation lets you',
    ],
    queue: 'For people who work a queue',
    queueCommands: [
      '**queue**, **mine**: what is open in your queues, and what you own',
      '**queue accepted**, **mine needs-info**, **queue** and a solution area or a region: only those',
      '**claim PD-0042**, **release PD-0042**',
      '**accept PD-0042**, **ask PD-0042 …**',
      '**transfer PD-0042**, **decline PD-0042**, **complete PD-0042**',
    ],
    insightsCommand: '**insights**: which answers did not help, and what I could not answer',
    exporting: 'A queue as CSV: an operator types **npm run requests -- export** and the queue in the shell.',
  },

  intake: {
    summary: 'Request an engagement: a short form.',
    summarySentBack: 'The request was not sent yet: the form needs a correction.',
    title: 'Request an engagement',
    what: (takers: string) => `I pass it to the right ${takers} and tell you who has it.`,
    sentBack: (fields: number) =>
      `Not sent yet. Please look at ${plural(fields, { one: 'one field', other: `${fields} fields` })} again.`,
    service: 'What do you need?',
    serviceHint: 'Choose a service',
    serviceRequired: 'Choose a service.',
    customer: 'Customer (empty only for work on your own practice)',
    customerNeeded: (service: string) =>
      `${service} is for a customer's opportunity only: name the customer.`,
    confidential: 'Confidential',
    confidentialTitle: 'Show the customer’s name only to the request’s owner',
    details: 'What should they know?',
    detailsHint: 'Goal, what exists today, who takes part',
    optional: 'Area, date and who gets it (optional)',
    solutionArea: 'Solution area',
    solutionAreaHint: 'Choose one if you know',
    wantedBy: 'Preferred date',
    wantedByRange: 'Choose today or a later day, or leave it empty.',
    role: 'Who should get it?',
    anyRole: 'Whoever fits best',
    myRole: (role: string) => `My ${role}`,
    person: 'Their name, if you know it',
    notStored: 'Nothing is stored before you send it. Never put details of a vulnerability here.',
    send: 'Send request',
    cancel: 'Cancel',
    cancelled: 'The form is closed. Nothing was sent or stored.',
  },

  news: {
    summary: (number: string, what: string) => `${number}: ${what}.`,
    typed: (number: string) => `Or type: answer ${number} and your answer.`,
  },

  notCovered: {
    summary: (answer: string) => `Not covered: ${answer}`,
    title: 'Not covered',
    nextStep: 'Next step',
    nearest: 'The nearest that I do know',
    known: 'What I do know',
    noAnswer: 'I have no answer to that.',
  },

  person: {
    none: (takers: string) => `No ${takers} is listed for your company`,
    contacts: 'Your contacts',
    others: 'But somebody looks after your company:',
    noneTodo: (queue: string) =>
      `I cannot put you through to a person, but people read every request: start one, and the queue “${queue}” picks it up.`,
    away: (until: string | null, standIn: string | null) =>
      `Away until ${until === null ? 'further notice' : day(until)}${standIn === null ? '' : `; ${standIn} stands in`}`,
    chat: 'Chat',
    fromDirectory: 'From your organisation’s directory.',
    request: 'Request an engagement',
  },

  feedback: {
    ask: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    liked: 'This helped',
    disliked: 'This did not help',
    summary: 'Thank you. What was wrong or missing? You need not say.',
    title: 'Thank you, that is noted',
    why: 'Whoever owns the answer sees that it did not help. Tell them why if you like.',
    label: 'What was wrong or missing',
    leaveOut: 'Without your name. Please leave out customers’ names and security problems.',
    send: 'Send',
    thanks: 'Thank you, that is noted without your name. Ask on, or type help.',
    unknown:
      'I cannot tell which answer you mean, or it is too long ago. Ask again, then tell me. Nothing was stored.',
  },

  insights: {
    title: 'What the answers lack',
    summary: (dislikes: number, unanswered: number) =>
      `An answer did not help ${times(dislikes)}, and there was none ${times(unanswered)}.`,
    nothing: 'Nobody has rated an answer yet, and none was missing.',
    since: (date: string, likes: number, dislikes: number) =>
      `“Did this help?” since ${day(date)}: ${likes} yes, ${dislikes} no`,
    disliked: 'Did not help',
    noneDisliked: 'Nobody said of an answer that it did not help.',
    opinions: (dislikes: number, likes: number) => `${dislikes} no, ${likes} yes`,
    notes: { changed: 'changed since', gone: 'no longer there' },
    unanswered: 'Not answered',
    noneUnanswered: 'Every question had an answer.',
    kinds: {
      'not-covered': 'not covered',
      'not-stated': 'on neither list',
      unclear: 'not understood',
    },
    notUnderstood: 'Questions that I did not understand',
    times,
    more: (count: number) => `and ${count} more`,
    words: 'What people wrote with it is shown in the shell alone: **npm run insights**',
    notHere: 'That is for a 1:1 chat with me, or for the channel of a queue that you lead.',
  },

  notice: {
    help: 'Type **help** for what else I can do.',
  },

  /** Why somebody is told of a request, before what there is to tell. */
  whyTold: {
    partner: (number: string) => `Your request ${number}`,
    staff: (number: string) => `${number}, one of yours`,
    queue: (number: string, queue: string) => `${number} for ${queue}`,
  },

  deliveryCheck: {
    isDecided: (number: string) => `${number}: its card was looked after`,
    summary: (number: string) => `${number}: is its card here? Teams did not confirm it.`,
    question: (number: string) => `${number}: is its card here?`,
    todo: 'Teams did not confirm that it arrived. Please look for it above, and tell me:',
    typed: (number: string) => `Or type: it is there ${number}, or: post again ${number}`,
    there: 'It is there',
    again: 'Post it again',
  },

  problem: {
    reference: (id: string) => `Reference: ${id}`,
    'config-invalid': { what: 'I am not set up correctly.', todo: 'Please tell whoever runs this app.' },
    'content-invalid': {
      what: 'My knowledge base cannot be read.',
      todo: 'Please tell whoever runs this app.',
    },
    'directory-invalid': {
      what: 'The directory of partners and people cannot be read.',
      todo: 'Please tell whoever runs this app. Questions still work.',
    },
    'database-unavailable': {
      what: 'I cannot reach my storage at the moment.',
      todo: 'Send it again in a few minutes: nothing is done twice. Questions still work.',
    },
    'bad-parameter': { what: 'Something in this could not be stored.', todo: 'Try again with plain text.' },
    'bad-input': {
      what: 'I could not use what was sent.',
      todo: 'Mend it and send it again; nothing was changed.',
    },
    'not-found': { what: 'I cannot find that.', todo: 'Check the number, or type **my requests**.' },
    'not-allowed': {
      what: 'That is not yours to do.',
      todo: 'Members of the queue act on its requests, partners on their own. Ask one of them.',
    },
    'understanding-unavailable': {
      what: 'I cannot look for answers right now.',
      todo: 'Try again in a minute, or type **help** for what else works.',
    },
    internal: {
      what: 'Something went wrong on my side.',
      todo: 'Try again. If it stays, tell whoever runs this app.',
    },
  },

  queueRegistered: {
    summary: (queue: string) => `${queue}: this channel is its queue now.`,
    band: '✓ Queue registered',
    what: 'Handoff cards for it arrive in this channel from now on.',
    untold: 'Teams did not tell its name',
    fitsNoOther: 'Whatever fits no other queue',
    requestsOf: (role: string) => `${role} requests`,
    missing: (names: string) => `⚠ Not in this channel: ${names}`,
    andMore: (names: string, more: number) => `${names} and ${more} more`,
    members: (count: number) => `Members (${count})`,
    note: 'Only its members can act on its requests. Wrong channel? Register the queue again from the right one.',
    notAChannel: (queue: string) =>
      `Say "register queue ${queue}" in the channel that is to show its cards, with an @mention of me.`,
    notAllowed: 'A queue is registered by its lead or by an operator. Nothing was changed.',
    notFound: (known: readonly string[]) =>
      `There is no queue of that name. You may register: ${known.join(', ')}.`,
  },

  need: {
    summary: (band: string, answer: string) => `${band}: ${answer}`,
    in: 'In scope',
    out: 'Out of scope',
    depends: 'It depends',
    request: 'Request it',
    requestAnyway: 'Request it anyway',
  },

  refusal: {
    summary: (explanation: string) => `Not requested: ${explanation}`,
    refused: '✕ This belongs somewhere else',
    elsewhere: '→ This is asked for elsewhere',
    toPaste: 'To paste there',
    known: (name: string, value: string) => `${name}: ${value}`,
    service: 'Service',
    customer: 'Customer',
    solutionArea: 'Solution area',
    wantedBy: 'Preferred date',
    nothingSent: 'Nothing was sent or stored.',
    anyway: 'Request it anyway',
  },

  request: {
    youAreAsked: 'You are asked',
    askedOfPartner: 'Asked of the partner',
    confidential: 'Confidential: shown to the owner only',
  },

  requestList: {
    summary: (heading: string, numbers: readonly string[]) =>
      `${heading}: ${numbers.length === 0 ? 'none' : numbers.join(', ')}`,
    title: 'Requests',
    yours: 'Your requests',
    owned: 'You own',
    nothingOfYours: (takers: string) =>
      `Nothing here. I know only what was sent through me; what went another way, your ${takers} can tell.`,
    nothing: 'Nothing here.',
    older: 'Older',
    newest: 'Newest',
    otherStates: 'Other states',
    /** On buttons: shorter than the states' own names. */
    buttons: {
      open: 'Open',
      'needs-info-to-partner': 'Waiting for me',
      closed: 'Closed',
      all: 'All',
      submitted: 'Unclaimed',
      'needs-info': 'Asked',
      accepted: 'Accepted',
    },
    typedByPartner: 'Or type, for example: my requests closed',
    typedByStaff: 'Or type, for example: queue accepted, mine needs-info, queue security',
    noQueue: 'You work no queue. To see your own requests, type: my requests',
    nothingThatIs: (filter: string, queues: readonly string[]) =>
      `Nothing that is ${filter} in ${queues.join(', ')}.`,
    filterGone: 'That list was narrowed to something that is no more. Type it anew.',
    which: (verb: string) => `Which request? Type its number with it, for example: ${verb} PD-0042`,
    notYours: 'That list is not yours to see.',
    unknownFilter:
      'I do not know that filter. A list narrows to a state, a solution area, a region or a queue, for example: queue accepted, mine needs-info.',
  },

  scope: {
    summary: (programme: string) => `${programme}: what it is and what it isn’t.`,
    eyebrow: 'What it is and isn’t',
    is: '✓ It is',
    isNot: '✕ It isn’t',
    more: (count: number) => `${count} more`,
    other: (programme: string) => `${programme}: is / isn't`,
  },

  turnedAway: {
    unknownTenant:
      'I am here for one organisation and the partners in its directory, and your organisation is not among them, so I cannot help you here. If it should be, ask your contact there to have it added. Nothing that you wrote was kept.',
    tooFast: {
      person:
        'That was a lot at once, and I left out what came last: nothing of it was done. Please wait a minute and send it again.',
      tenant:
        'Many people of your organisation are writing to me at the moment, and I left out what you sent: nothing of it was done. Please send it again in a minute.',
    },
  },

  unclear: {
    summary: 'I did not understand that. Say it in other words, or type help.',
    title: 'I did not understand that',
    todo: 'Say it in other words, perhaps with the programme’s name. For example:',
    help: 'Or type **help**, or **talk to a human**.',
  },

  verdict: {
    summary: (verdict: string, answer: string) => `${verdict}: ${answer}`,
    in: 'In scope',
    out: 'Out of scope',
    'not-stated': 'Not stated',
  },

  welcome: {
    summary: 'Partner Desk: ask a question, check scope, or request an engagement.',
    hello: (name: string | null) =>
      name === null ? 'Hello, what do you need?' : `Hello ${name}, what do you need?`,
    what: (takers: string) =>
      `Ask in your own words. I answer from checked sources, tell you where something belongs, and hand requests to the right ${takers}.`,
    tryOne: 'Try one of these',
    help: 'Type **help** at any time.',
  },

  // What the conversation says.

  /** What was done, to who did it. */
  did: {
    claim: (number: string) => `You claimed ${number}.`,
    release: (number: string) => `You gave ${number} back to its queue.`,
    accept: (number: string, acceptedFor: string | null) =>
      `You accepted ${number} for ${acceptedFor === null ? 'the date you gave' : day(acceptedFor)}.`,
    ask: (number: string) => `Your question about ${number} is on its way.`,
    answer: (number: string) => `Your answer to ${number} is on its way.`,
    note: (number: string) => `Your note is with ${number}.`,
    edit: (number: string) => `${number} is changed.`,
    decline: (number: string) => `You declined ${number}.`,
    complete: (number: string) => `You completed ${number}.`,
    transferToPerson: (number: string, owner: string | null) =>
      `${number} is now with ${owner ?? 'its new owner'}.`,
    transferToQueue: (number: string, queue: string) => `${number} is now in ${queue}.`,
    withdraw: (number: string) => `You withdrew ${number}.`,
    reopen: (number: string, queue: string) => `${number} is open again, in ${queue}.`,
  },

  outcomes: {
    youAlreadyClaimed: (number: string) => `You have already claimed ${number}.`,
    alreadyClaimed: (who: string, number: string) => `${who} has already claimed ${number}.`,
    notPossible: (number: string, state: string, last: string | null) =>
      `That is not possible now: ${number} is “${state}”${last === null ? '' : ` (${last})`}. Nothing was changed.`,
    notFound: 'There is no such request among those that you may see. Check the number, or type: my requests',
    notAllowed:
      'That is not yours to do: members of its queue act on a request, and partners on their own. Nothing was changed.',
    invalid: (sentences: readonly string[]) => `${sentences.join(' ')} Nothing was changed.`,
    sayHello: 'Say hello to me in a 1:1 chat: there I show you the whole request.',
    told: (names: readonly string[]) => `Told: ${list(names)}.`,
    notReachable: (names: readonly string[]) =>
      `Not reachable yet: ${list(names)}. They are told as soon as they can be.`,
    oldButton:
      'That button is from an older card or not one of mine. Nothing was changed. Type "help" to see what works.',
    thanks: 'You’re welcome. Ask again whenever you like.',
  },

  /** What was wrong with what was sent: a sentence of a field and a fault, without its end. */
  faults: {
    sentence: (field: string, fault: string) => `${field} ${fault}`,
    sentenceOnField: (fault: string) => `This ${fault}.`,
    fields: {
      acceptedFor: 'The date',
      answer: 'The answer',
      before: 'The page',
      customer: 'The customer',
      date: 'The date',
      details: 'The description',
      explanation: 'The explanation',
      formId: 'The form',
      hours: 'The number of hours',
      listId: 'The list',
      note: 'The note',
      number: 'The request',
      outcomeId: 'The outcome',
      person: 'The person',
      question: 'The question',
      reasonId: 'The reason',
      remark: 'The line for them',
      serviceId: 'The service',
      solutionAreaId: 'The solution area',
      summary: 'The summary',
      targetId: 'The person or queue',
      text: 'The text',
      to: 'The person or queue',
      wantedBy: 'The preferred date',
      other: 'What was sent',
    },
    kinds: {
      missing: 'is missing',
      empty: 'is empty',
      unknown: 'is not known',
      unusable: 'cannot be used',
      'not-a-date': 'is not a date',
      'not-a-request-number': 'is not the number of a request',
      'neither-on-nor-off': 'is neither on nor off',
      'too-many': 'are too many',
      passed: 'has passed already',
      'needed-for-opportunity': 'is needed: this is for a customer’s opportunity',
      'needed-with-reason': 'is needed with this reason',
      'nobody-known': 'is not in the directory under that name',
      'no-queue': 'is no queue of the directory',
      'no-reason': 'is none of the reasons',
      'has-it-already': 'has this request already',
      unchanged: 'is as it was before',
      'closed-too-long-ago': 'was closed more than 14 days ago: please send a new request',
    } satisfies Record<FaultKind, string>,
    longerThan: (most: number) => `is longer than ${most} characters`,
    notFromZeroTo: (most: number) => `is not a number from 0 to ${most}`,
  },

  /** What the bot says of a request on its own. */
  desk: {
    rerouted: (number: string, queue: string) =>
      `${number} could not be delivered to ${queue}, so the fallback queue has it now. You need not do anything.`,
    unreachable: (number: string) =>
      `${number} is stored, but no queue can be reached at the moment. It is delivered as soon as one can. If it cannot wait, write to me: talk to a human.`,
    unsure: (number: string, queue: string) =>
      `${number} is stored. Teams did not confirm that its card reached ${queue}; the queue was asked to look.`,
    settled: (number: string, queue: string) => `${queue} looked after it: the card of ${number} is there.`,
  },

  /** What was done about a wait, as a request's cards tell it. */
  steps: {
    remind: 'The queue was reminded',
    backup: (name: string | null) => (name === null ? 'A backup was asked' : `${name} was asked, as backup`),
    lead: (name: string | null) =>
      name === null ? 'The lead of the queue was asked' : `${name} was asked, as lead of the queue`,
    giveUp: 'The partner was told that nobody has taken it yet',
    giveUpToPartner: 'You were told that nobody has taken it yet',
    owner: (name: string | null) => `${name ?? 'Its owner'} was reminded`,
    nudge: (name: string) => `${name} nudged`,
    nudgeOfPartner: 'You nudged',
  },

  waiting: {
    bands: { nobody: 'Nobody has taken it yet', asked: 'Still waiting' },
    said: {
      remind: (queue: string) => `Nobody of ${queue} has taken it yet. The queue was reminded.`,
      backup: (queue: string, name: string | null) =>
        name === null
          ? `Nobody of ${queue} has taken it yet. A backup was asked next.`
          : `Nobody of ${queue} has taken it yet. ${name} was asked next, as backup.`,
      lead: (queue: string) => `Nobody of ${queue} has taken it yet. The lead of the queue was asked next.`,
      giveUp: (queue: string) => `Nobody of ${queue} has taken it yet.`,
      owner: (name: string) => `${name} has it, but took no step yet, and was reminded.`,
      ownerLead: (name: string) =>
        `${name} has it, but took no step yet. The lead of the queue was asked to help.`,
    },
    since: (moment: string) => `Waiting since ${moment}`,
    whatToDo: (nudges: boolean): string =>
      nudges
        ? 'Your request stays with them. You can nudge them once a day, go another way, or take it back.'
        : 'Your request stays with them. You can go another way, or take it back.',
    nudge: 'Nudge',
    anotherWay: 'Another way',
    withdraw: 'Withdraw',
    askFirst: (number: string) => `Take ${number} back? Whoever has it is told.`,
    yes: 'Yes, withdraw',
    show: (number: string) => `Show ${number}`,
    orType: (command: string) => `Or type: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Nobody has claimed it yet.',
      giveUp: 'Nobody has claimed it yet, and the partner was told so.',
      backup: 'Nobody has claimed it yet: you are asked, as backup.',
      backupInChannel: (name: string) => `Nobody has claimed it yet: ${name} is asked, as backup.`,
      lead: 'Nobody has claimed it yet: you are asked, as lead of the queue.',
      leadInChannel: (name: string) => `Nobody has claimed it yet: ${name} is asked, as lead of the queue.`,
      owner: 'The partner waits for your next step.',
      ownerInChannel: (name: string) => `The partner waits for the next step of ${name}.`,
      ownerLead: (owner: string) =>
        `The partner waits for the next step of ${owner}: you are asked, as lead of the queue.`,
      ownerLeadInChannel: (owner: string, name: string) =>
        `The partner waits for the next step of ${owner}: ${name} is asked, as lead of the queue.`,
      nudge: (requester: string) => `${requester} asks how it stands.`,
    },
    since: (moment: string) => `Waiting since ${moment}`,
    claim: 'Claim',
    show: (number: string) => `Show ${number}`,
    orType: (command: string) => `Or type: ${command}`,
  },

  digest: {
    title: 'Today in the queue',
    summary: {
      waiting: (count: number) => `${count} unclaimed`,
      quiet: (count: number) => `${count} without a step`,
      due: (count: number) => `${count} due today or before`,
    },
    waiting: (count: number) => `Unclaimed (${count})`,
    quiet: (count: number) => `Claimed, no step for long (${count})`,
    due: (count: number) => `Agreed for today or before (${count})`,
    since: (moment: string) => `since ${moment}`,
    more: (count: number) => `and ${count} more`,
    list: 'Show the queue',
    orType: (command: string) => `Or type: ${command}`,
  },

  nudge: {
    done: (number: string) => `You nudged ${number}.`,
    told: (name: string) => `Told: ${name}.`,
    unreachable: (name: string) => `${name} cannot be reached yet and is told as soon as possible.`,
    tooEarly: (number: string) => `You nudged ${number} today already, and they know. Once a day is enough.`,
    again: (moment: string) => `Possible again from ${moment}`,
    waitsForYou: (number: string) =>
      `${number} waits for your answer. It goes on once you type: answer ${number}`,
    closed: (number: string) => `${number} is closed, so there is nobody to nudge.`,
    turnedOff: (number: string) =>
      `${number} is in a queue that takes no nudges. You may add a note instead: note ${number}`,
    notYours: 'Only the partner who sent a request can nudge.',
  },

  doubts: {
    postedAgain: (number: string) => `The card of ${number} is posted again. If both turn up, either works.`,
    isThere: (number: string) =>
      `Thank you: the card of ${number} counts as there. It follows changes once somebody presses a button on it.`,
    none: (number: string) => `There is nothing to decide about ${number}: its card is not in doubt.`,
  },

  lookup: {
    title: 'Partner Desk',
    is: (programme: string, item: string) => `${programme} is: ${item}`,
    isNot: (programme: string, item: string) => `${programme} isn’t: ${item}`,
    nothing: 'Nothing is called so. Try other words, or ask me in a 1:1 chat.',
    gone: 'That answer is no longer here. Ask again and you get the one that is.',
    noAnswer: 'I have no answer to this message',
    askOtherwise: 'Ask me about it in your own words in a 1:1 chat, or look it up by a word.',
    questionGone: 'The question was deleted.',
    unknownCommand: 'This command is not one of mine (any more).',
    done: 'Done.',
    sorry: 'That did not work just now. Please try again in a moment, or ask me in a 1:1 chat.',
    post: 'Post this answer',
    openForm: 'Open the form',
    openGuide: 'Work out my case',
    link: 'Link to this answer',
  },

  requestReference: {
    summary: (number: string, service: string, state: string) => `${number}, ${service}: ${state}`,
    asOf: (number: string) =>
      `As it stood when it was posted. If it is yours to see, type **status ${number}** to Partner Desk in 1:1.`,
  },
};

/** What each language says. A card's `render` and every sentence of the conversation get it as a parameter. */
export type Words = typeof en;
