/**
 * Every string of the interface, grouped by the card or conversation that shows it: plain strings, and functions that
 * take the values to fill in. `Words` is the type of this object, so every other language has exactly the same keys.
 * What the organisation writes (answers, rules, names) is content and lives in src/content. What people type for a
 * button or a list has words of its own: `verbs` and `lists`.
 */
import type { ChangeName } from '../../src/engagement/events';
import type { EventName } from '../../src/engagement/request';
import type { FaultKind } from '../../src/shared/fault';
import { createSpeech } from './speech';

const speech = createSpeech('en-GB');
const { day, list, meetingDay, plural } = speech;

function atLeast(count: number, isAll: boolean): string {
  return isAll ? String(count) : `at least ${count}`;
}
const toDay = (iso: string | null) => (iso === null ? 'another date' : meetingDay(iso));
const times = (count: number) => plural(count, { one: 'once', other: `${count} times` });

/** What an event is about, beside who did it. */
interface HappenedWith {
  /** The person or queue that received the request. */
  readonly to: string | null;
  /** YYYY-MM-DD. */
  readonly day: string | null;
  /** What an edit changed. */
  readonly fields: readonly string[];
}

/** A request after a change. */
interface ChangedRequest {
  readonly owner: string | null;
  readonly queue: string;
  /** The day that was agreed or proposed with it, YYYY-MM-DD. */
  readonly day: string | null;
}

export const en = {
  language: 'en',
  speech,

  // Shared by several cards.

  states: {
    submitted: 'Waiting in queue',
    claimed: 'Claimed',
    'needs-info': 'Waiting for partner',
    'needs-info-to-partner': 'Waiting for you',
    accepted: 'Accepted',
    completed: 'Completed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    /** Only another version of the bot knows it. */
    unknown: 'Unknown status',
    open: 'Open',
    closed: 'Closed',
    all: 'Open and closed',
  },

  /** One event of a request, without the text that came with it and without a full stop. */
  events: {
    submit: (who: string) => `${who} sent it`,
    claim: (who: string) => `${who} claimed it`,
    release: (who: string) => `${who} released it to the queue`,
    'transfer-to-person': (who, { to }) => `${who} transferred it to ${to ?? 'someone else'}`,
    'transfer-to-queue': (who, { to }) => `${who} moved it to ${to === null ? 'another queue' : `“${to}”`}`,
    ask: (who: string) => `${who} asked a question`,
    answer: (who: string) => `${who} answered`,
    accept: (who, about) =>
      about.day === null
        ? `${who} accepted it`
        : `${who} accepted it and set the date to ${meetingDay(about.day)}`,
    reschedule: (who, about) => `${who} moved the date to ${toDay(about.day)}`,
    'propose-date': (who, about) => `${who} proposed ${toDay(about.day)}`,
    'confirm-date': (who, about) => `${who} confirmed ${toDay(about.day)}`,
    'decline-date': (who, about) => `${who} kept the agreed date, ${toDay(about.day)}`,
    decline: (who: string) => `${who} declined it`,
    complete: (who: string) => `${who} completed it`,
    withdraw: (who: string) => `${who} withdrew it`,
    edit: (who, { fields }) =>
      fields.length === 0 ? `${who} edited it` : `${who} edited it: ${fields.join(', ')}`,
    note: (who: string) => `${who} added a note`,
    reopen: (who: string) => `${who} reopened it`,
  } satisfies Record<EventName, (who: string, about: HappenedWith) => string>,

  people: {
    /** Instead of a name that can't be kept. */
    unnamed: 'Someone',
    formerColleague: 'someone who left',
    unknownPartner: 'A partner that’s not in the directory',
    backup: 'backup',
  },

  /** Labels of values in two narrow columns. Keep them short. */
  facts: {
    partner: 'Partner',
    customer: 'Customer',
    area: 'Area',
    region: 'Region',
    wishedBy: 'Preferred date',
    agreedFor: 'Agreed for',
    proposedFor: 'Proposed',
    sent: 'Sent',
    waitingSince: 'Waiting since',
    details: 'Description',
    queue: 'Queue',
    service: 'Service',
    sentBy: 'Sent by',
    kind: 'Type',
    sentTo: 'Sent to',
    whyThere: 'Why this queue',
    team: 'Team',
    channel: 'Channel',
    for: 'For',
    /** Beside a confidential customer's name, for the two people who can see it. */
    onlyFor: {
      sender: 'confidential: only you and the person handling the request can see it',
      owner: 'confidential: only you and the person who sent the request can see it',
    },
    ownedBy: 'Owner',
    /** The owner, as a partner reads it. */
    handledBy: 'Handled by',
    hours: 'Hours spent',
    opens: 'Queue opens',
    queueBecause: (queue: string, why: string) => `${queue}. Reason: ${why}`,
  },

  layout: {
    showOrHide: (name: string) => `Show or hide: ${name}`,
    orType: (command: string) => `Or type: ${command}`,
    /** What to type to do that with a request. */
    command: (verb: string, number: string) => `${verb} ${number}`,
    more: 'More',
    quoted: (written: string) => `“${written}”`,
    keep: 'No, keep it',
    keepClosed: 'No, leave it closed',
    next: 'Next',
    atMost: (characters: number) => `up to ${characters} characters`,
  },

  statement: {
    whereToGo: 'Where to go',
    details: 'Details',
    goodToKnow: 'Good to know',
    source: (source: string) => `Source: ${source}`,
    owner: (owner: string) => `Owner: ${owner}`,
    /** `against` is content, e.g. "from the owner's document". */
    verified: (date: string, against: string) =>
      `${against.charAt(0).toUpperCase()}${against.slice(1)}, ${day(date)}`,
    rule: (rule: string, programme: string) => `Rule: **${rule}** (${programme})`,
  },

  /** In front of an answer to a yes-or-no question. */
  yesOrNo: {
    yes: 'Yes',
    no: 'No',
    depends: 'It depends',
    remotely: 'Yes, remotely. Not on site',
    'not-on-site': 'Not on site',
  },

  background: {
    whyInScope: 'Why it’s in scope',
    askedBefore: 'Earlier questions',
    askedTheBot: 'What the partner asked me before',
    answered: (title: string) => `Answer: ${title}`,
    orAsk: (names: string) => `You can also ask ${names}`,
  },

  timeline: {
    heading: 'History',
    earlier: 'Earlier steps',
    all: 'Full history',
    unknown: (who: string) => `${who} did something that I can’t show`,
  },

  /** Button titles of what people can do with a request. */
  buttons: {
    claim: 'Claim',
    accept: 'Accept',
    ask: 'Ask',
    complete: 'Complete',
    reschedule: 'Reschedule',
    'confirm-date': 'Confirm',
    'decline-date': 'Keep date',
    transfer: 'Transfer',
    release: 'Release',
    decline: 'Decline',
    answer: 'Answer',
    edit: 'Edit',
    'propose-date': 'New date',
    addNote: 'Add note',
    reopen: 'Reopen',
    reopenYes: 'Yes, reopen',
    reopenWhy: 'Why reopen it? The people involved will read this',
    newRequest: 'New request',
    withdraw: 'Withdraw',
    releaseQuestion: (number: string) => `Release ${number} to the queue? The partner will be notified.`,
    releaseYes: 'Yes, release',
    withdrawQuestion: (number: string, owner: string | null) =>
      owner === null
        ? `Withdraw ${number}? Nobody can claim it after that.`
        : `Withdraw ${number}? ${owner} will be notified.`,
    withdrawYes: 'Yes, withdraw',
    show: 'Status',
    back: 'Back',
  },

  /** What to type for a button, before a request's number. Button titles work too. */
  verbs: {
    show: 'status',
    claim: 'claim',
    release: 'release',
    accept: 'accept',
    ask: 'ask',
    answer: 'answer',
    note: 'note',
    edit: 'edit',
    reschedule: 'reschedule',
    'propose-date': 'propose date',
    'confirm-date': 'confirm date',
    'decline-date': 'decline date',
    decline: 'decline',
    complete: 'complete',
    transfer: 'transfer',
    withdraw: 'withdraw',
    nudge: 'nudge',
    reopen: 'reopen',
    history: 'history',
  },
  /** What to type for a list. */
  lists: {
    requested: 'my requests',
    company: 'company requests',
    owned: 'mine',
    queue: 'queue',
    before: 'before',
  },

  // The forms about one request.

  acceptForm: {
    heading: 'Accept the request',
    send: 'Accept',
    consequence: 'The partner will be notified of the date.',
    typed: (number: string, date: string) => `accept ${number} ${day(date)}`,
    label: 'Date',
    labelFilled: 'Date (the partner’s preferred date is filled in)',
    required: 'Choose today or a later date.',
    remark: 'Message to the partner (optional)',
  },
  answerForm: {
    heading: 'Answer the question',
    send: 'Send answer',
    consequence: 'Your answer goes to the person handling your request, in a 1:1 chat.',
    typed: (number: string) => `answer ${number} …`,
    offer: (number: string) => `Send this as your answer to ${number}?`,
    typedOffer: 'yes',
    asks: (name: string) => `${name} asks`,
    label: 'Your answer',
    required: 'Write an answer.',
  },
  askForm: {
    heading: 'Ask the partner',
    send: 'Send question',
    consequence: 'The partner gets your question in a 1:1 chat. The request waits for the answer.',
    typed: (number: string) => `ask ${number} …`,
    label: 'What do you need to know?',
    required: 'Write a question.',
  },
  completeForm: {
    heading: 'Complete the request',
    send: 'Complete',
    consequence: 'The partner will be notified and can reopen the request within 14 days.',
    typed: (number: string) => `complete ${number} …`,
    outcome: 'Outcome',
    outcomeHint: 'Choose an outcome',
    outcomeRequired: 'Choose an outcome.',
    hours: 'Hours spent (optional)',
    hoursRange: (most: number) => `Enter a number from 0 to ${most}.`,
    summary: 'Message to the partner (optional)',
    outcomes: {
      delivered: 'Delivered as requested',
      'partly-delivered': 'Partly delivered',
      'handed-on': 'Passed on to another team',
      'no-longer-needed': 'No longer needed',
    },
  },
  declineForm: {
    heading: 'Decline the request',
    send: 'Decline',
    consequence: 'The partner sees the reason and your message.',
    typed: (number: string) => `decline ${number} …`,
    reason: 'Reason',
    reasonHint: 'Choose a reason',
    reasonRequired: 'Choose a reason.',
    explanation: 'Message to the partner: why, and what to do instead',
  },
  editForm: {
    heading: 'Edit the request',
    send: 'Save',
    consequence: (owner: string | null) =>
      owner === null
        ? 'The person who claims the request will see your latest version.'
        : `${owner} will see what changed.`,
    customer: 'Customer',
  },
  dateForm: {
    label: 'New date',
    example: '31 January',
    agreed: (agreedFor: string) => `Agreed for ${meetingDay(agreedFor)}`,
    required: 'Choose today or a later date.',
    note: 'Message (optional)',
  },
  rescheduleForm: {
    heading: 'Move the agreed date',
    send: 'Move date',
    consequence: 'The partner will be notified of the new date.',
  },
  proposeDateForm: {
    heading: 'Propose another date',
    send: 'Propose',
    consequence:
      'The person handling your request confirms or declines it. Until then, the agreed date stays.',
  },
  noteForm: {
    heading: 'Add a note',
    send: 'Add note',
    readers: {
      ownerAndSender: 'Only the person handling the request and the person who sent it can read this note.',
      queue: 'The person handling the request and the members of its queue can read this note.',
      partner: (company: string) =>
        `The person handling the request, the members of its queue and your colleagues at ${company} can read this note.`,
      staff: (company: string) =>
        `The members of the request’s queue and everyone at ${company} who uses this app can read this note.`,
    },
    insteadOfAnswer: 'You can send your answer as a note.',
    typed: (number: string) => `note ${number} …`,
    offer: (number: string) => `Send this as a note on ${number}?`,
    typedOffer: 'yes',
    label: 'Your note',
    required: 'Write a note.',
  },
  talk: {
    nothingWaits: 'Nothing in your queues has been waiting that long.',
    waiting: (count: number) => `Requests that have waited that long: ${count}`,
    nothingDue: {
      today: 'Nothing is due today.',
      tomorrow: 'Nothing is due tomorrow.',
      week: 'Nothing is due this week.',
    },
    due: {
      today: (count: number) => `Due today: ${count}`,
      tomorrow: (count: number) => `Due tomorrow: ${count}`,
      week: (count: number) => `Due this week: ${count}`,
    },
    nobodyAway: 'Nobody in the directory is away today.',
    away: (name: string, until: string | null, standIn: string | null) =>
      `${name} is away${until === null ? '' : ` until ${day(until)}`}${standIn === null ? '' : `. ${standIn} is standing in`}.`,
    completed: {
      today: (count: number, isAll: boolean) => `Completed in your queues today: ${atLeast(count, isAll)}.`,
      week: (count: number, isAll: boolean) =>
        `Completed in your queues this week: ${atLeast(count, isAll)}.`,
      month: (count: number, isAll: boolean) =>
        `Completed in your queues this month: ${atLeast(count, isAll)}.`,
      'last-month': (count: number, isAll: boolean) =>
        `Completed in your queues last month: ${atLeast(count, isAll)}.`,
      year: (count: number, isAll: boolean) =>
        `Completed in your queues this year: ${atLeast(count, isAll)}.`,
    },
    about: (name: string) => `Requests for ${name}`,
    whichStep: (number: string) => `What would you like to do with ${number}? Nothing has changed so far.`,
    sorryDeclined: (number: string) =>
      `I’m sorry. Here’s what happened to ${number}. To talk to the queue’s lead about it, type: escalate ${number}`,
    sorry: 'I’m sorry this is taking so long.',
    tooSlow: (numbers: readonly string[]) =>
      `I’m sorry this is taking so long. To ask for an update, type nudge and the number (${list(numbers)}). You can also contact the people below.`,
    files: (number: string | null) =>
      number === null
        ? 'I can’t take files. Store the file where the person handling your request can open it, and add the link to your request.'
        : `I can’t take files. Store the file where the person handling your request can open it, and send the link as a note: type note ${number} and the link.`,
    noneFor: (customer: string) => `You have no open request for ${customer}. These are your requests:`,
    withdrawEach: (numbers: readonly string[]) =>
      `Open for that customer: ${list(numbers)}. Withdraw each one that you no longer need.`,
  },
  transferForm: {
    heading: 'Transfer the request',
    send: 'Transfer',
    consequence:
      'If you choose a person, they own it right away. If you choose a queue, someone there has to claim it. The partner will be notified.',
    dateGoes: (agreedFor: string) =>
      `The date agreed with the partner (${meetingDay(agreedFor)}) no longer applies after a transfer.`,
    typed: (number: string, to: string | null) => `transfer ${number} to ${to ?? '…'}`,
    target: 'Transfer to',
    targetHint: 'Choose a person or a queue',
    targetRequired: 'Choose a person or a queue.',
    whoIsMeant: 'Who do you mean? Nothing was changed.',
    remark: 'Note for them (the partner won’t see it)',
    queue: (name: string) => `Queue: ${name}`,
  },

  // The other cards.

  answer: {
    more: (title: string) => `More: ${title}`,
  },

  channelAnswer: {
    continue: 'Continue in 1:1 chat',
    unsure: 'I’m not sure which one you mean',
    intake: {
      title: 'Send requests in private',
      todo: 'Open the form here, where only you can see it, or message me in a 1:1 chat. That keeps the customer’s name private.',
    },
    formSent: {
      title: 'The form is in your 1:1 chat',
      todo: 'I’ve sent it only to the person who selected the button. Fill it in there.',
    },
    formInPrivate: {
      title: 'Open the form in a 1:1 chat',
      todo: 'Open a 1:1 chat with me and type “new request”. I’ll show you the form there.',
    },
    guideInPrivate: {
      title: 'Answer the questions in a 1:1 chat',
      todo: 'Ask me the same question in a 1:1 chat. I’ll go through it with you there.',
    },
    status: { title: 'See your requests in a 1:1 chat', todo: 'Send me “my requests” in a 1:1 chat.' },
    /** One request that the message named. */
    statusOf: {
      title: (number: string) => `See ${number} in a 1:1 chat`,
      todo: (number: string) => `Send me “status ${number}” in a 1:1 chat.`,
    },
    /** A command that isn't for a channel. `command` has no words that others shouldn't read. */
    typedIn: {
      title: 'That only works in a 1:1 chat',
      todo: (command: string) => `Nothing was changed. Send me “${command}” in a 1:1 chat.`,
    },
    person: {
      title: 'Talk to a person',
      todo: 'Message me in a 1:1 chat and I’ll tell you who looks after your company.',
    },
    guide:
      'I have a few questions first. Answer them here, where only you can see them, or ask me again in a 1:1 chat.',
    thanks: { title: 'You’re welcome', todo: 'Ask me anytime.' },
    other: {
      title: 'Ask me a question',
      todo: '@mention me with your question and I’ll answer in the thread.',
    },
  },

  choices: {
    which: 'Which of these do you mean?',
    more: 'What do you want to know next?',
    otherWords: 'Or put it another way.',
  },

  comparison: {
    notStated: 'Not stated',
    more: 'More to compare',
    notStatedForAny: (aspects: readonly string[]) => `Not stated for any of them: ${list(aspects)}`,
  },

  confirmation: {
    sent: '✓ Sent',
    stored: '⚠ Saved, not delivered yet',
    sentTo: (number: string, service: string, queue: string) =>
      `${number} was sent to “${queue}”: ${service}.`,
    storedOnly: (number: string, service: string) => `${number} is saved but not delivered yet: ${service}.`,
    fallback: (queue: string, fallback: string) =>
      `Sorry, I can’t post to the channel of “${queue}” right now, so I sent your request to “${fallback}” instead.`,
    noChannel: (queue: string) => `Sorry, I can’t post to the channel of “${queue}” right now.`,
    neitherChannel: (queue: string) =>
      `Sorry, I can’t post to the channels of “${queue}” and the catch-all queue right now.`,
    unknownPerson: (name: string) =>
      `I couldn’t find anyone called “${name}” who takes requests, so I chose the queue as explained below.`,
    nobodyYet: 'Nobody yet',
    opens: (date: string, time: string) =>
      `It’s outside this queue’s working hours. The queue opens on ${date} at ${time}.`,
    next: 'When someone claims it, I’ll tell you who. I’ll also tell you about every change.',
    nextStored:
      'Your request is safe. I’ll deliver it as soon as I can. If it’s urgent, type **talk to a human**.',
    noCustomer: (kind: string) =>
      `You didn’t name a customer, so I sent it as ${kind}. If it’s for a customer opportunity, edit the request and add the customer.`,
    onlyAs: (service: string, kind: string) =>
      `${service} is only offered as ${kind}, so I sent it as that, even though you named a customer.`,
  },

  duplicate: {
    summary: (number: string) => `${number} asks for the same thing and is still open. Nothing new was sent.`,
    yours: 'You already asked for this',
    colleagues: 'A colleague already asked for this',
    stillOpen: (number: string) =>
      `**${number}** was still open when you sent this, so I didn’t send a new request. You can add a note to it, or send yours anyway.`,
    typed: (number: string) => `Or type: note ${number} …`,
    addNote: 'Add note',
    sendAnyway: 'Send anyway',
  },

  history: {
    summary: (number: string) => `History of ${number}`,
    older: (count: number) => `Earlier (${count})`,
  },

  faq: {
    summary: 'Frequently asked questions, by programme.',
    title: 'Frequently asked questions',
    todo: 'Select a question or ask your own.',
    toMention: '@mention me with one of these, or ask your own question.',
    allAbout: (programme: string) => `All about ${programme}`,
  },

  guide: {
    typeAnswer: 'Or type your answer.',
    soFar: 'So far',
    restart: 'Start again',
    goesOnBelow: 'This guide continues in the message below.',
    noLongerAsked: 'This step has changed. Start again to use the current version.',
  },

  handoff: {
    summary: (number: string, state: string, service: string, partner: string) =>
      `${number} · ${state} · ${service} for ${partner}`,
    detailsHidden: 'Only the person who claims the request can see this, in a 1:1 chat',
    confidential: 'Confidential. Only the person who claims the request can see it, in a 1:1 chat',
    noteFrom: (name: string) => `Note from ${name}`,
    noteInPrivate: (number: string) =>
      `It came with a note. To read it before you claim, type status ${number} in a 1:1 chat with me.`,
    noteForOwner: 'It came with a note that only the person who claims the request can see, in a 1:1 chat.',
  },

  help: {
    summary: 'What Partner Desk can do, and what to type.',
    title: 'How I can help',
    what: (programmes: readonly string[]) =>
      `I’m an automated assistant for partner support. My topics: ${list(programmes)}.`,
    inChannel:
      '@mention me with a question and I’ll answer in the thread. Send requests in a 1:1 chat with me.',
    inPersonal:
      'Ask in your own words. I answer from the teams’ own documents. If I don’t know, I say so and tell you who to ask.',
    example: 'For example',
    privacy: 'What happens to my messages?',
    myRequests: 'My requests',
    myQueues: 'Open in my queues',
    mine: 'Requests I own',
    requests: 'Requests',
    requestCommands: [
      '**new request**: request an engagement. Or just tell me what you need, and for which customer',
      '**my requests**: all your requests and their status; **my requests closed**: only closed ones',
      '**company requests**: the requests of everyone in your company, except confidential ones',
      '**status PD-0042**, **history PD-0042**: show one request, or everything that happened to it',
      '**withdraw PD-0042**: withdraw it',
      '**edit PD-0042**, **note PD-0042 …**: edit it or add a note',
      '**propose date PD-0042 31 January**: propose a different date',
      '**nudge PD-0042**: ask for an update, at most once a day, if the queue allows it',
    ],
    queue: 'For queue members',
    queueCommands: [
      '**queue**, **mine**: open requests in your queues, and requests you own',
      '**queue accepted**, **mine waiting for partner**, **queue** plus a solution area or region: filter the list',
      '**claim PD-0042**, **release PD-0042**: take a request, or give it back to the queue',
      '**accept PD-0042**, **ask PD-0042 …**: agree on a date, or ask the partner a question',
      '**reschedule PD-0042 31 January**: move the agreed date',
      '**confirm date PD-0042**, **decline date PD-0042**: answer a date that the partner proposed',
      '**transfer PD-0042**, **decline PD-0042**, **complete PD-0042**: hand it over, turn it down or finish it',
    ],
    insightsCommand: '**insights**: answers that didn’t help, and questions I couldn’t answer',
    exporting: 'To get a queue’s requests as a spreadsheet, ask the person who runs this app.',
  },

  privacy: {
    summary: 'What I store, who can see it, and for how long.',
    title: 'What happens to your messages',
    chat: (minutes: number) =>
      `**Chat.** I keep your last messages in this 1:1 chat for up to ${plural(minutes, { one: 'one minute', other: `${minutes} minutes` })}, so that I understand follow-up questions.`,
    requests: (months: number) =>
      `**Requests.** When you send a request, I store what the form shows, with your name and company, and pass it on to the people who handle it. Your colleagues can read it, too, unless you mark the customer as confidential. I delete it ${plural(months, { one: 'one month', other: `${months} months` })} after it’s closed.`,
    confidential:
      '**Confidential customers.** Only you and the person handling the request can see the customer’s name.',
    vulnerabilities:
      '**Vulnerabilities.** I don’t store, log or forward a message that I recognise as a report of a vulnerability.',
    feedback: (days: number) =>
      `**Feedback.** I keep ratings and comments for ${plural(days, { one: 'one day', other: `${days} days` })}, without your name.`,
    unanswered: '**Questions I can’t answer.** I count them by topic, without your words or your name.',
    address: (days: number) =>
      `**Your Teams ID.** I keep it so that I can message you, and delete it ${plural(days, { one: 'one day', other: `${days} days` })} after you remove the app.`,
    yours: 'To see or delete your data, ask the person who runs this app.',
    about: {
      'privacy-readers': {
        title: 'Who can see what you write',
        chat: '**This chat.** I don’t show it to anyone, your manager included. The person who runs this app can look up what I store about you. I don’t know what your organisation sees in Teams itself.',
        requests:
          '**Requests.** The people who handle a request see it with your name. Your colleagues can see it, too, unless its customer is confidential.',
      },
      'privacy-deletion': {
        title: 'Deleting what you wrote',
        chat: (minutes: number) =>
          `**This chat.** I forget it after ${plural(minutes, { one: 'one minute', other: `${minutes} minutes` })} at the latest, or as soon as you send a request or remove this app. I can’t delete it on demand.`,
        requests: (months: number) =>
          `**Requests.** I delete a request ${plural(months, { one: 'one month', other: `${months} months` })} after it’s closed. Withdrawing a request closes it.`,
      },
      'privacy-place': {
        title: 'Where this is stored',
        answer:
          'In this app’s database. I don’t know which country or data centre it’s in, or where Teams stores its own copy of a chat. Ask the person who runs this app.',
      },
      'privacy-model': {
        title: 'Which model I use',
        none: 'No language model reads this chat. A small search model on my own server matches your words with the teams’ texts. It can’t write text.',
        some: 'A language model may help me choose an answer, but doesn’t write it. It may add a translation, which is labelled. It gets your message and up to six earlier ones, but not who you are. It never gets vulnerability reports, forms or notes. The person who runs this app knows which model it is and what its provider does with messages.',
        learning: 'I don’t learn from your messages.',
      },
      'privacy-law': {
        title: 'GDPR and data protection',
        answer:
          'I can’t say whether this app meets GDPR or another law: I don’t have any legal documents. The person who runs this app can answer that. I can tell you what I store, who can see it, and for how long.',
      },
    },
    inChannel:
      'I don’t store what you write in a channel. To see what I store about a 1:1 chat, ask me there.',
  },

  intake: {
    summary: 'Request an engagement: a short form.',
    summarySentBack: 'Your request hasn’t been sent yet. Please correct the form.',
    title: 'Request an engagement',
    what: (takers: string) => `I’ll send it to the right ${takers} and tell you who picks it up.`,
    sentBack: (fields: number) =>
      `Not sent yet. Please correct ${plural(fields, { one: 'one field', other: `${fields} fields` })}.`,
    service: 'What do you need?',
    serviceHint: 'Choose a service',
    serviceRequired: 'Choose a service.',
    customer: 'Customer (leave empty for work on your own practice)',
    customerNeeded: (service: string) =>
      `${service} is only for customer opportunities. Please enter the customer.`,
    confidential: 'Confidential',
    confidentialTitle: 'Only you and the person handling the request can see the customer’s name',
    details: 'Description',
    detailsHint: 'Goal, current setup, who’s involved',
    goesAlong: 'I’ll include the earlier messages that are ticked.',
    optional: 'Area, date and recipient (optional)',
    solutionArea: 'Solution area',
    solutionAreaHint: 'Choose one if you know it',
    wantedBy: 'Preferred date',
    wantedByRange: 'Choose today or a later date, or leave it empty.',
    role: 'Who should handle it?',
    anyRole: 'The best match',
    myRole: (role: string) => `My ${role}`,
    person: 'A specific person’s name (optional)',
    notStored:
      'Nothing is stored until you send the form. Never include details of a security vulnerability.',
    send: 'Send request',
    cancel: 'Cancel',
    cancelled: 'Form closed. Nothing was sent or stored.',
    clear: 'Clear',
    fields: {
      serviceId: 'service',
      customer: 'customer',
      confidential: 'confidential',
      solutionAreaId: 'solution area',
      wantedBy: 'date',
      role: 'recipient',
      person: 'person’s name',
      details: 'description',
    },
    taken: (fields: readonly string[]) => `Filled in from your message: ${list(fields)}.`,
    takenFrom: (fields: readonly string[], said: string) =>
      `Filled in from what you wrote before (“${said}”): ${list(fields)}.`,
    whichCustomer: (names: readonly string[]) =>
      `You named ${list(names)}. Which customer is this request for? Send one request for each customer.`,
    dateIsAmbiguous: (said: string) => `“${said}” can mean two different dates. Please choose one.`,
    dateHasPassed: (said: string) => `“${said}” is in the past. Please choose a later date.`,
  },

  /** The fields that a service declares for itself. */
  serviceFields: {
    required: 'Fill this in.',
    choiceRequired: 'Choose one.',
    choose: 'Choose one',
    dateRange: (min: string | null, max: string | null) =>
      max === null
        ? `Choose ${min === null ? 'a date' : `${day(min)} or a later date`}.`
        : `Choose a date ${min === null ? 'up to' : `from ${day(min)} to`} ${day(max)}.`,
    numberRange: (min: number | null, max: number | null) =>
      max === null
        ? `Enter a number${min === null ? '' : ` of ${min} or more`}.`
        : `Enter a number ${min === null ? 'up to' : `from ${min} to`} ${max}.`,
    /** The form comes back once, because the chosen service has fields that it didn’t show. */
    more: (service: string) =>
      `Not sent yet. There’s more to fill in for ${service}. Add what you know, then send the form again.`,
    moved: (labels: readonly string[], service: string) =>
      `${service} has no field for ${list(labels)}, so I added ${plural(labels.length, { one: 'the value', other: 'the values' })} to the description.`,
    line: (label: string, value: string) => `${label}: ${value}`,
    notUsable: (entered: string, fault: string) => `“${entered}” ${fault}.`,
  },

  news: {
    lead: 'Lead',
    summary: (number: string, what: string) => `${number}: ${what}.`,
    typed: (number: string) => `Or type: answer ${number} …`,
    dateOpen: (owner: string | null) =>
      `The agreed date no longer applies. ${owner ?? 'The person now handling your request'} will agree on a new date with you.`,
  },

  notCovered: {
    title: 'Not covered',
    nextStep: 'Next step',
    nearest: 'Closest answer I have',
    known: 'What I can answer',
    noAnswer: 'I don’t have an answer to that.',
  },

  person: {
    none: (takers: string) => `No ${takers} is listed for your company`,
    contacts: 'Your contacts',
    others: 'These people look after your company:',
    noneTodo: (queue: string) =>
      `I can’t connect you to anyone here, but a person reads every request. Send one, and someone from “${queue}” will take it from there.`,
    away: (until: string | null, standIn: string | null) =>
      `Away until ${until === null ? 'further notice' : day(until)}${standIn === null ? '' : `. ${standIn} is standing in.`}`,
    chat: 'Chat',
    fromDirectory: 'From the partner directory.',
    request: 'Request an engagement',
    /** What a button says that opens its form. */
    requestFor: (service: string) => `request ${service}`,
  },

  feedback: {
    ask: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    liked: 'This helped',
    disliked: 'This didn’t help',
    summary: 'Thank you. What was wrong or missing? (optional)',
    title: 'Thanks for your feedback',
    why: 'The owners of this answer will see that it didn’t help. You can tell them why.',
    label: 'What was wrong or missing?',
    leaveOut: 'Your name isn’t included. Please leave out customer names and security issues.',
    send: 'Send',
    thanks: 'Thanks for your feedback. I saved it without your name.',
    unknown:
      'I can’t tell which answer you mean, or it was too long ago. Please ask again and rate the new answer. Nothing was stored.',
  },

  insights: {
    title: 'Answer feedback',
    summary: (dislikes: number, unanswered: number) =>
      `${plural(dislikes, { one: 'One unhelpful answer', other: `${dislikes} unhelpful answers` })}, ${plural(unanswered, { one: 'one unanswered question', other: `${unanswered} unanswered questions` })}.`,
    nothing: 'No ratings and no unanswered questions yet.',
    since: (date: string, likes: number, dislikes: number) =>
      `“Did this help?” since ${day(date)}: ${likes} yes, ${dislikes} no`,
    disliked: 'Didn’t help',
    noneDisliked: 'No answer was rated as unhelpful.',
    opinions: (dislikes: number, likes: number) => `${dislikes} no, ${likes} yes`,
    notes: { changed: 'changed since then', gone: 'removed' },
    unanswered: 'Unanswered',
    noneUnanswered: 'Every question was answered.',
    kinds: {
      'not-covered': 'not covered',
      'not-stated': 'not stated',
      unclear: 'not understood',
    },
    notUnderstood: 'Questions I didn’t understand',
    times,
    more: (count: number) => `and ${count} more`,
    words: 'To read the comments, ask the person who runs this app (**npm run insights**).',
    notHere: 'This works in a 1:1 chat with me, or in the channel of a queue that you lead.',
  },

  notice: {
    help: 'Type **help** to see what I can do.',
  },

  /** Why a request is in its queue, where no rule of the content says it. Facts that are missing have words, too. */
  routing: {
    moved: (who: string) => `${who} moved it there`,
    queueClosed: 'its previous queue was closed',
    unknown: 'no longer on record',
    away: (reason: string, person: string, backup: string | null) =>
      backup === null
        ? `${reason}; ${person} is away and so is every backup, so I asked the whole queue`
        : `${reason}; ${person} is away, and ${backup} is the backup`,
    missing: {
      person: 'nobody',
      partner: 'this company',
      role: 'anyone',
      region: 'an unknown region',
      service: 'this service',
      area: 'no solution area',
    },
  },

  /** Why a person gets news of a request. Shown above the news. */
  whyTold: {
    partner: (number: string) => `Your request ${number}`,
    company: (number: string) => `${number} from your company`,
    staff: (number: string) => `${number} (you own it)`,
    queue: (number: string, queue: string) => `${number} for ${queue}`,
  },

  deliveryCheck: {
    isDecided: (number: string) => `${number}: there’s nothing left to check`,
    summary: (number: string) => `${number}: is the card here? Teams didn’t confirm that it arrived.`,
    question: (number: string) => `${number}: is the card here?`,
    todo: 'Teams didn’t confirm that it arrived. Please look for it above and tell me.',
    typed: (number: string) => `Or type: “${number} is there” or “${number}: post it again”`,
    there: 'It’s there',
    again: 'Post it again',
  },

  problem: {
    reference: (id: string) => `Reference: ${id}`,
    'config-invalid': {
      what: 'Sorry, I’m not set up correctly.',
      todo: 'Please tell the person who runs this app.',
    },
    'content-invalid': {
      what: 'Sorry, I can’t read my knowledge base.',
      todo: 'Please tell the person who runs this app.',
    },
    'directory-invalid': {
      what: 'Sorry, I can’t read the directory of partners and people.',
      todo: 'Please tell the person who runs this app. You can still ask questions.',
    },
    'database-unavailable': {
      what: 'Sorry, I can’t reach my database right now.',
      todo: 'Please try again in a few minutes. Nothing will be sent twice. You can still ask questions.',
    },
    'database-read-only': {
      what: 'Sorry, I can’t store anything right now, so nothing was sent or changed.',
      todo: 'Please try again later, and tell the person who runs this app. You can still ask questions.',
    },
    'too-busy': {
      what: 'Sorry, I’m very busy right now, so nothing was sent or changed.',
      todo: 'Please try again in a minute.',
    },
    'bad-parameter': {
      what: 'Your text contains characters that I can’t store.',
      todo: 'Please remove unusual characters and try again.',
    },
    'bad-input': {
      what: 'I couldn’t process that.',
      todo: 'Please correct it and send it again. Nothing was changed.',
    },
    'not-found': { what: 'I can’t find that.', todo: 'Check the number, or type **my requests**.' },
    'not-allowed': {
      what: 'You don’t have permission to do that.',
      todo: 'Only the partner who sent a request and the members of its queue can change it. Please ask one of them.',
    },
    'understanding-unavailable': {
      what: 'Sorry, I can’t look up answers right now.',
      todo: 'Please try again in a minute, or type **help** to see what else you can do.',
    },
    internal: {
      what: 'Sorry, something went wrong on my side.',
      todo: 'Please try again. If it keeps happening, tell the person who runs this app.',
    },
  },

  queueRegistered: {
    summary: (queue: string) => `This channel now receives requests for “${queue}”.`,
    band: '✓ Queue registered',
    what: 'New requests for this queue will be posted in this channel.',
    untold: 'Name not provided by Teams',
    fitsNoOther: 'Requests that match no other queue',
    requestsOf: (role: string) => `${role} requests`,
    missing: (names: string) => `⚠ Not in this channel yet: ${names}. Please add them.`,
    andMore: (names: string, more: number) => `${names} and ${more} more`,
    members: (count: number) => `Members (${count})`,
    note: 'Only members can act on requests. Wrong channel? Register the queue again in the right one.',
    notAChannel: (queue: string) =>
      `@mention me with “register queue ${queue}” in the channel where its cards should appear.`,
    notAllowed: 'Only a queue’s lead or an operator can register it. Nothing was changed.',
    notFound: (known: readonly string[]) => `I can’t find that queue. You can register: ${known.join(', ')}.`,
  },

  need: {
    summary: (band: string, answer: string) => `${band}: ${answer}`,
    in: 'In scope',
    out: 'Out of scope',
    depends: 'It depends',
    yes: 'Yes, in scope',
    remotely: 'Yes, remotely. Not on site',
    'not-on-site': 'Not on site',
    no: 'No, out of scope',
    request: 'Request it',
    /** After a "no": the wish is out of scope, so this button offers the services that can be requested. */
    requestInstead: 'Request a service',
  },

  refusal: {
    summary: (explanation: string) => `Not sent: ${explanation}`,
    refused: '→ There’s a better place for this',
    elsewhere: '→ Request this somewhere else',
    toPaste: 'Text to paste into the ticket',
    known: (name: string, value: string) => `${name}: ${value}`,
    service: 'Service',
    customer: 'Customer',
    solutionArea: 'Solution area',
    wantedBy: 'Preferred date',
    nothingSent: 'Nothing was sent or stored.',
    anyway: 'Request it anyway',
    change: 'Back to the form',
  },

  request: {
    dateLost: (agreedFor: string) =>
      `The agreed date of ${meetingDay(agreedFor)} no longer applies. Agree on a new one.`,
    youAreAsked: 'Question for you',
    askedOfPartner: 'Question for the partner',
    confidential: 'Confidential. Only the person handling the request can see it',
  },

  requestList: {
    summary: (heading: string, numbers: readonly string[]) =>
      `${heading}: ${numbers.length === 0 ? 'none' : numbers.join(', ')}`,
    title: 'Requests',
    yours: 'Your requests',
    company: 'Your company’s requests',
    companyShort: 'Company requests',
    owned: 'Requests you own',
    agreedFor: (date: string) => `agreed for ${date}`,
    updated: (date: string) => `updated ${date}`,
    nothingOfYours: (takers: string) =>
      `No requests. I only see requests sent through me. For anything else, ask your ${takers}.`,
    nothing: 'No requests.',
    older: 'Older',
    newest: 'Newest',
    otherStates: 'Filter by status',
    /** Filter buttons. The same names as the states. */
    buttons: {
      open: 'Open',
      'needs-info-to-partner': 'Waiting for you',
      closed: 'Closed',
      all: 'All',
      submitted: 'Waiting in queue',
      'needs-info': 'Waiting for partner',
      accepted: 'Accepted',
    },
    typedBy: {
      partner: 'Or type, for example: my requests closed',
      company: 'Or type, for example: company requests closed',
      staff: 'Or type, for example: “queue accepted”, “mine waiting for partner” or “queue security”',
    },
    noQueue: 'You’re not a member of any queue. To see your own requests, type: my requests',
    nothingIn: (queues: readonly string[]) =>
      `No open requests in ${list(queues.map((queue) => `“${queue}”`))}.`,
    nothingThatIs: (filter: string, queues: readonly string[]) =>
      `No requests match “${filter}” in ${queues.map((queue) => `“${queue}”`).join(', ')}.`,
    filterGone: 'This filter no longer exists. Please type the list command again.',
    whichOne: 'Which request do you mean?',
    which: (command: string) => `Which request? Please add its number, for example: ${command}`,
    notYours: 'You don’t have permission to see that list. To see your own requests, type: my requests',
    unknownFilter:
      'I don’t know that filter. You can filter by status, solution area, region or queue, for example “queue accepted” or “mine waiting for partner”.',
  },

  scope: {
    summary: (programme: string) => `${programme}: what it is and what it isn’t.`,
    eyebrow: 'What it is and isn’t',
    is: '✓ It is',
    isNot: '✕ It isn’t',
    more: (count: number) => `${count} more`,
    other: (programme: string) => `${programme}: is / isn’t`,
    /** What its button says. */
    ask: (programme: string) => `What is and isn’t ${programme}?`,
  },

  turnedAway: {
    unknownTenant:
      'This app is for one organisation and its partners, and your organisation isn’t listed. If it should be, ask your contact at the organisation that runs the app. I didn’t store your message.',
    tooFast: {
      person:
        'You’re sending messages faster than I can handle, so I skipped the last one. Please wait a minute and send it again.',
      tenant:
        'Many people in your organisation are messaging me right now, so I skipped your message. Please send it again in a minute.',
    },
  },

  unclear: {
    summary: 'I didn’t understand that. Please put it another way, or type help.',
    title: 'I didn’t understand that',
    todo: 'Please put it another way, and add the programme’s name if you know it. For example:',
    help: 'Or type **help**, or **talk to a human**.',
  },

  verdict: {
    summary: (verdict: string, answer: string) => `${verdict}: ${answer}`,
    notListed: (programme: string) => `Not on the ${programme} lists`,
    in: 'In scope',
    out: 'Out of scope',
    'not-stated': 'Not stated',
    yes: 'Yes, in scope',
    remotely: 'Yes, remotely. Not on site',
    'not-on-site': 'Not on site',
    no: 'No, out of scope',
    depends: 'It depends',
  },

  welcome: {
    summary: 'Partner Desk: ask a question, check what’s in scope, or request an engagement.',
    hello: (name: string | null) =>
      name === null ? 'Hi, what do you need?' : `Hi ${name}, what do you need?`,
    what: (takers: string) =>
      `Ask in your own words. I answer from the teams’ own documents, point you to the right place, and send requests to the right ${takers}.`,
    tryOne: 'Try one of these',
    help: 'Type **help** anytime.',
  },

  // Messages of the conversation.

  /** Confirms a change to the person who made it. */
  did: {
    claim: (number: string) => `You claimed ${number}.`,
    release: (number: string) => `You released ${number} to its queue.`,
    accept: (number, about) =>
      about.day === null
        ? `You accepted ${number} and set the date.`
        : `You accepted ${number} and set the date to ${meetingDay(about.day)}.`,
    ask: (number: string) => `You asked a question about ${number}.`,
    answer: (number: string) => `You answered the question about ${number}.`,
    note: (number: string) => `You added a note to ${number}.`,
    edit: (number: string) => `You updated ${number}.`,
    reschedule: (number, about) => `You moved ${number} to ${toDay(about.day)}.`,
    'propose-date': (number, about) =>
      `You proposed ${toDay(about.day)} for ${number}. The agreed date stays until the person handling your request confirms it.`,
    'confirm-date': (number, about) => `You confirmed ${toDay(about.day)} for ${number}.`,
    'decline-date': (number, about) => `You kept the agreed date of ${number}, ${toDay(about.day)}.`,
    decline: (number: string) => `You declined ${number}.`,
    complete: (number: string) => `You completed ${number}.`,
    'transfer-to-person': (number, { owner }) => `${number} is now with ${owner ?? 'its new owner'}.`,
    'transfer-to-queue': (number, { queue }) => `${number} is now in “${queue}”.`,
    withdraw: (number: string) => `You withdrew ${number}.`,
    reopen: (number, { queue }) => `${number} is open again, in “${queue}”.`,
  } satisfies Record<ChangeName, (number: string, request: ChangedRequest) => string>,

  outcomes: {
    onWeekend: (weekday: string) => `Note that it’s a ${weekday}.`,
    dateLost: (agreedFor: string) => `The agreed date, ${meetingDay(agreedFor)}, no longer applies.`,
    editedInto: (number: string, kind: string) =>
      `You updated ${number}. Because it now names a customer, it’s ${kind}.`,
    youAlreadyClaimed: (number: string) => `You have already claimed ${number}.`,
    alreadyClaimed: (who: string, number: string) => `${who} has already claimed ${number}.`,
    youAlreadyHave: (number: string) => `You already own ${number}.`,
    alreadyHas: (who: string, number: string) => `${who} already owns ${number}.`,
    notPossible: (number: string, state: string, last: string | null) =>
      `You can’t do that now. ${number} is “${state}”${last === null ? '' : ` (${last})`}. Nothing was changed.`,
    notFound:
      'I can’t find that request, or you don’t have access to it. Check the number, or type: my requests',
    notAllowed:
      'You don’t have permission to do that. Only the partner who sent a request and the members of its queue can change it. Nothing was changed.',
    invalid: (sentences: readonly string[]) => `${sentences.join(' ')} Nothing was changed.`,
    sayHello: 'Say hello to me in a 1:1 chat and I’ll show you the full request there.',
    notified: (names: readonly string[]) => `Sent to ${list(names)}.`,
    notReachable: (names: readonly string[]) =>
      `I couldn’t reach ${list(names)} yet. I’ll tell them as soon as I can.`,
    oldButton:
      'That button is from an older card, or it isn’t one of mine. Nothing was changed. Type “help” to see what you can do.',
    suggestionGone:
      'That answer is no longer available. Ask your question in your own words, or type “FAQ” to see all questions.',
    thanks: 'You’re welcome. Ask me anytime.',
    dismissed: 'OK, nothing was sent. Ask me anything else, or type **help**.',
    sayOtherwise: 'OK. Tell me in other words what you need, or type **help**.',
    selectSend:
      'I haven’t sent anything yet. Please check the form above, then select **Send request**. To start over, type **new request**.',
    notYours: (number: string, who: string) =>
      `Right now only ${who} can do that with ${number}. Nothing was changed.`,
    whoMay: {
      owner: (name: string | null) =>
        name === null ? 'the person handling it' : `the person handling it (${name})`,
      members: (queue: string) => `a member of “${queue}”`,
      lead: (queue: string) => `the lead of “${queue}”`,
      requester: (name: string) => `the partner who sent it (${name})`,
    },
  },

  /** Replaces a card that no longer has anything to do. `last` is the latest event of the request. */
  over: {
    newer: (number: string) => `${number} has a newer card in this chat.`,
    changed: (number: string) => `${number} has changed.`,
    list: (number: string) =>
      `${number} has changed, so I closed this list. Ask for it again to see the current one.`,
    done: (number: string, last: string | null) =>
      `${number}: ${last ?? 'this is done'}. There’s nothing left to do here.`,
    gone: (number: string, last: string | null) =>
      `${number}: ${last ?? 'it was passed on'}. It’s no longer with you.`,
    withOwner: (number: string, owner: string) => `${number} is no longer with you. ${owner} has it now.`,
    inQueue: (number: string, queue: string) =>
      `${number} is no longer with you. It’s in the queue “${queue}” now.`,
    doneByYou: (did: string) => `${did} There’s nothing left to do here.`,
    formSentByYou: (did: string) => `${did} This form is closed.`,
    form: (number: string, last: string | null) =>
      `This form for ${number} is closed${last === null ? '' : `: ${last}`}. It can’t be sent any more.`,
  },

  /** Replies to a message without words, by what it contains. */
  wordless: {
    file: 'I can’t read files. Please type your question, or copy the part that matters into a message.',
    picture: 'I can’t see pictures, GIFs or stickers. Please type your question.',
    recording: 'I can’t listen to recordings or watch videos. Please type your question.',
    card: 'I can’t read cards from other apps. Please type your question.',
    quote: 'I don’t read quoted or forwarded messages. Please type your question in your own words.',
    reaction: 'Thanks for the reaction. If you have a question, please type it.',
  },

  /** What’s wrong with an input: a field plus a fault make a sentence, without its full stop. */
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
      explanation: 'The message to the partner',
      formId: 'The form',
      hours: 'The number of hours',
      listId: 'The list',
      note: 'The note',
      number: 'The request',
      outcomeId: 'The outcome',
      person: 'The person',
      question: 'The question',
      reasonId: 'The reason',
      remark: 'The message',
      serviceId: 'The service',
      solutionAreaId: 'The solution area',
      summary: 'The message to the partner',
      targetId: 'The person or queue',
      text: 'The text',
      to: 'The person or queue',
      wantedBy: 'The preferred date',
      other: 'The input',
    },
    kinds: {
      missing: 'is missing',
      empty: 'is empty',
      unknown: 'isn’t recognised',
      'not-kept': 'looks like a report of a vulnerability, which I never store. Please leave that part out',
      unusable: 'can’t be used',
      'not-a-date': 'isn’t a valid date',
      'not-a-number': 'isn’t a number',
      'not-a-request-number': 'isn’t a request number',
      'neither-on-nor-off': 'must be on or off',
      'too-many': 'has too many entries',
      passed: 'is in the past',
      'needed-for-opportunity': 'is required because this is for a customer opportunity',
      'needed-with-reason': 'is required with this reason',
      'nobody-known': 'isn’t in the directory under that name',
      'several-people': 'matches more than one person. Enter the full name or the email address',
      'no-queue': 'isn’t in the directory',
      'no-channel': 'has no channel yet, so nobody would see the request there',
      'no-reason': 'isn’t one of the reasons',
      'does-not-fit': 'doesn’t apply to this request',
      'has-it-already': 'already has this request',
      unchanged: 'hasn’t changed',
      'not-proposed': 'isn’t the date that the partner proposed last',
      'closed-too-long-ago': 'was closed more than 14 days ago. Please send a new request',
    } satisfies Record<FaultKind, string>,
    severalPeople: (mails: string) => `matches more than one person. Use one of these addresses: ${mails}`,
    tooManyRequests: (most: number) =>
      `can’t be requested now: you’ve reached the maximum of ${most} requests that are open or were sent in the last 24 hours. Withdraw one that you no longer need, or try again tomorrow`,
    reopenedTooOften: (most: number) => `has already been reopened ${times(most)}. Please send a new request`,
    longerThan: (most: number) => `is longer than ${most} characters`,
    below: (least: number) => `must be ${least} or more`,
    above: (most: number) => `must be ${most} or less`,
    before: (first: string) => `must be ${day(first)} or later`,
    after: (last: string) => `must be ${day(last)} or earlier`,
    notFromZeroTo: (most: number) => `must be a number from 0 to ${most}`,
  },

  /** News about a request that the bot sends on its own. */
  desk: {
    rerouted: (number: string, queue: string) =>
      `I couldn’t deliver ${number} to “${queue}”, so I sent it to the catch-all queue instead. You don’t need to do anything.`,
    unreachable: (number: string) =>
      `${number} is saved, but I can’t reach any queue right now. I’ll deliver it as soon as I can. If it’s urgent, type: talk to a human`,
    unsure: (number: string, queue: string) =>
      `${number} is saved. Teams didn’t confirm that its card reached “${queue}”, so I’ve asked the queue to check.`,
    settled: (number: string, queue: string) =>
      `The members of “${queue}” confirmed that the card for ${number} arrived.`,
    noChannel: (queue: string, id: string) =>
      `A request is waiting in “${queue}”, but nobody sees it because the queue has no channel. To connect a channel, @mention me there with “register queue ${id}”. To see its requests, type: queue ${id}`,
    queueBlocked: (queue: string, fallback: string | null) =>
      `Teams doesn’t let me post in the channel of “${queue}”. Until that’s fixed, ${fallback === null ? 'its requests wait' : `its requests go to “${fallback}”`}. Please check that the team isn’t archived and that the app is still installed there. I’ll keep trying. When someone messages me in that channel, I’ll try again right away.`,
  },

  /** Steps taken while a request waits, as its cards show them. */
  steps: {
    remind: 'Reminded the queue',
    backup: (name: string | null) =>
      name === null ? 'Asked a backup to claim it' : `Asked ${name}, the backup, to claim it`,
    lead: (name: string | null) =>
      name === null ? 'Asked the queue’s lead to help' : `Asked ${name}, the queue’s lead, to help`,
    giveUp: 'Told the partner that nobody has claimed it yet',
    giveUpToPartner: 'Told you that nobody has claimed it yet',
    owner: (name: string | null) => `Reminded ${name ?? 'the person handling it'}`,
    /** The person couldn’t be reached, so the channel read it instead. */
    unheard: {
      backup: 'Asked in the queue’s channel, because I couldn’t reach the backup',
      lead: 'Asked in the queue’s channel, because I couldn’t reach the queue’s lead',
      owner: 'Asked in the queue’s channel, because I couldn’t reach the person handling it',
      'owner-lead': 'Asked in the queue’s channel, because I couldn’t reach the queue’s lead',
    },
    nudge: (name: string) => `${name} asked for an update`,
    nudgeOfPartner: 'You asked for an update',
    manager: (name: string) => `${name} asked to talk to the queue’s lead`,
    managerOfPartner: 'You asked to talk to the queue’s lead',
  },

  waiting: {
    bands: { nobody: 'Not claimed yet', asked: 'Still waiting' },
    said: {
      remind: (queue: string) => `Nobody in “${queue}” has claimed your request yet. I’ve reminded them.`,
      backup: (queue: string, name: string | null) =>
        name === null
          ? `Nobody in “${queue}” has claimed your request yet. I’ve asked a backup to claim it.`
          : `Nobody in “${queue}” has claimed your request yet. I’ve asked ${name}, the backup, to claim it.`,
      lead: (queue: string) =>
        `Nobody in “${queue}” has claimed your request yet. I’ve asked the queue’s lead to help.`,
      giveUp: (queue: string) => `I’m sorry for the wait. Nobody in “${queue}” has claimed your request yet.`,
      notReached: {
        backup: (queue: string) =>
          `Nobody in “${queue}” has claimed your request yet. I couldn’t reach the backup, so I’ve reminded the queue again.`,
        lead: (queue: string) =>
          `Nobody in “${queue}” has claimed your request yet. I couldn’t reach the queue’s lead, so I’ve reminded the queue again.`,
      },
      ownerInChannel: (name: string) =>
        `There’s no news from ${name} yet. I’ve asked in the queue’s channel.`,
      owner: (name: string) => `There’s no news from ${name} yet. I’ve sent a reminder.`,
      ownerLead: (name: string) =>
        `I’m sorry for the wait. There’s no news from ${name} yet, so I’ve asked the queue’s lead to help.`,
    },
    since: (moment: string) => `Waiting since ${moment}`,
    whatToDo: (nudges: boolean): string =>
      nudges
        ? 'Your request stays in the queue. You can nudge once a day, ask the queue’s lead to get in touch, or withdraw it.'
        : 'Your request stays in the queue. You can ask the queue’s lead to get in touch, or withdraw it.',
    nudge: 'Nudge',
    askLead: 'Ask the lead',
    withdraw: 'Withdraw',
    yes: 'Yes, withdraw',
    show: (number: string) => `Show ${number}`,
    orType: (command: string) => `Or type: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Nobody has claimed it yet.',
      giveUp: 'Nobody has claimed it yet. I’ve told the partner.',
      backup: 'Nobody has claimed it yet. You’re the backup: can you take it?',
      backupInChannel: (name: string) =>
        `Nobody has claimed it yet. I’ve asked ${name}, the backup, to claim it.`,
      backupNotReached: (name: string) =>
        `Nobody has claimed it yet, and I can’t reach ${name}, the backup. Can one of you take it?`,
      leadNotReached: (name: string) =>
        `Nobody has claimed it yet, and I can’t reach ${name}, the queue’s lead. Can one of you take it?`,
      ownerLeadNotReached: (owner: string, name: string) =>
        `The partner is waiting for ${owner}’s next step, and I can’t reach ${name}, the queue’s lead. Can one of you help?`,
      lead: 'Nobody has claimed it yet. You lead this queue: can you find an owner?',
      leadInChannel: (name: string) =>
        `Nobody has claimed it yet. I’ve asked ${name}, the queue’s lead, to help.`,
      owner: 'The partner is waiting for your next step.',
      ownerInChannel: (name: string) => `The partner is waiting for ${name}’s next step.`,
      ownerLead: (owner: string) =>
        `The partner is waiting for ${owner}’s next step. You lead this queue: can you help?`,
      ownerLeadInChannel: (owner: string, name: string) =>
        `The partner is waiting for ${owner}’s next step. I’ve asked ${name}, the queue’s lead, to help.`,
      nudge: (requester: string) => `${requester} asks for an update.`,
      manager: (requester: string) =>
        `${requester} wants to talk to you, the queue’s lead, about this request. Please get in touch.`,
      managerInChannel: (requester: string) =>
        `${requester} wants to talk to the queue’s lead about this request.`,
    },
    since: (moment: string) => `Waiting since ${moment}`,
    claim: 'Claim',
    show: (number: string) => `Show ${number}`,
    orType: (command: string) => `Or type: ${command}`,
  },

  digest: {
    title: 'Today in the queue',
    summary: {
      waiting: (count: number) => `${count} waiting in queue`,
      quiet: (count: number) => `${count} without progress`,
      due: (count: number) => `${count} due today or overdue`,
    },
    waiting: (count: number) => `Waiting in queue (${count})`,
    quiet: (count: number) => `Claimed, no recent progress (${count})`,
    due: (count: number) => `Due today or overdue (${count})`,
    since: (moment: string) => `since ${moment}`,
    more: (count: number) => `and ${count} more`,
    list: 'Show the queue',
    orType: (command: string) => `Or type: ${command}`,
  },

  nudge: {
    done: (number: string) => `You nudged ${number}.`,
    notified: (names: readonly string[]) => `Sent to ${list(names)}.`,
    unreachable: (names: readonly string[]) =>
      `I couldn’t reach ${list(names)} yet. I’ll tell them as soon as I can.`,
    tooEarly: (number: string) => `You already nudged ${number} today. You can nudge once a day.`,
    again: (moment: string) => `You can do this again from ${moment}`,
    waitsForYou: (number: string) =>
      `${number} is waiting for your answer. To continue, type: answer ${number}`,
    closed: (number: string) =>
      `${number} is closed, so there’s nobody to nudge. To see how it ended, type: history ${number}`,
    turnedOff: (number: string) =>
      `Nudges are turned off for the queue that ${number} is in. You can add a note instead: note ${number}`,
    notYours: 'Only the partner who sent a request can nudge.',
  },
  manager: {
    /** What to type, before a request's number. */
    verb: 'escalate',
    done: (number: string) => `I’ve passed on your request to talk to the queue’s lead about ${number}.`,
    tooEarly: (number: string) =>
      `You already asked to talk to the queue’s lead about ${number} today. You can ask once a day.`,
    which: 'Which request do you want to talk to the queue’s lead about?',
  },

  uncertainCards: {
    postedAgain: (number: string) =>
      `I posted the card for ${number} again. If both appear, you can use either one.`,
    isThere: (number: string) =>
      `Thanks. The card for ${number} stays as it is until someone selects one of its buttons.`,
    none: (number: string) => `There’s nothing to check for ${number}. Its card was delivered.`,
  },

  lookup: {
    title: 'Partner Desk',
    is: (programme: string, item: string) => `${programme} is: ${item}`,
    isNot: (programme: string, item: string) => `${programme} isn’t: ${item}`,
    nothing: 'No results. Try other words, or ask me in a 1:1 chat.',
    gone: 'That answer has changed. Ask again to get the current one.',
    noAnswer: 'I don’t have an answer to this message',
    askOtherwise: 'Ask me in your own words in a 1:1 chat, or search for a keyword.',
    questionGone: 'The question was deleted.',
    unknownCommand:
      'I don’t know this command. It may be from an older version. Ask me in a 1:1 chat instead.',
    done: 'Done.',
    sorry: 'Sorry, something went wrong. Please try again in a moment, or ask me in a 1:1 chat.',
    post: 'Post this answer',
    openForm: 'Open the form',
    openGuide: 'Open the guide',
    link: 'Link to this answer',
  },

  requestReference: {
    summary: (number: string, service: string, state: string) => `${number}, ${service}: ${state}`,
    asOf: (number: string) =>
      `This was the status when the card was posted. For the current status, send **status ${number}** to Partner Desk in a 1:1 chat.`,
  },

  model: {
    inHelp:
      'A language model may help me understand your messages, but the answers are always the teams’ own texts. It may add a translation, which is labelled. It never gets vulnerability reports, forms or notes. Once you say that something is confidential, the model gets nothing more from this chat.',
    translated: 'Machine translation (AI generated). The original above is binding.',
  },
};

/** The strings of one language. Cards and conversation code get them as a parameter. */
export type Words = typeof en;
