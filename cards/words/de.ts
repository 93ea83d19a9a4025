import type { Words } from './en';
import { createSpeech } from './speech';

const speech = createSpeech('de-DE');
const { day, list, plural } = speech;

function atLeast(count: number, isAll: boolean): string {
  return isAll ? String(count) : `mindestens ${count}`;
}
const times = (count: number) => plural(count, { one: 'einmal', other: `${count}-mal` });

/** German with the formal "Sie", and Microsoft's own terms where they exist. */
export const de: Words = {
  language: 'de',
  speech,

  states: {
    submitted: 'In der Warteschlange',
    claimed: 'Übernommen',
    assigned: 'Zugewiesen',
    'needs-info': 'Wartet auf den Partner',
    'needs-info-to-partner': 'Wartet auf Sie',
    accepted: 'Angenommen',
    completed: 'Abgeschlossen',
    declined: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
    open: 'Offen',
    closed: 'Geschlossen',
    all: 'Offen und geschlossen',
  },

  events: {
    submit: (who) => `${who} hat die Anfrage gesendet`,
    claim: (who) => `${who} hat die Anfrage übernommen`,
    release: (who) => `${who} hat die Anfrage in die Warteschlange zurückgegeben`,
    'transfer-to-person': (who, to) =>
      `${who} hat die Anfrage an ${to ?? 'ein anderes Teammitglied'} übergeben`,
    'transfer-to-queue': (who, to) =>
      `${who} hat die Anfrage in ${to === null ? 'eine andere Warteschlange' : `die Warteschlange ${to}`} verschoben`,
    ask: (who) => `${who} hat eine Frage gestellt`,
    answer: (who) => `${who} hat geantwortet`,
    accept: (who, acceptedFor) =>
      acceptedFor === null
        ? `${who} hat die Anfrage angenommen`
        : `${who} hat die Anfrage für den ${day(acceptedFor)} angenommen`,
    decline: (who) => `${who} hat die Anfrage abgelehnt`,
    complete: (who) => `${who} hat die Anfrage abgeschlossen`,
    withdraw: (who) => `${who} hat die Anfrage zurückgezogen`,
    edit: (who, fields) =>
      fields.length === 0
        ? `${who} hat die Anfrage geändert`
        : `${who} hat die Anfrage geändert: ${fields.join(', ')}`,
    note: (who) => `${who} hat eine Notiz hinzugefügt`,
    reopen: (who) => `${who} hat die Anfrage wieder geöffnet`,
  },

  people: {
    unnamed: 'Jemand',
    formerColleague: 'ein früheres Teammitglied',
    unknownPartner: 'Ein Partner, der nicht im Verzeichnis steht',
    backup: 'Vertretung',
  },

  facts: {
    partner: 'Partner',
    customer: 'Kunde',
    area: 'Bereich',
    region: 'Region',
    wishedBy: 'Wunschtermin',
    agreedFor: 'Vereinbart für',
    sent: 'Gesendet',
    waitingSince: 'Wartet seit',
    details: 'Details',
    queue: 'Warteschlange',
    service: 'Leistung',
    sentBy: 'Gesendet von',
    kind: 'Art',
    told: 'Gesendet an',
    whyThere: 'Warum diese Warteschlange',
    team: 'Team',
    channel: 'Kanal',
    for: 'Für',
    ownerOnly: 'nur für die zuständige Person',
    ownedBy: 'Zuständig',
    hours: 'Stunden',
    opens: 'Öffnet',
    queueBecause: (queue, why) => `${queue}. Grund: ${why}`,
  },

  layout: {
    showOrHide: (name) => `Ein-/ausblenden: ${name}`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
    more: 'Mehr',
    quoted: (written) => `„${written}“`,
    keep: 'Nein, so lassen',
    keepClosed: 'Nein, geschlossen lassen',
    next: 'Als Nächstes',
    atMost: (characters) => `bis zu ${characters} Zeichen`,
  },

  statement: {
    whereToGo: 'Richtige Anlaufstelle',
    details: 'Details',
    goodToKnow: 'Gut zu wissen',
    source: (source) => `Quelle: ${source}`,
    owner: (owner) => `Verantwortlich: ${owner}`,
    verified: (date, against) =>
      `${/^from the owner/i.test(against) ? 'Aus dem Dokument der Verantwortlichen' : against}, ${day(date)}`,
    rule: (rule, programme) => `Regel: **${rule}** (${programme})`,
  },

  yesOrNo: { yes: 'Ja', no: 'Nein', depends: 'Es kommt darauf an' },

  background: {
    whyInScope: 'Warum im Leistungsumfang',
    askedBefore: 'Frühere Fragen',
    askedTheBot: 'Frühere Fragen an den Bot',
    told: (told) => `Antwort: ${told}`,
    orAsk: (names) => `Sie können auch fragen: ${names}`,
  },

  timeline: {
    heading: 'Verlauf',
    earlier: 'Früher',
    before: (count) =>
      `und ${plural(count, { one: 'ein weiteres Ereignis', other: `${count} weitere` })} davor`,
  },

  buttons: {
    claim: 'Übernehmen',
    accept: 'Annehmen',
    ask: 'Nachfragen',
    complete: 'Abschließen',
    transfer: 'Weitergeben',
    release: 'Zurückgeben',
    decline: 'Ablehnen',
    answer: 'Antworten',
    edit: 'Ändern',
    addNote: 'Notiz',
    reopen: 'Wieder öffnen',
    reopenWhy: 'Warum wieder öffnen? Die Beteiligten lesen es',
    newRequest: 'Neue Anfrage',
    withdraw: 'Zurückziehen',
    releaseQuestion: 'An die Warteschlange zurückgeben? Der Partner wird informiert.',
    releaseYes: 'Ja, zurückgeben',
    withdrawQuestion: (number) => `${number} zurückziehen? Alle Beteiligten werden informiert.`,
    withdrawYes: 'Ja, zurückziehen',
    show: (number) => `${number} anzeigen`,
    back: 'Zurück',
  },

  verbs: {
    show: 'Status',
    claim: 'übernehmen',
    release: 'zurückgeben',
    accept: 'annehmen',
    ask: 'nachfragen',
    answer: 'antworten',
    note: 'Notiz',
    edit: 'ändern',
    decline: 'ablehnen',
    complete: 'abschließen',
    transfer: 'weitergeben',
    withdraw: 'zurückziehen',
    nudge: 'erinnern',
    reopen: 'wieder öffnen',
  },
  lists: {
    requested: 'meine Anfragen',
    company: 'Anfragen der Firma',
    owned: 'von mir übernommen',
    queue: 'Warteschlange',
    before: 'vor',
  },

  feedback: {
    ask: 'War das hilfreich?',
    yes: 'Ja',
    no: 'Nein',
    liked: 'Das war hilfreich',
    disliked: 'Das war nicht hilfreich',
    summary: 'Danke. Was war falsch oder fehlte? (optional)',
    title: 'Danke für Ihr Feedback',
    why: 'Die Verantwortlichen sehen, dass diese Antwort nicht geholfen hat. Sie können dazuschreiben, warum.',
    label: 'Was war falsch oder fehlte',
    leaveOut: 'Ihr Name wird nicht gespeichert. Bitte nennen Sie keine Kunden und keine Sicherheitsprobleme.',
    send: 'Senden',
    thanks: 'Danke für Ihr Feedback. Es wurde ohne Ihren Namen gespeichert.',
    unknown:
      'Ich kann nicht erkennen, welche Antwort Sie meinen, oder sie ist zu lange her. Bitte fragen Sie noch einmal und bewerten Sie die neue Antwort. Es wurde nichts gespeichert.',
  },

  insights: {
    title: 'Feedback zu Antworten',
    summary: (dislikes, unanswered) =>
      `${plural(dislikes, { one: 'Eine Antwort war', other: `${dislikes} Antworten waren` })} nicht hilfreich, ${plural(unanswered, { one: 'eine Frage blieb', other: `${unanswered} Fragen blieben` })} unbeantwortet.`,
    nothing: 'Noch keine Bewertungen und keine unbeantworteten Fragen.',
    since: (date, likes, dislikes) => `„War das hilfreich?“ seit ${day(date)}: ${likes} ja, ${dislikes} nein`,
    disliked: 'Nicht hilfreich',
    noneDisliked: 'Keine Antwort wurde als nicht hilfreich bewertet.',
    opinions: (dislikes, likes) => `${dislikes} nein, ${likes} ja`,
    notes: { changed: 'seither geändert', gone: 'entfernt' },
    unanswered: 'Nicht beantwortet',
    noneUnanswered: 'Alle Fragen wurden beantwortet.',
    kinds: {
      'not-covered': 'nicht abgedeckt',
      'not-stated': 'nicht festgelegt',
      unclear: 'nicht verstanden',
    },
    notUnderstood: 'Fragen, die ich nicht verstanden habe',
    times,
    more: (count) => `und ${count} weitere`,
    words: 'Die Kommentare sehen Sie in der Shell mit **npm run insights**.',
    notHere: 'Das geht im 1:1-Chat mit mir oder im Kanal einer Warteschlange, die Sie leiten.',
  },

  notice: {
    help: 'Schreiben Sie **Hilfe**, um zu sehen, was ich kann.',
  },

  acceptForm: {
    heading: 'Anfrage annehmen',
    send: 'Annehmen',
    consequence: 'Der Partner erfährt den Termin.',
    label: 'Termin',
    labelFilled: 'Termin (der Wunschtermin des Partners ist eingetragen)',
    required: 'Wählen Sie heute oder einen späteren Tag aus.',
  },
  answerForm: {
    heading: 'Frage beantworten',
    send: 'Antwort senden',
    consequence: 'Die zuständige Person erhält Ihre Antwort im 1:1-Chat.',
    typed: (number) => `antworten ${number} und Ihre Antwort`,
    offer: (number) => `Als Ihre Antwort zu ${number} senden?`,
    typedOffer: 'ja',
    asks: (name) => `${name} fragt`,
    label: 'Ihre Antwort',
    required: 'Schreiben Sie eine Antwort.',
  },
  askForm: {
    heading: 'Beim Partner nachfragen',
    send: 'Frage senden',
    consequence: 'Der Partner erhält Ihre Frage im 1:1-Chat. Die Anfrage wartet auf die Antwort.',
    typed: (number) => `nachfragen ${number} und Ihre Frage`,
    label: 'Was müssen Sie wissen?',
    required: 'Schreiben Sie eine Frage.',
  },
  completeForm: {
    heading: 'Anfrage abschließen',
    send: 'Abschließen',
    consequence: 'Der Partner wird informiert und kann die Anfrage innerhalb von 14 Tagen wieder öffnen.',
    typed: (number) => `abschließen ${number} und das Ergebnis`,
    outcome: 'Ergebnis',
    outcomeHint: 'Ergebnis auswählen',
    outcomeRequired: 'Wählen Sie ein Ergebnis aus.',
    hours: 'Aufwand in Stunden (optional)',
    hoursRange: (most) => `Geben Sie eine Zahl von 0 bis ${most} ein.`,
    summary: 'Nachricht an den Partner (optional)',
    outcomes: {
      delivered: 'Wie angefragt erbracht',
      'partly-delivered': 'Teilweise erbracht',
      'handed-on': 'An ein anderes Team übergeben',
      'no-longer-needed': 'Nicht mehr benötigt',
    },
  },
  declineForm: {
    heading: 'Anfrage ablehnen',
    send: 'Ablehnen',
    consequence: 'Der Partner sieht den Grund und Ihre Erklärung.',
    typed: (number) => `ablehnen ${number} und den Grund`,
    reason: 'Grund',
    reasonHint: 'Grund auswählen',
    reasonRequired: 'Wählen Sie einen Grund aus.',
    explanation: 'Was kann der Partner stattdessen tun?',
  },
  editForm: {
    heading: 'Anfrage bearbeiten',
    send: 'Speichern',
    consequence: 'Die zuständige Person sieht, was sich geändert hat.',
    customer: 'Kunde',
  },
  noteForm: {
    heading: 'Notiz hinzufügen',
    send: 'Hinzufügen',
    consequence: 'Nur Sie, der Partner und die zuständige Person können die Notiz lesen.',
    typed: (number) => `Notiz ${number} und Ihr Text`,
    offer: (number) => `Als Notiz zu ${number} senden?`,
    typedOffer: 'ja',
    label: 'Ihre Notiz',
    required: 'Schreiben Sie eine Notiz.',
  },
  talk: {
    nothingWaits: 'In Ihren Warteschlangen wartet keine Anfrage so lange.',
    waiting: (count) => `Anfragen, die so lange warten: ${count}`,
    nothingDue: {
      today: 'Heute ist nichts fällig.',
      tomorrow: 'Morgen ist nichts fällig.',
      week: 'Diese Woche ist nichts fällig.',
    },
    due: {
      today: (count) => `Heute fällig: ${count}`,
      tomorrow: (count) => `Morgen fällig: ${count}`,
      week: (count) => `Diese Woche fällig: ${count}`,
    },
    nobodyAway: 'Heute ist niemand aus dem Verzeichnis abwesend.',
    away: (name, until, standIn) =>
      `${name} ist${until === null ? '' : ` bis ${day(until)}`} abwesend${standIn === null ? '' : `, Vertretung: ${standIn}`}.`,
    completed: {
      today: (count, isAll) => `Heute in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
      week: (count, isAll) => `Diese Woche in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
      month: (count, isAll) =>
        `Diesen Monat in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
      'last-month': (count, isAll) =>
        `Im letzten Monat in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
      year: (count, isAll) => `Dieses Jahr in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
    },
    sorry: 'Es tut mir leid, dass das so lange dauert.',
    tooSlow: (numbers) =>
      `Es tut mir leid, dass das so lange dauert. Sie können die zuständigen Personen erinnern: Schreiben Sie „erinnern“ und die Nummer (${list(numbers)}). Sie können sich auch an die Personen unten wenden.`,
    files: (number) =>
      number === null
        ? 'Ich kann keine Dateien annehmen. Legen Sie die Datei dort ab, wo die zuständige Person sie öffnen kann, und schreiben Sie den Link in die Anfrage. Ich gebe ihn als Notiz weiter.'
        : `Ich kann keine Dateien annehmen. Legen Sie die Datei dort ab, wo die zuständige Person sie öffnen kann, und senden Sie den Link als Notiz. Schreiben Sie dazu: Notiz ${number} und den Link.`,
    noneFor: (customer) => `Sie haben keine offene Anfrage für ${customer}. Das sind Ihre Anfragen:`,
    withdrawEach: (numbers) =>
      `Für diesen Kunden offen: ${list(numbers)}. Ziehen Sie jede Anfrage zurück, die Sie nicht mehr brauchen.`,
  },
  transferForm: {
    heading: 'Anfrage weitergeben',
    send: 'Weitergeben',
    consequence:
      'Eine Person ist sofort zuständig. In einer Warteschlange muss jemand die Anfrage übernehmen. Der Partner wird informiert.',
    dateGoes: (agreedFor) =>
      `Der mit dem Partner vereinbarte Termin (${day(agreedFor)}) gilt nach der Weitergabe nicht mehr.`,
    typed: (number, to) => `weitergeben ${number} an ${to ?? '…'}`,
    target: 'Weitergeben an',
    targetHint: 'Person oder Warteschlange auswählen',
    targetRequired: 'Wählen Sie eine Person oder eine Warteschlange aus.',
    remark: 'Notiz dazu (für den Partner nicht sichtbar)',
    queue: (name) => `Warteschlange: ${name}`,
  },

  answer: {
    more: (title) => `Mehr: ${title}`,
  },

  channelAnswer: {
    continue: 'Zum 1:1-Chat',
    notCovered: 'Dazu weiß ich nichts',
    unsure: 'Ich bin nicht sicher, was Sie meinen',
    intake: {
      title: 'Senden Sie Anfragen nicht im Kanal',
      todo: 'Öffnen Sie hier das Formular, das nur Sie sehen, oder schreiben Sie mir im 1:1-Chat. So bleibt der Name des Kunden vertraulich.',
    },
    formSent: {
      title: 'Das Formular ist im Einzelchat',
      todo: 'Ich habe es der Person geschickt, die den Knopf gedrückt hat, damit es sonst niemand sieht. Füllen Sie es dort aus.',
    },
    formInPrivate: {
      title: 'Das Formular im Einzelchat öffnen',
      todo: 'Öffnen Sie einen Einzelchat mit mir und schreiben Sie „Neue Anfrage“. Dort zeige ich Ihnen das Formular.',
    },
    guideInPrivate: {
      title: 'Die Fragen im Einzelchat beantworten',
      todo: 'Stellen Sie mir dieselbe Frage im Einzelchat. Dort gehe ich sie mit Ihnen durch.',
    },
    status: {
      title: 'Ihre Anfragen sehen Sie im 1:1-Chat',
      todo: 'Schreiben Sie mir „meine Anfragen“ im 1:1-Chat.',
    },
    statusOf: {
      title: (number) => `${number} im 1:1 ansehen`,
      todo: (number) => `Schreiben Sie mir „status ${number}“ im 1:1-Chat.`,
    },
    person: {
      title: 'Ansprechpersonen',
      todo: 'Schreiben Sie mir im 1:1-Chat, dann sage ich Ihnen, wer Ihr Unternehmen betreut.',
    },
    guide:
      'Dazu habe ich einige Fragen. Beantworten Sie sie hier, wo nur Sie sie sehen, oder fragen Sie mich noch einmal im 1:1-Chat.',
    thanks: { title: 'Gern geschehen', todo: 'Fragen Sie jederzeit.' },
    other: {
      title: 'Stellen Sie mir eine Frage',
      todo: 'Erwähnen Sie mich mit Ihrer Frage, und ich antworte im Thread.',
    },
  },

  choices: {
    otherWords: 'Oder formulieren Sie es anders.',
  },

  comparison: {
    notStated: 'nicht festgelegt',
    more: 'Mehr vergleichen',
    notStatedForAny: (aspects) => `Für keines festgelegt: ${list(aspects)}`,
  },

  confirmation: {
    sent: '✓ Gesendet',
    stored: '⚠ Gespeichert, noch nicht zugestellt',
    sentTo: (number, service, queue) => `${number} wurde an ${queue} gesendet: ${service}.`,
    storedOnly: (number, service) => `${number} ist gespeichert, aber noch nicht zugestellt: ${service}.`,
    fallback: (queue, fallback) =>
      `Ich kann im Kanal von ${queue} nicht posten. Die Anfrage liegt daher in der Auffangwarteschlange: ${fallback}.`,
    noChannel: (queue) => `Ich kann im Kanal von ${queue} nicht posten.`,
    neitherChannel: (queue) =>
      `Ich kann weder im Kanal von ${queue} noch in dem der Auffangwarteschlange posten.`,
    unknownPerson: (name) =>
      `Ich habe niemanden namens „${name}“ gefunden, der Anfragen annimmt. Die Anfrage wurde daher nach der Regel unten zugeordnet.`,
    nobodyYet: 'Noch niemand',
    opens: (moment) => `Die Warteschlange ist gerade nicht besetzt. Sie öffnet wieder: ${moment}.`,
    next: 'Sobald jemand die Anfrage übernimmt, sage ich Ihnen, wer. Danach informiere ich Sie über jede Änderung.',
    nextStored:
      'Ihre Anfrage ist sicher gespeichert. Ich stelle sie zu, sobald es möglich ist. Wenn es dringend ist, schreiben Sie **mit einem Menschen sprechen**.',
    showStatus: 'Status',
    noCustomer: (kind: string) =>
      `Sie haben keinen Kunden genannt, daher gilt die Anfrage als ${kind}. Wenn es um ein Kundenvorhaben geht, bearbeiten Sie die Anfrage, und tragen Sie den Kunden ein.`,
    onlyAs: (service: string, kind: string) =>
      `${service} gibt es nur als ${kind}. Die Anfrage wurde daher so gesendet, obwohl Sie einen Kunden genannt haben.`,
  },

  duplicate: {
    summary: (number) => `${number} betrifft dasselbe und ist noch offen. Es wurde nichts Neues gesendet.`,
    yours: 'Das haben Sie bereits angefragt',
    colleagues: 'Das hat schon jemand aus Ihrem Unternehmen angefragt',
    stillOpen: (number) => `**${number}** war beim Absenden noch offen, daher wurde nichts Neues gesendet.`,
    typed: (number) => `Oder schreiben Sie: Notiz ${number} und Ihr Text`,
    addNote: 'Notiz hinzufügen',
    sendAnyway: 'Doch senden',
  },

  faq: {
    summary: 'Häufige Fragen, nach Programm.',
    title: 'Häufige Fragen',
    todo: 'Wählen Sie eine Frage aus, oder stellen Sie eine eigene.',
    toMention: 'Erwähnen Sie mich mit einer dieser Fragen, oder stellen Sie eine eigene.',
    allAbout: (programme) => `Alles zu ${programme}`,
  },

  guide: {
    typeAnswer: 'Oder schreiben Sie die Antwort.',
    soFar: 'Bisher',
    restart: 'Neu beginnen',
    goesOnBelow: 'Weiter geht es in der Nachricht unten.',
    noLongerAsked:
      'Dieser Schritt hat sich inzwischen geändert. Beginnen Sie neu, dann gilt der aktuelle Stand.',
  },

  handoff: {
    summary: (number, state, service, partner) => `${number} · ${state} · ${service} für ${partner}`,
    detailsHidden: 'Nur für die zuständige Person',
    confidential: 'Vertraulich. Nur für die zuständige Person',
    noteFrom: (name) => `Notiz von ${name}`,
    noteInPrivate: (number) =>
      `Dazu gibt es eine Notiz. Um sie vor dem Übernehmen zu lesen, schreiben Sie mir im Einzelchat: Status ${number}`,
    noteForOwner: 'Dazu gibt es eine Notiz, die nur die zuständige Person im Einzelchat sieht.',
  },

  help: {
    summary: 'Was Partner Desk kann und was Sie schreiben können.',
    title: 'So kann ich helfen',
    what: (programmes) =>
      `Ich bin ein automatischer Assistent für den Partnersupport. Meine Themen: ${list(programmes)}.`,
    inChannel:
      'Erwähnen Sie mich mit einer Frage, und ich antworte im Thread. Anfragen stellen Sie im 1:1-Chat mit mir.',
    inPersonal:
      'Fragen Sie mit Ihren eigenen Worten. Ich antworte auf Englisch aus den Dokumenten der Verantwortlichen, oder sage Ihnen, dass ich es nicht weiß und wen Sie fragen können.',
    example: 'Zum Beispiel',
    privacy: 'Was geschieht mit meinen Nachrichten?',
    myRequests: 'Meine Anfragen',
    myQueues: 'Offen in meinen Warteschlangen',
    mine: 'Von mir übernommen',
    requests: 'Anfragen',
    requestCommands: [
      '**Unterstützung anfragen**, oder sagen Sie, was Sie für welchen Kunden brauchen: eine Anfrage beginnen',
      '**meine Anfragen**: alle Ihre Anfragen mit ihrem Status; **meine Anfragen geschlossen**: nur die geschlossenen',
      '**Anfragen der Firma**: die Anfragen aller in Ihrer Firma, außer den vertraulichen',
      '**Status PD-0042**: eine Anfrage anzeigen',
      '**zurückziehen PD-0042**: eine Anfrage zurückziehen',
      '**ändern PD-0042**, **Notiz PD-0042 …**: eine Anfrage ändern oder ergänzen',
      '**erinnern PD-0042**: nach dem Stand fragen, höchstens einmal am Tag (nicht in jeder Warteschlange möglich)',
    ],
    queue: 'Für Mitglieder einer Warteschlange',
    queueCommands: [
      '**Warteschlange**, **von mir übernommen**: was in Ihren Warteschlangen offen ist und was Sie übernommen haben',
      '**Warteschlange angenommen**, oder **Warteschlange** mit einem Lösungsbereich oder einer Region: die Liste filtern',
      '**übernehmen PD-0042**, **zurückgeben PD-0042**',
      '**annehmen PD-0042**, **nachfragen PD-0042 …**',
      '**weitergeben PD-0042**, **ablehnen PD-0042**, **abschließen PD-0042**',
    ],
    insightsCommand: '**insights**: Antworten, die nicht geholfen haben, und Fragen ohne Antwort',
    exporting:
      'Eine Warteschlange als CSV: Der Betreiber gibt **npm run requests -- export** und die Warteschlange in der Shell ein.',
  },

  privacy: {
    summary: 'Was ich speichere, wer es sieht und wie lange.',
    title: 'Was mit Ihren Nachrichten geschieht',
    chat: (minutes) =>
      `**Chat.** Ihre letzten Nachrichten in diesem 1:1-Chat speichere ich höchstens ${plural(minutes, { one: 'eine Minute', other: `${minutes} Minuten` })}, damit ich Rückfragen verstehe.`,
    requests: (months) =>
      `**Anfragen.** Wenn Sie eine Anfrage senden, speichere ich den Inhalt des Formulars mit Ihrem Namen und Ihrem Unternehmen und gebe die Anfrage an die zuständigen Personen weiter. ${plural(months, { one: 'Einen Monat', other: `${months} Monate` })} nach dem Schließen lösche ich sie.`,
    confidential: '**Vertrauliche Kunden.** Den Namen sehen nur Sie und die zuständige Person.',
    vulnerabilities:
      '**Sicherheitslücken.** Eine Nachricht, die ich als Meldung einer Sicherheitslücke erkenne, speichere und protokolliere ich nicht, und ich leite sie nicht weiter.',
    feedback: (days) =>
      `**Feedback.** Bewertungen und Kommentare speichere ich ${plural(days, { one: 'einen Tag', other: `${days} Tage` })} lang, ohne Ihren Namen.`,
    unanswered: '**Fragen ohne Antwort.** Ich zähle sie nach Thema, ohne Ihren Text und ohne Ihren Namen.',
    address: (days) =>
      `**Ihre Teams-Adresse.** Ich brauche sie, um Sie zu erreichen, und lösche sie ${plural(days, { one: 'einen Tag', other: `${days} Tage` })}, nachdem Sie die App entfernt haben.`,
    yours:
      'Wenn Sie Ihre Daten sehen oder löschen lassen möchten, wenden Sie sich an den Betreiber dieser App.',
    inChannel:
      'Was Sie in einem Kanal schreiben, speichere ich nicht. Was ich zu einem 1:1-Chat speichere, sage ich Ihnen dort.',
  },

  intake: {
    summary: 'Unterstützung anfragen: ein kurzes Formular.',
    summarySentBack: 'Die Anfrage wurde noch nicht gesendet. Bitte korrigieren Sie das Formular.',
    title: 'Unterstützung anfragen',
    what: (takers) =>
      `Ich gebe Ihre Anfrage an die richtige Stelle weiter (${takers}) und sage Ihnen, wer sie übernimmt.`,
    sentBack: (fields) =>
      `Noch nicht gesendet. Bitte prüfen Sie ${plural(fields, { one: 'ein Feld', other: `${fields} Felder` })}.`,
    service: 'Was brauchen Sie?',
    serviceHint: 'Leistung auswählen',
    serviceRequired: 'Wählen Sie eine Leistung aus.',
    customer: 'Kunde (bei eigenen Vorhaben leer lassen)',
    customerNeeded: (service) => `${service} gibt es nur für Kundenvorhaben. Bitte geben Sie den Kunden an.`,
    confidential: 'Vertraulich',
    confidentialTitle: 'Den Namen des Kunden nur der zuständigen Person zeigen',
    details: 'Was sollte die zuständige Person wissen?',
    detailsHint: 'Ziel, Ausgangslage, Beteiligte',
    goesAlong: 'Diese früheren Nachrichten sende ich mit. Entfernen Sie das Häkchen, um eine wegzulassen.',
    optional: 'Bereich, Termin und Empfänger (optional)',
    solutionArea: 'Lösungsbereich',
    solutionAreaHint: 'Auswählen, falls bekannt',
    wantedBy: 'Wunschtermin',
    wantedByRange: 'Wählen Sie heute oder einen späteren Tag aus, oder lassen Sie das Feld leer.',
    role: 'Wer soll die Anfrage bearbeiten?',
    anyRole: 'Die am besten passende Person',
    myRole: (role) => `Mein ${role}`,
    person: 'Name der Person (optional)',
    notStored:
      'Es wird nichts gespeichert, bis Sie das Formular senden. Geben Sie hier nie Einzelheiten zu einer Sicherheitslücke an.',
    send: 'Senden',
    cancel: 'Abbrechen',
    cancelled: 'Formular geschlossen. Es wurde nichts gesendet oder gespeichert.',
    clear: 'Leeren',
    fields: {
      serviceId: 'Leistung',
      customer: 'Kunde',
      confidential: 'Vertraulich',
      solutionAreaId: 'Lösungsbereich',
      wantedBy: 'Termin',
      role: 'Empfänger',
      person: 'Name',
      details: 'Details',
    },
    taken: (fields) => `Aus Ihrer Nachricht übernommen: ${list(fields)}.`,
    takenFrom: (fields, said) => `Aus Ihrer früheren Nachricht („${said}“) übernommen: ${list(fields)}.`,
    whichCustomer: (names) =>
      `Sie haben ${list(names)} genannt. Für welchen Kunden ist diese Anfrage? Senden Sie für jeden Kunden eine eigene Anfrage.`,
    dateIsAmbiguous: (said) => `„${said}“ kann zwei verschiedene Tage bedeuten. Bitte wählen Sie einen aus.`,
    dateHasPassed: (said) => `„${said}“ liegt in der Vergangenheit. Bitte wählen Sie einen späteren Tag aus.`,
  },

  news: {
    lead: 'Leitung',
    summary: (number, what) => `${number}: ${what}.`,
    typed: (number) => `Oder schreiben Sie: antworten ${number} und Ihre Antwort`,
    dateOpen: (owner) =>
      `Der vereinbarte Termin gilt nicht mehr. ${owner ?? 'Wer die Anfrage übernimmt,'} stimmt mit Ihnen einen neuen ab.`,
  },

  notCovered: {
    summary: (answer) => `Dazu weiß ich nichts: ${answer}`,
    title: 'Dazu weiß ich nichts',
    nextStep: 'Nächster Schritt',
    nearest: 'Die passendste Antwort, die ich habe',
    known: 'Was ich weiß',
    noAnswer: 'Darauf habe ich keine Antwort.',
  },

  person: {
    none: (takers) => `Für Ihr Unternehmen ist niemand eingetragen (${takers})`,
    contacts: 'Ihre Ansprechpersonen',
    others: 'Diese Personen betreuen Ihr Unternehmen:',
    noneTodo: (queue) =>
      `Ich kann Sie hier nicht verbinden, aber jede Anfrage wird von Menschen gelesen. Senden Sie eine, dann kümmert sich die Warteschlange „${queue}“ darum.`,
    away: (until, standIn) =>
      `Abwesend ${until === null ? 'bis auf Weiteres' : `bis ${day(until)}`}${standIn === null ? '' : `; Vertretung: ${standIn}`}`,
    chat: 'Chat öffnen',
    fromDirectory: 'Aus dem Verzeichnis Ihrer Organisation.',
    request: 'Unterstützung anfragen',
  },

  whyTold: {
    partner: (number) => `Ihre Anfrage ${number}`,
    company: (number) => `${number} Ihrer Firma`,
    staff: (number) => `${number}, für die Sie zuständig sind`,
    queue: (number, queue) => `${number} für ${queue}`,
  },

  deliveryCheck: {
    isDecided: (number) => `${number}: Die Karte wurde geprüft`,
    summary: (number) => `${number}: Ist die Karte da? Teams hat die Zustellung nicht bestätigt.`,
    question: (number) => `${number}: Ist die Karte da?`,
    todo: 'Teams hat nicht bestätigt, dass sie angekommen ist. Bitte sehen Sie weiter oben nach, und geben Sie mir Bescheid.',
    typed: (number) => `Oder schreiben Sie: Sie ist da ${number}, oder: Noch einmal senden ${number}`,
    there: 'Sie ist da',
    again: 'Noch einmal senden',
  },

  problem: {
    reference: (id) => `Referenz: ${id}`,
    'config-invalid': {
      what: 'Ich bin nicht richtig eingerichtet.',
      todo: 'Bitte informieren Sie den Betreiber dieser App.',
    },
    'content-invalid': {
      what: 'Meine Wissensbasis lässt sich nicht lesen.',
      todo: 'Bitte informieren Sie den Betreiber dieser App.',
    },
    'directory-invalid': {
      what: 'Das Verzeichnis der Partner und Personen lässt sich nicht lesen.',
      todo: 'Bitte informieren Sie den Betreiber dieser App. Fragen beantworte ich weiterhin.',
    },
    'database-unavailable': {
      what: 'Ich erreiche meine Datenbank gerade nicht.',
      todo: 'Bitte versuchen Sie es in einigen Minuten noch einmal. Nichts wird doppelt gesendet. Fragen beantworte ich weiterhin.',
    },
    'database-read-only': {
      what: 'Ich kann gerade nichts speichern. Es wurde nichts gesendet oder geändert.',
      todo: 'Bitte versuchen Sie es später noch einmal, und informieren Sie den Betreiber dieser App. Fragen beantworte ich weiterhin.',
    },
    'too-busy': {
      what: 'Ich bin gerade stark ausgelastet. Es wurde nichts gesendet oder geändert.',
      todo: 'Bitte versuchen Sie es in einer Minute noch einmal.',
    },
    'bad-parameter': {
      what: 'Etwas davon konnte nicht gespeichert werden.',
      todo: 'Versuchen Sie es noch einmal mit einfachem Text.',
    },
    'bad-input': {
      what: 'Diese Eingabe konnte ich nicht verarbeiten.',
      todo: 'Bitte korrigieren Sie sie, und senden Sie sie noch einmal. Es wurde nichts geändert.',
    },
    'not-found': {
      what: 'Das finde ich nicht.',
      todo: 'Prüfen Sie die Nummer, oder schreiben Sie **meine Anfragen**.',
    },
    'not-allowed': {
      what: 'Dazu sind Sie nicht berechtigt.',
      todo: 'Nur Mitglieder der Warteschlange und der Partner, der die Anfrage gesendet hat, können sie ändern. Bitte fragen Sie eine dieser Personen.',
    },
    'understanding-unavailable': {
      what: 'Ich kann gerade keine Antworten suchen.',
      todo: 'Versuchen Sie es in einer Minute noch einmal, oder schreiben Sie **Hilfe**, um zu sehen, was Sie sonst tun können.',
    },
    internal: {
      what: 'Bei mir ist etwas schiefgegangen.',
      todo: 'Versuchen Sie es noch einmal. Bleibt es dabei, informieren Sie den Betreiber dieser App.',
    },
  },

  queueRegistered: {
    summary: (queue) => `Dieser Kanal erhält jetzt die Anfragen für ${queue}.`,
    band: '✓ Warteschlange registriert',
    what: 'Ihre Anfragekarten erscheinen ab jetzt in diesem Kanal.',
    untold: 'Teams hat den Namen nicht genannt',
    fitsNoOther: 'Anfragen, die in keine andere Warteschlange passen',
    requestsOf: (role) => `Anfragen an ${role}`,
    missing: (names) => `⚠ Nicht in diesem Kanal: ${names}`,
    andMore: (names, more) => `${names} und ${more} weitere`,
    members: (count) => `Mitglieder (${count})`,
    note: 'Nur ihre Mitglieder können Anfragen bearbeiten. Falscher Kanal? Registrieren Sie die Warteschlange noch einmal im richtigen.',
    notAChannel: (queue) =>
      `Schreiben Sie „register queue ${queue}“ mit einer @Erwähnung von mir in dem Kanal, der die Karten zeigen soll.`,
    notAllowed:
      'Nur die Leitung einer Warteschlange oder ein Betreiber kann sie registrieren. Es wurde nichts geändert.',
    notFound: (known) => `Diese Warteschlange finde ich nicht. Registrieren können Sie: ${known.join(', ')}.`,
  },

  need: {
    summary: (band, answer) => `${band}: ${answer}`,
    in: 'Im Leistungsumfang',
    out: 'Nicht im Leistungsumfang',
    depends: 'Es kommt darauf an',
    yes: 'Ja, im Leistungsumfang',
    no: 'Nein, nicht im Leistungsumfang',
    request: 'Anfragen',
    requestInstead: 'Leistung anfragen',
  },

  refusal: {
    summary: (explanation) => `Nicht angefragt: ${explanation}`,
    refused: '→ Dafür gibt es eine bessere Anlaufstelle',
    elsewhere: '→ Das wird an anderer Stelle angefragt',
    toPaste: 'Text zum Einfügen dort',
    known: (name, value) => `${name}: ${value}`,
    service: 'Leistung',
    customer: 'Kunde',
    solutionArea: 'Lösungsbereich',
    wantedBy: 'Wunschtermin',
    nothingSent: 'Es wurde nichts gesendet oder gespeichert.',
    anyway: 'Trotzdem anfragen',
    change: 'Zurück zum Formular',
  },

  request: {
    youAreAsked: 'Frage an Sie',
    askedOfPartner: 'Frage an den Partner',
    confidential: 'Vertraulich. Nur für die zuständige Person',
  },

  requestList: {
    summary: (heading, numbers) => `${heading}: ${numbers.length === 0 ? 'keine' : numbers.join(', ')}`,
    title: 'Anfragen',
    yours: 'Ihre Anfragen',
    company: 'Anfragen Ihrer Firma',
    companyShort: 'Ihre Firma',
    owned: 'Von Ihnen übernommen',
    agreedFor: (date) => `Termin ${date}`,
    updated: (date) => `Stand ${date}`,
    nothingOfYours: (takers) =>
      `Keine Anfragen. Ich sehe nur Anfragen, die über mich gesendet wurden. Zu allem anderen fragen Sie Ihre Ansprechperson (${takers}).`,
    nothing: 'Keine Anfragen.',
    older: 'Ältere',
    newest: 'Neueste',
    otherStates: 'Nach Status filtern',
    buttons: {
      open: 'Offen',
      'needs-info-to-partner': 'Wartet auf Sie',
      closed: 'Geschlossen',
      all: 'Alle',
      submitted: 'In der Warteschlange',
      'needs-info': 'Wartet auf den Partner',
      accepted: 'Angenommen',
    },
    typedBy: {
      partner: 'Oder schreiben Sie zum Beispiel: meine Anfragen geschlossen',
      company: 'Oder schreiben Sie zum Beispiel: Anfragen der Firma geschlossen',
      staff: 'Oder schreiben Sie zum Beispiel: Warteschlange angenommen, von mir übernommen geschlossen',
    },
    noQueue: 'Sie gehören zu keiner Warteschlange. Für Ihre eigenen Anfragen schreiben Sie: meine Anfragen',
    nothingThatIs: (filter, queues) => `Keine Anfragen mit „${filter}“ in ${queues.join(', ')}.`,
    filterGone: 'Diesen Filter gibt es nicht mehr. Bitte geben Sie den Listenbefehl noch einmal ein.',
    which: (verb) => `Welche Anfrage? Schreiben Sie die Nummer dazu, zum Beispiel: ${verb} PD-0042`,
    notYours: 'Diese Liste dürfen Sie nicht sehen.',
    unknownFilter:
      'Diesen Filter kenne ich nicht. Eine Liste lässt sich auf einen Status, einen Lösungsbereich, eine Region oder eine Warteschlange einschränken, zum Beispiel: Warteschlange angenommen.',
  },

  scope: {
    summary: (programme) => `${programme}: was dazugehört und was nicht.`,
    eyebrow: 'Was dazugehört und was nicht',
    is: '✓ Gehört dazu',
    isNot: '✕ Gehört nicht dazu',
    more: (count) => `${count} weitere`,
    other: (programme) => `${programme}: Umfang`,
  },

  turnedAway: {
    unknownTenant:
      'Ich bin nur für eine Organisation und die Partner in ihrem Verzeichnis da, und Ihre Organisation gehört nicht dazu. Falls sie dazugehören sollte, bitten Sie Ihre Ansprechperson dort, sie aufzunehmen. Ihre Nachricht wurde nicht gespeichert.',
    tooFast: {
      person:
        'Das waren zu viele Nachrichten auf einmal, daher habe ich die letzte übersprungen. Bitte warten Sie eine Minute und senden Sie sie noch einmal.',
      tenant:
        'Gerade schreiben mir viele aus Ihrer Organisation, daher habe ich Ihre Nachricht übersprungen. Bitte senden Sie sie in einer Minute noch einmal.',
    },
  },

  unclear: {
    summary: 'Das habe ich nicht verstanden. Bitte formulieren Sie es anders, oder schreiben Sie Hilfe.',
    title: 'Das habe ich nicht verstanden',
    todo: 'Bitte formulieren Sie es anders, und nennen Sie das Programm, falls Sie es kennen. Zum Beispiel:',
    help: 'Oder schreiben Sie **Hilfe** oder **mit einem Menschen sprechen**.',
  },

  verdict: {
    summary: (verdict, answer) => `${verdict}: ${answer}`,
    in: 'Im Leistungsumfang',
    out: 'Nicht im Leistungsumfang',
    'not-stated': 'Nicht festgelegt',
    yes: 'Ja, im Leistungsumfang',
    no: 'Nein, nicht im Leistungsumfang',
    depends: 'Es kommt darauf an',
  },

  welcome: {
    summary: 'Partner Desk: Fragen stellen, Leistungsumfang prüfen oder Unterstützung anfragen.',
    hello: (name) =>
      name === null ? 'Guten Tag, was brauchen Sie?' : `Guten Tag, ${name}, was brauchen Sie?`,
    what: (takers) =>
      `Fragen Sie mit Ihren eigenen Worten. Ich antworte auf Englisch aus den Dokumenten der Verantwortlichen, sage Ihnen, wohin Sie sich wenden, und gebe Anfragen an die richtige Stelle weiter: ${takers}.`,
    tryOne: 'Probieren Sie zum Beispiel',
    help: 'Schreiben Sie jederzeit **Hilfe**.',
  },

  did: {
    claim: (number) => `Sie haben ${number} übernommen.`,
    release: (number) => `Sie haben ${number} an die Warteschlange zurückgegeben.`,
    accept: (number, acceptedFor) =>
      `Sie haben ${number} ${acceptedFor === null ? 'für den genannten Tag' : `für den ${day(acceptedFor)}`} angenommen.`,
    ask: (number) => `Ihre Frage zu ${number} ist unterwegs.`,
    answer: (number) => `Ihre Antwort zu ${number} ist unterwegs.`,
    note: (number) => `Sie haben ${number} eine Notiz hinzugefügt.`,
    edit: (number) => `Sie haben ${number} geändert.`,
    decline: (number) => `Sie haben ${number} abgelehnt.`,
    complete: (number) => `Sie haben ${number} abgeschlossen.`,
    transferToPerson: (number, owner) =>
      owner === null
        ? `${number} hat jetzt eine andere zuständige Person.`
        : `${number} liegt jetzt bei ${owner}.`,
    transferToQueue: (number, queue) => `${number} liegt jetzt in ${queue}.`,
    withdraw: (number) => `Sie haben ${number} zurückgezogen.`,
    reopen: (number, queue) => `${number} ist wieder offen, in ${queue}.`,
    editedInto: (number: string, kind: string) =>
      `Sie haben ${number} geändert. Weil sie jetzt einen Kunden nennt, gilt die Anfrage als ${kind}.`,
  },

  outcomes: {
    youAlreadyClaimed: (number) => `Sie haben ${number} bereits übernommen.`,
    alreadyClaimed: (who, number) => `${who} hat ${number} bereits übernommen.`,
    youAlreadyHave: (number) => `Sie sind bereits für ${number} zuständig.`,
    alreadyHas: (who, number) => `${who} ist bereits für ${number} zuständig.`,
    notPossible: (number, state, last) =>
      `Das geht jetzt nicht. ${number} hat den Status „${state}“${last === null ? '' : ` (${last})`}. Es wurde nichts geändert.`,
    notFound:
      'Diese Anfrage finde ich nicht unter denen, die Sie sehen dürfen. Prüfen Sie die Nummer, oder schreiben Sie: meine Anfragen',
    notAllowed:
      'Dazu sind Sie nicht berechtigt. Nur Mitglieder der Warteschlange und der Partner, der die Anfrage gesendet hat, können sie ändern. Es wurde nichts geändert.',
    invalid: (sentences) => `${sentences.join(' ')} Es wurde nichts geändert.`,
    sayHello: 'Schreiben Sie mir im 1:1-Chat „hi“, dann zeige ich Ihnen dort die ganze Anfrage.',
    told: (names) => `Gesendet an ${list(names)}.`,
    notReachable: (names) =>
      `Noch nicht erreichbar: ${list(names)}. Ich stelle die Nachricht zu, sobald es möglich ist.`,
    oldButton:
      'Diese Schaltfläche gehört zu einer älteren Karte, oder sie stammt nicht von mir. Es wurde nichts geändert. Schreiben Sie „Hilfe“, um zu sehen, was Sie tun können.',
    suggestionGone:
      'Diese Antwort gibt es nicht mehr. Stellen Sie Ihre Frage in eigenen Worten, oder geben Sie „FAQ“ ein, um die Themen zu sehen.',
    thanks: 'Gern geschehen. Fragen Sie jederzeit.',
    dismissed: 'In Ordnung, es wurde nichts gesendet. Fragen Sie weiter, oder schreiben Sie **Hilfe**.',
    selectSend:
      'Ich habe noch nichts gesendet. Bitte prüfen Sie das Formular oben, und wählen Sie dann **Senden**. Um neu zu beginnen, schreiben Sie **Neue Anfrage**.',
    sayOtherwise:
      'In Ordnung. Sagen Sie mir mit anderen Worten, was Sie brauchen, oder schreiben Sie **Hilfe**.',
    notYours: (number: string, who: string) =>
      `Das kann bei ${number} jetzt nur ${who} tun. Es wurde nichts geändert.`,
    whoMay: {
      owner: (name: string | null) => (name === null ? 'die zuständige Person' : `${name} (zuständig)`),
      members: (queue: string) => `ein Mitglied von ${queue}`,
      lead: (queue: string) => `die Leitung von ${queue}`,
      requester: (name: string) => `${name} (hat die Anfrage gesendet)`,
    },
  },

  over: {
    changed: (number: string) => `${number} hat sich geändert.`,
    newer: (number: string) => `Zu ${number} gibt es in diesem Chat eine neuere Karte.`,
    done: (number: string, last: string | null) =>
      `${number}: ${last ?? 'erledigt'}. Hier ist nichts mehr zu tun.`,
    gone: (number: string, last: string | null) =>
      `${number}: ${last ?? 'weitergegeben'}. Die Anfrage liegt nicht mehr bei Ihnen.`,
    withOwner: (number: string, owner: string) =>
      `${number} liegt nicht mehr bei Ihnen. ${owner} hat die Anfrage jetzt.`,
    inQueue: (number: string, queue: string) =>
      `${number} liegt nicht mehr bei Ihnen. Die Anfrage ist jetzt in der Warteschlange ${queue}.`,
    doneByYou: (did: string) => `${did} Hier ist nichts mehr zu tun.`,
    formSentByYou: (did: string) => `${did} Dieses Formular ist geschlossen.`,
    form: (number: string, last: string | null) =>
      `Dieses Formular zu ${number} ist geschlossen${last === null ? '' : `: ${last}`}. Es lässt sich nicht mehr senden.`,
  },

  wordless: {
    file: 'Dateien kann ich nicht lesen. Bitte schreiben Sie Ihre Frage, oder kopieren Sie die wichtige Stelle in eine Nachricht.',
    picture: 'Bilder, GIFs und Sticker kann ich nicht sehen. Bitte schreiben Sie Ihre Frage.',
    recording: 'Aufnahmen und Videos kann ich nicht abspielen. Bitte schreiben Sie Ihre Frage.',
    card: 'Karten aus anderen Apps kann ich nicht lesen. Bitte schreiben Sie Ihre Frage.',
    quote:
      'Zitierte und weitergeleitete Nachrichten lese ich nicht. Bitte schreiben Sie Ihre Frage in eigenen Worten.',
    reaction: 'Danke für die Reaktion. Wenn Sie eine Frage haben, schreiben Sie sie bitte.',
  },

  faults: {
    sentence: (field, fault) => `${field} ${fault}`,
    sentenceOnField: (fault) => `Diese Angabe ${fault}.`,
    fields: {
      acceptedFor: 'Der Tag',
      answer: 'Die Antwort',
      before: 'Die Seite',
      customer: 'Der Kunde',
      date: 'Der Tag',
      details: 'Die Beschreibung',
      explanation: 'Die Erklärung',
      formId: 'Das Formular',
      hours: 'Der Aufwand in Stunden',
      listId: 'Die Liste',
      note: 'Die Notiz',
      number: 'Die Anfragenummer',
      outcomeId: 'Das Ergebnis',
      person: 'Die Person',
      question: 'Die Frage',
      reasonId: 'Der Grund',
      remark: 'Die Notiz dazu',
      serviceId: 'Die Leistung',
      solutionAreaId: 'Der Lösungsbereich',
      summary: 'Die Nachricht an den Partner',
      targetId: 'Die Person oder Warteschlange',
      text: 'Der Text',
      to: 'Die Person oder Warteschlange',
      wantedBy: 'Der Wunschtermin',
      other: 'Die Eingabe',
    },
    kinds: {
      missing: 'fehlt',
      empty: 'ist leer',
      unknown: 'ist unbekannt',
      'not-kept': 'liest sich wie die Meldung einer Sicherheitslücke, und die speichere ich nie',
      unusable: 'ist nicht verwendbar',
      'not-a-date': 'ist kein Datum',
      'not-a-request-number': 'ist keine Nummer einer Anfrage',
      'neither-on-nor-off': 'muss ein oder aus sein',
      'too-many': 'enthält zu viele Einträge',
      passed: 'liegt in der Vergangenheit',
      'needed-for-opportunity': 'ist erforderlich, weil es um ein Kundenvorhaben geht',
      'needed-with-reason': 'ist bei diesem Grund erforderlich',
      'nobody-known': 'steht unter diesem Namen nicht im Verzeichnis',
      'several-people': 'passt auf mehrere Personen. Geben Sie den vollen Namen oder die E-Mail-Adresse ein',
      'no-queue': 'ist keine Warteschlange des Verzeichnisses',
      'no-channel': 'hat noch keinen Kanal, dort würde niemand die Anfrage sehen',
      'no-reason': 'ist keiner der vorgesehenen Gründe',
      'does-not-fit': 'trifft auf diese Anfrage nicht zu',
      'has-it-already': 'hat diese Anfrage bereits',
      unchanged: 'ist unverändert',
      'closed-too-long-ago':
        'gehört zu einer Anfrage, die vor mehr als 14 Tagen geschlossen wurde. Bitte senden Sie eine neue',
    },
    severalPeople: (mails) => `passt auf mehrere Personen. Verwenden Sie eine dieser Adressen: ${mails}`,
    longerThan: (most) => `ist länger als ${most} Zeichen`,
    notFromZeroTo: (most) => `muss eine Zahl von 0 bis ${most} sein`,
  },

  desk: {
    rerouted: (number, queue) =>
      `Ich konnte ${number} nicht an ${queue} zustellen und habe die Anfrage an die Auffangwarteschlange gesendet. Sie müssen nichts tun.`,
    unreachable: (number) =>
      `${number} ist gespeichert, aber im Moment ist keine Warteschlange erreichbar. Ich stelle die Anfrage zu, sobald es möglich ist. Wenn es dringend ist, schreiben Sie: mit einem Menschen sprechen`,
    unsure: (number, queue) =>
      `${number} ist gespeichert. Teams hat nicht bestätigt, dass die Karte bei ${queue} angekommen ist. Ich habe die Warteschlange gebeten nachzusehen.`,
    settled: (number, queue) => `${queue} hat nachgesehen: Die Karte zu ${number} ist angekommen.`,
    noChannel: (queue, id) =>
      `In ${queue} wartet eine Anfrage, die niemand sieht, denn die Warteschlange hat keinen Kanal. Um ihr einen zu geben, erwähnen Sie mich dort mit @ und schreiben Sie „register queue ${id}“. Ihre Anfragen sehen Sie mit: queue ${id}`,
    queueBlocked: (queue, fallback) =>
      `Teams lässt mich nicht im Kanal von ${queue} schreiben. ${fallback === null ? 'Die Anfragen warten so lange' : `Die Anfragen gehen so lange an ${fallback}`}. Bitte prüfen Sie, ob das Team archiviert wurde und ob die App dort noch installiert ist. Ich versuche es weiter. Wenn mir in diesem Kanal jemand schreibt, versuche ich es sofort noch einmal.`,
  },

  steps: {
    remind: 'Warteschlange erinnert',
    backup: (name) => (name === null ? 'Vertretung gefragt' : `${name} als Vertretung gefragt`),
    lead: (name) =>
      name === null ? 'Leitung der Warteschlange gefragt' : `${name} als Leitung der Warteschlange gefragt`,
    giveUp: 'Partner informiert, dass noch niemand übernommen hat',
    giveUpToPartner: 'Sie informiert, dass noch niemand übernommen hat',
    owner: (name) => `${name ?? 'Zuständige Person'} erinnert`,
    unheard: {
      backup: 'Im Kanal der Warteschlange gefragt, weil die Vertretung nicht erreichbar war',
      lead: 'Im Kanal der Warteschlange gefragt, weil die Leitung nicht erreichbar war',
      owner: 'Im Kanal der Warteschlange gefragt, weil die zuständige Person nicht erreichbar war',
      'owner-lead': 'Im Kanal der Warteschlange gefragt, weil die Leitung nicht erreichbar war',
    },
    nudge: (name) => `${name} hat nach dem Stand gefragt`,
    nudgeOfPartner: 'Sie haben nach dem Stand gefragt',
    manager: (name) => `${name} möchte mit der Leitung sprechen`,
    managerOfPartner: 'Sie haben nach der Leitung gefragt',
  },

  waiting: {
    bands: { nobody: 'Noch nicht übernommen', asked: 'Wartet noch' },
    said: {
      remind: (queue) =>
        `In ${queue} hat noch niemand die Anfrage übernommen. Ich habe die Warteschlange erinnert.`,
      backup: (queue, name) =>
        name === null
          ? `In ${queue} hat noch niemand die Anfrage übernommen. Ich habe eine Vertretung gefragt.`
          : `In ${queue} hat noch niemand die Anfrage übernommen. Ich habe ${name} als Vertretung gefragt.`,
      lead: (queue) =>
        `In ${queue} hat noch niemand die Anfrage übernommen. Ich habe die Leitung der Warteschlange gefragt.`,
      giveUp: (queue) => `In ${queue} hat noch niemand die Anfrage übernommen.`,
      notReached: {
        backup: (queue) =>
          `In ${queue} hat noch niemand die Anfrage übernommen. Die Vertretung war nicht erreichbar, deshalb habe ich die Warteschlange noch einmal erinnert.`,
        lead: (queue) =>
          `In ${queue} hat noch niemand die Anfrage übernommen. Die Leitung war nicht erreichbar, deshalb habe ich die Warteschlange noch einmal erinnert.`,
      },
      ownerInChannel: (name) =>
        `${name} hat die Anfrage übernommen, aber noch nicht weiterbearbeitet. Ich habe im Kanal der Warteschlange gefragt.`,
      owner: (name) =>
        `${name} hat die Anfrage übernommen, aber noch nicht weiterbearbeitet. Ich habe eine Erinnerung gesendet.`,
      ownerLead: (name) =>
        `${name} hat die Anfrage übernommen, aber noch nicht weiterbearbeitet. Ich habe die Leitung der Warteschlange um Hilfe gebeten.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    whatToDo: (nudges) =>
      nudges
        ? 'Ihre Anfrage bleibt dort. Sie können einmal am Tag nachfragen, die Leitung um einen Rückruf bitten oder sie zurückziehen.'
        : 'Ihre Anfrage bleibt dort. Sie können die Leitung um einen Rückruf bitten oder sie zurückziehen.',
    nudge: 'Erinnern',
    askLead: 'Leitung fragen',
    withdraw: 'Zurückziehen',
    askFirst: (number) => `${number} zurückziehen? Alle Beteiligten werden informiert.`,
    yes: 'Ja, zurückziehen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Noch hat niemand die Anfrage übernommen.',
      giveUp: 'Noch hat niemand die Anfrage übernommen. Ich habe den Partner informiert.',
      backup: 'Noch hat niemand die Anfrage übernommen. Sie sind die Vertretung: Können Sie übernehmen?',
      backupInChannel: (name) =>
        `Noch hat niemand die Anfrage übernommen. Ich habe ${name} als Vertretung gefragt.`,
      backupNotReached: (name) =>
        `Noch hat niemand die Anfrage übernommen, und ${name} (Vertretung) ist für mich nicht erreichbar. Kann jemand von Ihnen übernehmen?`,
      leadNotReached: (name) =>
        `Noch hat niemand die Anfrage übernommen, und ${name} (Leitung) ist für mich nicht erreichbar. Kann jemand von Ihnen übernehmen?`,
      ownerLeadNotReached: (owner, name) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}, und ${name} (Leitung) ist für mich nicht erreichbar. Kann jemand von Ihnen helfen?`,
      lead: 'Noch hat niemand die Anfrage übernommen. Sie leiten die Warteschlange: Finden Sie jemanden, der übernimmt?',
      leadInChannel: (name) =>
        `Noch hat niemand die Anfrage übernommen. Ich habe ${name} als Leitung der Warteschlange gefragt.`,
      owner: 'Der Partner wartet auf Ihren nächsten Schritt.',
      ownerInChannel: (name) => `Der Partner wartet auf den nächsten Schritt von ${name}.`,
      ownerLead: (owner) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}. Sie leiten die Warteschlange: Können Sie helfen?`,
      ownerLeadInChannel: (owner, name) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}. Ich habe ${name} als Leitung der Warteschlange gefragt.`,
      nudge: (requester) => `${requester} fragt nach dem Stand.`,
      manager: (requester) =>
        `${requester} möchte über diese Anfrage mit der Leitung sprechen. Sie leiten die Warteschlange: Bitte melden Sie sich.`,
      managerInChannel: (requester) =>
        `${requester} möchte über diese Anfrage mit der Leitung der Warteschlange sprechen.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    claim: 'Übernehmen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  digest: {
    title: 'Heute in der Warteschlange',
    summary: {
      waiting: (count) => `${count} in der Warteschlange`,
      quiet: (count) => `${count} ohne Fortschritt`,
      due: (count) => `${count} heute fällig oder überfällig`,
    },
    waiting: (count) => `In der Warteschlange (${count})`,
    quiet: (count) => `Übernommen, seit Längerem ohne Fortschritt (${count})`,
    due: (count) => `Heute fällig oder überfällig (${count})`,
    since: (moment) => `seit ${moment}`,
    more: (count) => `und ${count} weitere`,
    list: 'Warteschlange anzeigen',
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  nudge: {
    done: (number) => `Sie haben zu ${number} nachgefragt.`,
    told: (names) => `Gesendet an ${list(names)}.`,
    unreachable: (names) =>
      `Ich konnte ${list(names)} noch nicht erreichen. Ich stelle die Nachricht zu, sobald es möglich ist.`,
    tooEarly: (number) => `Sie haben heute schon zu ${number} nachgefragt. Das geht einmal am Tag.`,
    again: (moment) => `Wieder möglich ab ${moment}`,
    waitsForYou: (number) => `${number} wartet auf Ihre Antwort. Weiter geht es mit: antworten ${number}`,
    closed: (number) => `${number} ist geschlossen, daher können Sie nicht mehr nachfragen.`,
    turnedOff: (number) =>
      `${number} ist in einer Warteschlange, die keine Nachfragen annimmt. Sie können stattdessen eine Notiz hinzufügen: Notiz ${number}`,
    notYours: 'Nur der Partner, der eine Anfrage gesendet hat, kann nachfragen.',
  },
  manager: {
    done: (number) => `Ich habe weitergegeben, dass Sie zu ${number} mit der Leitung sprechen möchten.`,
    tooEarly: (number) =>
      `Sie haben heute schon zu ${number} nach der Leitung gefragt. Ich gebe das einmal am Tag weiter.`,
    which: (numbers) =>
      `Um welche Anfrage geht es? Schreiben Sie „eskalieren“ und die Nummer: ${list(numbers)}.`,
  },

  doubts: {
    postedAgain: (number) =>
      `Ich habe die Karte zu ${number} erneut gepostet. Falls beide erscheinen, können Sie beide verwenden.`,
    isThere: (number) =>
      `Danke, die Karte zu ${number} ist also da. Sie wird wieder aktualisiert, sobald jemand eine Schaltfläche darauf wählt.`,
    none: (number) => `Zu ${number} ist nichts zu prüfen. Die Karte wurde zugestellt.`,
  },

  lookup: {
    title: 'Partner Desk',
    is: (programme, item) => `${programme} ist: ${item}`,
    isNot: (programme, item) => `${programme} ist nicht: ${item}`,
    nothing: 'Keine Ergebnisse. Versuchen Sie andere Wörter oder fragen Sie mich im 1:1-Chat.',
    gone: 'Diese Antwort hat sich geändert. Fragen Sie noch einmal, dann erhalten Sie die aktuelle.',
    noAnswer: 'Zu dieser Nachricht habe ich keine Antwort',
    askOtherwise: 'Fragen Sie mich im 1:1-Chat in eigenen Worten, oder suchen Sie nach einem Stichwort.',
    questionGone: 'Die Frage wurde gelöscht.',
    unknownCommand: 'Diesen Befehl kenne ich nicht. Vielleicht stammt er aus einer älteren Version.',
    done: 'Erledigt.',
    sorry:
      'Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal oder fragen Sie mich im 1:1-Chat.',
    post: 'Antwort posten',
    openForm: 'Formular öffnen',
    openGuide: 'Fragen beantworten',
    link: 'Link zur Antwort',
  },

  requestReference: {
    summary: (number, service, state) => `${number}, ${service}: ${state}`,
    asOf: (number) =>
      `Das war der Stand beim Posten. Den aktuellen Stand erhalten Sie, wenn Sie Partner Desk im 1:1-Chat **Status ${number}** schreiben.`,
  },

  model: {
    inHelp:
      'Ein Sprachmodell kann mir helfen, Ihre Nachrichten zu verstehen. Die Antworten sind trotzdem die Texte der Verantwortlichen. Formulare, Notizen und Meldungen von Sicherheitslücken erhält es nie. Sobald Sie schreiben, dass etwas vertraulich ist, erhält es nichts mehr aus diesem Chat.',
    translated: 'Maschinelle Übersetzung (von KI erstellt). Es gilt der Text darüber.',
  },
};
