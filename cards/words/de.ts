import type { Words } from './en';
import { createSpeech } from './speech';

const speech = createSpeech('de-DE');
const { day, list, meetingDay, plural } = speech;

function atLeast(count: number, isAll: boolean): string {
  return isAll ? String(count) : `mindestens ${count}`;
}
const toDay = (iso: string | null) => (iso === null ? 'einen anderen Tag' : `den ${meetingDay(iso)}`);
const onDay = (iso: string | null) => (iso === null ? '' : ` (${day(iso)})`);
const times = (count: number) => plural(count, { one: 'einmal', other: `${count}-mal` });

/** German with the formal "Sie", and Microsoft's own terms where they exist. */
export const de: Words = {
  language: 'de',
  speech,

  states: {
    submitted: 'In der Warteschlange',
    claimed: 'Übernommen',
    'needs-info': 'Wartet auf den Partner',
    'needs-info-to-partner': 'Wartet auf Sie',
    accepted: 'Angenommen',
    completed: 'Abgeschlossen',
    declined: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
    unknown: 'Unbekannter Status',
    open: 'Offen',
    closed: 'Geschlossen',
    all: 'Offen und geschlossen',
  },

  events: {
    submit: (who) => `${who} hat die Anfrage gesendet`,
    claim: (who) => `${who} hat die Anfrage übernommen`,
    release: (who) => `${who} hat die Anfrage an die Warteschlange zurückgegeben`,
    'transfer-to-person': (who, { to }) =>
      `${who} hat die Anfrage an ${to ?? 'ein anderes Teammitglied'} weitergegeben`,
    'transfer-to-queue': (who, { to }) =>
      `${who} hat die Anfrage an ${to === null ? 'eine andere Warteschlange' : `die Warteschlange „${to}“`} weitergegeben`,
    ask: (who) => `${who} hat eine Frage gestellt`,
    answer: (who) => `${who} hat geantwortet`,
    accept: (who, about) =>
      about.day === null
        ? `${who} hat die Anfrage angenommen`
        : `${who} hat die Anfrage angenommen, Termin: ${meetingDay(about.day)}`,
    reschedule: (who, about) => `${who} hat den Termin auf ${toDay(about.day)} verschoben`,
    'propose-date': (who, about) => `${who} hat ${toDay(about.day)} vorgeschlagen`,
    'confirm-date': (who, about) => `${who} hat ${toDay(about.day)} bestätigt`,
    'decline-date': (who, about) => `${who} bleibt beim vereinbarten Termin${onDay(about.day)}`,
    decline: (who) => `${who} hat die Anfrage abgelehnt`,
    complete: (who) => `${who} hat die Anfrage abgeschlossen`,
    withdraw: (who) => `${who} hat die Anfrage zurückgezogen`,
    edit: (who, { fields }) =>
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
    proposedFor: 'Vorgeschlagen',
    sent: 'Gesendet',
    waitingSince: 'Wartet seit',
    details: 'Beschreibung',
    queue: 'Warteschlange',
    service: 'Leistung',
    sentBy: 'Gesendet von',
    kind: 'Typ',
    sentTo: 'Gesendet an',
    whyThere: 'Warum diese Warteschlange',
    team: 'Team',
    channel: 'Kanal',
    for: 'Für',
    onlyFor: {
      sender: 'vertraulich: nur für Sie und die zuständige Person',
      owner: 'vertraulich: nur für Sie und die anfragende Person',
    },
    ownedBy: 'Zuständig',
    handledBy: 'Zuständig',
    hours: 'Aufwand in Stunden',
    opens: 'Besetzt ab',
    queueBecause: (queue, why) => `${queue}. Grund: ${why}`,
  },

  layout: {
    showOrHide: (name) => `Ein-/ausblenden: ${name}`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
    // A verb comes last, a noun such as "Status" first.
    command: (verb, number) => (/^\p{Lu}/u.test(verb) ? `${verb} ${number}` : `${number} ${verb}`),
    more: 'Mehr',
    quoted: (written) => `„${written}“`,
    keep: 'Nein, behalten',
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

  yesOrNo: {
    yes: 'Ja',
    no: 'Nein',
    depends: 'Es kommt darauf an',
    remotely: 'Ja, remote. Nicht vor Ort',
    'not-on-site': 'Nicht vor Ort',
  },

  background: {
    whyInScope: 'Warum im Leistungsumfang',
    askedBefore: 'Frühere Fragen',
    askedTheBot: 'Vom Partner gefragt',
    answered: (title) => `Antwort: ${title}`,
    orAsk: (names) => `Sie können auch fragen: ${names}`,
  },

  timeline: {
    heading: 'Verlauf',
    earlier: 'Frühere Schritte',
    all: 'Ganzer Verlauf',
    unknown: (who) => `${who} hat etwas getan, das ich nicht anzeigen kann`,
  },

  buttons: {
    claim: 'Übernehmen',
    accept: 'Annehmen',
    ask: 'Nachfragen',
    complete: 'Abschließen',
    reschedule: 'Verschieben',
    'confirm-date': 'Bestätigen',
    'decline-date': 'Beibehalten',
    transfer: 'Weitergeben',
    release: 'Zurückgeben',
    decline: 'Ablehnen',
    answer: 'Antworten',
    edit: 'Ändern',
    'propose-date': 'Neuer Termin',
    addNote: 'Notiz',
    reopen: 'Wieder öffnen',
    reopenYes: 'Ja, wieder öffnen',
    reopenWhy: 'Warum wieder öffnen? Alle Beteiligten können das lesen',
    newRequest: 'Neue Anfrage',
    withdraw: 'Zurückziehen',
    releaseQuestion: (number) => `${number} an die Warteschlange zurückgeben? Der Partner wird informiert.`,
    releaseYes: 'Ja, zurückgeben',
    withdrawQuestion: (number, owner) =>
      owner === null
        ? `${number} zurückziehen? Danach kann sie niemand mehr übernehmen.`
        : `${number} zurückziehen? ${owner} wird informiert.`,
    withdrawYes: 'Ja, zurückziehen',
    show: 'Status',
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
    reschedule: 'verschieben',
    'propose-date': 'Termin vorschlagen',
    'confirm-date': 'Termin bestätigen',
    'decline-date': 'Termin ablehnen',
    decline: 'ablehnen',
    complete: 'abschließen',
    transfer: 'weitergeben',
    withdraw: 'zurückziehen',
    nudge: 'erinnern',
    reopen: 'wieder öffnen',
    history: 'Verlauf',
  },
  lists: {
    requested: 'meine Anfragen',
    company: 'Anfragen des Unternehmens',
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
    summary: 'Danke. Was war falsch oder hat gefehlt? (optional)',
    title: 'Danke für Ihr Feedback',
    why: 'Die Verantwortlichen sehen, dass diese Antwort nicht geholfen hat. Möchten Sie ergänzen, warum?',
    label: 'Was war falsch oder hat gefehlt?',
    leaveOut: 'Ihr Name wird nicht gespeichert. Bitte nennen Sie keine Kunden und keine Sicherheitsprobleme.',
    send: 'Senden',
    thanks: 'Danke für Ihr Feedback. Es wurde ohne Ihren Namen gespeichert.',
    unknown:
      'Ich kann nicht erkennen, welche Antwort Sie meinen, oder sie liegt zu lange zurück. Bitte fragen Sie noch einmal, und bewerten Sie die neue Antwort. Es wurde nichts gespeichert.',
  },

  insights: {
    title: 'Feedback zu Antworten',
    summary: (dislikes, unanswered) =>
      `${plural(dislikes, { one: 'Eine nicht hilfreiche Antwort', other: `${dislikes} nicht hilfreiche Antworten` })}, ${plural(unanswered, { one: 'eine unbeantwortete Frage', other: `${unanswered} unbeantwortete Fragen` })}.`,
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
      'not-stated': 'nicht dokumentiert',
      unclear: 'nicht verstanden',
    },
    notUnderstood: 'Fragen, die ich nicht verstanden habe',
    times,
    more: (count) => `und ${count} weitere`,
    words: 'Die Kommentare erhalten Sie vom Betreiber dieser App (**npm run insights**).',
    notHere: 'Das geht im 1:1-Chat mit mir oder im Kanal einer Warteschlange, die Sie leiten.',
  },

  notice: {
    help: 'Schreiben Sie **Hilfe**, um zu sehen, was ich kann.',
  },

  acceptForm: {
    heading: 'Anfrage annehmen',
    send: 'Annehmen',
    consequence: 'Der Partner wird über den Termin informiert.',
    typed: (number, date) => `${number} annehmen ${day(date)}`,
    label: 'Termin',
    labelFilled: 'Termin (der Wunschtermin des Partners ist eingetragen)',
    required: 'Wählen Sie heute oder einen späteren Tag aus.',
    remark: 'Nachricht an den Partner (optional)',
  },
  answerForm: {
    heading: 'Frage beantworten',
    send: 'Antwort senden',
    consequence: 'Die zuständige Person erhält Ihre Antwort im 1:1-Chat.',
    typed: (number) => `${number} antworten: …`,
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
    typed: (number) => `${number} nachfragen: …`,
    label: 'Was möchten Sie wissen?',
    required: 'Schreiben Sie eine Frage.',
  },
  completeForm: {
    heading: 'Anfrage abschließen',
    send: 'Abschließen',
    consequence: 'Der Partner wird informiert und kann die Anfrage innerhalb von 14 Tagen wieder öffnen.',
    typed: (number) => `${number} abschließen: …`,
    outcome: 'Ergebnis',
    outcomeHint: 'Ergebnis auswählen',
    outcomeRequired: 'Wählen Sie ein Ergebnis aus.',
    hours: 'Aufwand in Stunden (optional)',
    hoursRange: (most) => `Geben Sie eine Zahl von 0 bis ${most} ein.`,
    summary: 'Nachricht an den Partner (optional)',
    outcomes: {
      delivered: 'Wie angefragt erbracht',
      'partly-delivered': 'Teilweise erbracht',
      'handed-on': 'An ein anderes Team weitergegeben',
      'no-longer-needed': 'Nicht mehr benötigt',
    },
  },
  declineForm: {
    heading: 'Anfrage ablehnen',
    send: 'Ablehnen',
    consequence: 'Der Partner sieht den Grund und Ihre Nachricht.',
    typed: (number) => `${number} ablehnen: …`,
    reason: 'Grund',
    reasonHint: 'Grund auswählen',
    reasonRequired: 'Wählen Sie einen Grund aus.',
    explanation: 'Nachricht an den Partner: warum und was er stattdessen tun kann',
  },
  editForm: {
    heading: 'Anfrage ändern',
    send: 'Speichern',
    consequence: (owner) =>
      owner === null
        ? 'Wer die Anfrage übernimmt, sieht Ihre neueste Fassung.'
        : `${owner} sieht, was sich geändert hat.`,
    customer: 'Kunde',
  },
  dateForm: {
    label: 'Neuer Termin',
    example: '31. Januar',
    agreed: (agreedFor) => `Vereinbart für den ${meetingDay(agreedFor)}`,
    required: 'Wählen Sie heute oder einen späteren Tag aus.',
    note: 'Nachricht (optional)',
  },
  rescheduleForm: {
    heading: 'Vereinbarten Termin verschieben',
    send: 'Termin verschieben',
    consequence: 'Der Partner wird über den neuen Termin informiert.',
  },
  proposeDateForm: {
    heading: 'Anderen Termin vorschlagen',
    send: 'Vorschlagen',
    consequence:
      'Die zuständige Person bestätigt Ihren Vorschlag oder lehnt ihn ab. Bis dahin gilt der vereinbarte Termin.',
  },
  noteForm: {
    heading: 'Notiz hinzufügen',
    send: 'Notiz hinzufügen',
    readers: {
      ownerAndSender:
        'Nur die zuständige Person und die Person, die die Anfrage gesendet hat, können die Notiz lesen.',
      queue: 'Die zuständige Person und die Mitglieder der Warteschlange können die Notiz lesen.',
      partner: (company) =>
        `Die zuständige Person, die Mitglieder der Warteschlange und Ihre Kolleginnen und Kollegen bei ${company} können die Notiz lesen.`,
      staff: (company) =>
        `Die Mitglieder der Warteschlange und alle bei ${company}, die diese App nutzen, können die Notiz lesen.`,
    },
    insteadOfAnswer: 'Sie können Ihre Antwort als Notiz senden.',
    typed: (number) => `Notiz ${number} …`,
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
        `Letzten Monat in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
      year: (count, isAll) => `Dieses Jahr in Ihren Warteschlangen abgeschlossen: ${atLeast(count, isAll)}.`,
    },
    about: (name) => `Anfragen zu ${name}`,
    whichStep: (number) => `Was möchten Sie mit ${number} tun? Bisher wurde nichts geändert.`,
    sorryDeclined: (number) =>
      `Das tut mir leid. Hier sehen Sie, was mit ${number} passiert ist. Um mit der Leitung der Warteschlange darüber zu sprechen, schreiben Sie: ${number} eskalieren`,
    sorry: 'Es tut mir leid, dass das so lange dauert.',
    tooSlow: (numbers) =>
      `Es tut mir leid, dass das so lange dauert. Um ein Update zu erhalten, schreiben Sie „erinnern“ und die Nummer (${list(numbers)}). Sie können sich auch an die unten genannten Personen wenden.`,
    files: (number) =>
      number === null
        ? 'Ich kann keine Dateien annehmen. Legen Sie die Datei dort ab, wo die zuständige Person sie öffnen kann, und schreiben Sie den Link in die Anfrage.'
        : `Ich kann keine Dateien annehmen. Legen Sie die Datei dort ab, wo die zuständige Person sie öffnen kann, und senden Sie den Link als Notiz: Schreiben Sie „Notiz ${number}“ und dahinter den Link.`,
    noneFor: (customer) => `Sie haben keine offene Anfrage für ${customer}. Das sind Ihre Anfragen:`,
    withdrawEach: (numbers) =>
      `Für diesen Kunden offen: ${list(numbers)}. Ziehen Sie jede Anfrage zurück, die Sie nicht mehr brauchen.`,
  },
  transferForm: {
    heading: 'Anfrage weitergeben',
    send: 'Weitergeben',
    consequence:
      'Eine Person ist sofort zuständig. In einer Warteschlange muss erst jemand die Anfrage übernehmen. Der Partner wird informiert.',
    dateGoes: (agreedFor) =>
      `Der mit dem Partner vereinbarte Termin (${meetingDay(agreedFor)}) gilt nach der Weitergabe nicht mehr.`,
    typed: (number, to) => `${number} weitergeben: an ${to ?? '…'}`,
    target: 'Weitergeben an',
    targetHint: 'Person oder Warteschlange auswählen',
    targetRequired: 'Wählen Sie eine Person oder eine Warteschlange aus.',
    whoIsMeant: 'Wen meinen Sie? Es wurde nichts geändert.',
    remark: 'Notiz dazu (für den Partner nicht sichtbar)',
    queue: (name) => `Warteschlange: ${name}`,
  },

  answer: {
    more: (title) => `Mehr: ${title}`,
  },

  channelAnswer: {
    continue: 'Zum 1:1-Chat',
    unsure: 'Ich bin nicht sicher, was Sie meinen',
    intake: {
      title: 'Anfragen senden Sie am besten im 1:1-Chat',
      todo: 'Öffnen Sie hier das Formular, das nur Sie sehen, oder schreiben Sie mir im 1:1-Chat. So bleibt der Name des Kunden vertraulich.',
    },
    formSent: {
      title: 'Das Formular ist in Ihrem 1:1-Chat',
      todo: 'Ich habe es nur der Person gesendet, die die Schaltfläche ausgewählt hat. Füllen Sie es dort aus.',
    },
    formInPrivate: {
      title: 'Formular im 1:1-Chat öffnen',
      todo: 'Öffnen Sie einen 1:1-Chat mit mir, und schreiben Sie „neue Anfrage“. Dort zeige ich Ihnen das Formular.',
    },
    guideInPrivate: {
      title: 'Fragen im 1:1-Chat beantworten',
      todo: 'Stellen Sie mir dieselbe Frage im 1:1-Chat. Dort gehen wir Schritt für Schritt vor.',
    },
    status: {
      title: 'Ihre Anfragen sehen Sie im 1:1-Chat',
      todo: 'Schreiben Sie mir „meine Anfragen“ im 1:1-Chat.',
    },
    statusOf: {
      title: (number) => `${number} im 1:1-Chat ansehen`,
      todo: (number) => `Schreiben Sie mir „Status ${number}“ im 1:1-Chat.`,
    },
    typedIn: {
      title: 'Das geht nur im 1:1-Chat',
      todo: (command) => `Es wurde nichts geändert. Schreiben Sie mir „${command}“ im 1:1-Chat.`,
    },
    person: {
      title: 'Ansprechpersonen',
      todo: 'Schreiben Sie mir im 1:1-Chat, dann sage ich Ihnen, wer Ihr Unternehmen betreut.',
    },
    guide:
      'Dazu habe ich einige Fragen. Antworten Sie hier, wo nur Sie es sehen, oder fragen Sie mich im 1:1-Chat noch einmal.',
    thanks: { title: 'Gern geschehen', todo: 'Fragen Sie gern jederzeit wieder.' },
    other: {
      title: 'Stellen Sie mir eine Frage',
      todo: 'Erwähnen Sie mich mit Ihrer Frage, und ich antworte im Thread.',
    },
  },

  choices: {
    which: 'Was davon meinen Sie?',
    more: 'Was möchten Sie als Nächstes wissen?',
    otherWords: 'Oder formulieren Sie es anders.',
  },

  comparison: {
    notStated: 'Nicht dokumentiert',
    more: 'Mehr vergleichen',
    notStatedForAny: (aspects) => `Nicht dokumentiert: ${list(aspects)}`,
  },

  confirmation: {
    sent: '✓ Gesendet',
    stored: '⚠ Gespeichert, noch nicht zugestellt',
    sentTo: (number, service, queue) => `${number} wurde an „${queue}“ gesendet: ${service}.`,
    storedOnly: (number, service) => `${number} ist gespeichert, aber noch nicht zugestellt: ${service}.`,
    fallback: (queue, fallback) =>
      `Ich kann im Kanal von „${queue}“ zurzeit leider nicht posten. Ihre Anfrage ging daher an „${fallback}“.`,
    noChannel: (queue) => `Ich kann im Kanal von „${queue}“ zurzeit leider nicht posten.`,
    neitherChannel: (queue) =>
      `In den Kanälen von „${queue}“ und der Standardwarteschlange kann ich zurzeit leider nicht posten.`,
    unknownPerson: (name) =>
      `Ich habe niemanden namens „${name}“ gefunden, der Anfragen übernimmt. Warum die Anfrage in dieser Warteschlange ist, steht unten.`,
    nobodyYet: 'Noch niemand',
    opens: (date, time) =>
      `Die Warteschlange ist gerade nicht besetzt. Sie ist ab ${date}, ${time} wieder besetzt.`,
    next: 'Sobald jemand die Anfrage übernimmt, nenne ich Ihnen den Namen. Danach informiere ich Sie über jede Änderung.',
    nextStored:
      'Ihre Anfrage ist sicher gespeichert. Ich stelle sie zu, sobald es möglich ist. Wenn es dringend ist, schreiben Sie **mit einem Menschen sprechen**.',
    noCustomer: (kind: string) =>
      `Sie haben keinen Kunden genannt, daher habe ich die Anfrage als ${kind} gesendet. Wenn es um ein Kundenvorhaben geht, ändern Sie die Anfrage, und tragen Sie den Kunden ein.`,
    onlyAs: (service: string, kind: string) =>
      `${service} gibt es nur als ${kind}. Die Anfrage wurde daher so gesendet, obwohl Sie einen Kunden genannt haben.`,
  },

  duplicate: {
    summary: (number) => `${number} betrifft dasselbe und ist noch offen. Es wurde nichts Neues gesendet.`,
    yours: 'Das haben Sie bereits angefragt',
    colleagues: 'Das hat schon jemand aus Ihrem Unternehmen angefragt',
    stillOpen: (number) =>
      `**${number}** war beim Absenden noch offen, daher habe ich nichts Neues gesendet. Sie können eine Notiz hinzufügen oder die neue Anfrage trotzdem senden.`,
    typed: (number) => `Oder schreiben Sie: Notiz ${number} …`,
    addNote: 'Notiz hinzufügen',
    sendAnyway: 'Trotzdem senden',
  },

  history: {
    summary: (number) => `Verlauf von ${number}`,
    older: (count) => `Frühere (${count})`,
  },

  faq: {
    summary: 'Häufige Fragen, nach Programm.',
    title: 'Häufige Fragen',
    todo: 'Wählen Sie eine Frage aus, oder stellen Sie eine eigene.',
    toMention: 'Erwähnen Sie mich mit einer dieser Fragen, oder stellen Sie eine eigene.',
    allAbout: (programme) => `Alles zu ${programme}`,
  },

  guide: {
    typeAnswer: 'Oder schreiben Sie Ihre Antwort.',
    soFar: 'Bisher',
    restart: 'Neu beginnen',
    goesOnBelow: 'Weiter geht es in der Nachricht unten.',
    noLongerAsked: 'Dieser Schritt hat sich inzwischen geändert. Beginnen Sie bitte neu.',
  },

  handoff: {
    summary: (number, state, service, partner) => `${number} · ${state} · ${service} für ${partner}`,
    detailsHidden: 'Nur sichtbar im 1:1-Chat mit der Person, die die Anfrage übernimmt',
    confidential: 'Vertraulich. Nur sichtbar im 1:1-Chat mit der Person, die die Anfrage übernimmt',
    noteFrom: (name) => `Notiz von ${name}`,
    noteInPrivate: (number) =>
      `Dazu gibt es eine Notiz. Um sie vor dem Übernehmen zu lesen, schreiben Sie mir im 1:1-Chat: Status ${number}`,
    noteForOwner: 'Dazu gibt es eine Notiz. Nur wer die Anfrage übernimmt, sieht sie im 1:1-Chat.',
  },

  help: {
    summary: 'Was Partner Desk kann und was Sie schreiben können.',
    title: 'So kann ich helfen',
    what: (programmes) =>
      `Ich bin ein automatischer Assistent für den Partnersupport. Meine Themen: ${list(programmes)}.`,
    inChannel:
      'Erwähnen Sie mich mit einer Frage, und ich antworte im Thread. Anfragen stellen Sie im 1:1-Chat mit mir.',
    inPersonal:
      'Fragen Sie in eigenen Worten. Meine Antworten stammen aus den Dokumenten der Fachteams. Wenn ich etwas nicht weiß, sage ich das und nenne Ihnen die richtige Anlaufstelle.',
    example: 'Zum Beispiel',
    privacy: 'Was geschieht mit meinen Nachrichten?',
    myRequests: 'Meine Anfragen',
    myQueues: 'Offen in meinen Warteschlangen',
    mine: 'Von mir übernommen',
    requests: 'Anfragen',
    requestCommands: [
      '**neue Anfrage**: Unterstützung anfragen. Oder schreiben Sie einfach, was Sie brauchen und für welchen Kunden',
      '**meine Anfragen**: alle Ihre Anfragen mit ihrem Status; **meine Anfragen geschlossen**: nur die geschlossenen',
      '**Anfragen des Unternehmens**: die Anfragen aller in Ihrem Unternehmen, außer den vertraulichen',
      '**Status PD-0042**, **Verlauf PD-0042**: eine Anfrage oder ihren ganzen Verlauf anzeigen',
      '**PD-0042 zurückziehen**: eine Anfrage zurückziehen',
      '**PD-0042 ändern**, **Notiz PD-0042 …**: eine Anfrage ändern oder ergänzen',
      '**Termin vorschlagen PD-0042 31. Januar**: einen anderen als den vereinbarten Termin vorschlagen',
      '**PD-0042 erinnern**: um ein Update bitten, höchstens einmal am Tag (sofern die Warteschlange das zulässt)',
    ],
    queue: 'Für Mitglieder einer Warteschlange',
    queueCommands: [
      '**Warteschlange**, **von mir übernommen**: was in Ihren Warteschlangen offen ist und was Sie übernommen haben',
      '**Warteschlange angenommen** oder **Warteschlange** mit einem Lösungsbereich oder einer Region: die Liste filtern',
      '**PD-0042 übernehmen**, **PD-0042 zurückgeben**: eine Anfrage übernehmen oder an die Warteschlange zurückgeben',
      '**PD-0042 annehmen**, **PD-0042 nachfragen: …**: einen Termin zusagen oder den Partner etwas fragen',
      '**verschieben PD-0042 31. Januar**: den vereinbarten Termin verschieben',
      '**Termin bestätigen PD-0042**, **Termin ablehnen PD-0042**: auf einen Terminvorschlag des Partners antworten',
      '**PD-0042 weitergeben**, **PD-0042 ablehnen**, **PD-0042 abschließen**: eine Anfrage abgeben oder beenden',
    ],
    insightsCommand:
      '**Feedback zu Antworten**: Antworten, die nicht geholfen haben, und Fragen ohne Antwort',
    exporting:
      'Wenn Sie die Anfragen einer Warteschlange als Tabelle brauchen, wenden Sie sich an den Betreiber dieser App.',
  },

  privacy: {
    summary: 'Was ich speichere, wer es sieht und wie lange.',
    title: 'Was mit Ihren Nachrichten geschieht',
    chat: (minutes) =>
      `**Chat.** Ihre letzten Nachrichten in diesem 1:1-Chat speichere ich höchstens ${plural(minutes, { one: 'eine Minute', other: `${minutes} Minuten` })} lang, damit ich Anschlussfragen verstehe.`,
    requests: (months) =>
      `**Anfragen.** Wenn Sie eine Anfrage senden, speichere ich den Inhalt des Formulars mit Ihrem Namen und Ihrem Unternehmen und gebe die Anfrage an die zuständigen Personen weiter. Auch Ihre Kolleginnen und Kollegen können sie lesen, außer wenn Sie den Kunden als vertraulich kennzeichnen. ${plural(months, { one: 'Einen Monat', other: `${months} Monate` })} nach dem Schließen lösche ich sie.`,
    confidential: '**Vertrauliche Kunden.** Nur Sie und die zuständige Person sehen den Namen des Kunden.',
    vulnerabilities:
      '**Sicherheitslücken.** Wenn ich eine Nachricht als Meldung einer Sicherheitslücke erkenne, speichere und protokolliere ich sie nicht und leite sie nicht weiter.',
    feedback: (days) =>
      `**Feedback.** Bewertungen und Kommentare speichere ich ${plural(days, { one: 'einen Tag', other: `${days} Tage` })} lang, ohne Ihren Namen.`,
    unanswered: '**Fragen ohne Antwort.** Ich zähle sie nach Thema, ohne Ihren Text und ohne Ihren Namen.',
    address: (days) =>
      `**Ihre Teams-ID.** Ich speichere sie, damit ich Ihnen schreiben kann, und lösche sie ${plural(days, { one: 'einen Tag', other: `${days} Tage` })}, nachdem Sie die App entfernt haben.`,
    yours:
      'Wenn Sie Ihre Daten sehen oder löschen lassen möchten, wenden Sie sich an den Betreiber dieser App.',
    about: {
      'privacy-readers': {
        title: 'Wer sieht, was Sie schreiben',
        chat: '**Dieser Chat.** Ich zeige ihn niemandem, auch nicht Ihren Vorgesetzten. Der Betreiber dieser App kann nachsehen, was ich über Sie speichere. Was Ihre Organisation in Teams selbst sieht, weiß ich nicht.',
        requests:
          '**Anfragen.** Wer eine Anfrage bearbeitet, sieht sie mit Ihrem Namen. Auch Ihre Kolleginnen und Kollegen können sie sehen, außer wenn der Kunde vertraulich ist.',
      },
      'privacy-deletion': {
        title: 'Ihre Nachrichten und Anfragen löschen',
        chat: (minutes) =>
          `**Dieser Chat.** Ich vergesse ihn spätestens nach ${plural(minutes, { one: 'einer Minute', other: `${minutes} Minuten` })} oder sobald Sie eine Anfrage senden oder diese App entfernen. Früher kann ich ihn auch auf Wunsch nicht löschen.`,
        requests: (months) =>
          `**Anfragen.** Ich lösche eine Anfrage ${plural(months, { one: 'einen Monat', other: `${months} Monate` })} nach dem Schließen. Auch eine zurückgezogene Anfrage ist geschlossen.`,
      },
      'privacy-place': {
        title: 'Wo das gespeichert wird',
        answer:
          'In der Datenbank dieser App. In welchem Land oder Rechenzentrum sie liegt und wo Teams seine eigene Kopie eines Chats speichert, weiß ich nicht. Fragen Sie dazu bitte den Betreiber dieser App.',
      },
      'privacy-model': {
        title: 'Welches Modell ich verwende',
        none: 'Kein Sprachmodell liest diesen Chat. Ein kleines Suchmodell auf meinem eigenen Server vergleicht Ihre Worte mit den Texten der Fachteams. Texte schreiben kann es nicht.',
        some: 'Möglicherweise hilft mir ein Sprachmodell, eine Antwort auszuwählen. Es schreibt sie nicht, kann aber eine gekennzeichnete Übersetzung hinzufügen. Es erhält Ihre Nachricht und bis zu sechs frühere, aber nicht, wer Sie sind. Meldungen von Sicherheitslücken, Formulare und Notizen erhält es nie. Welches Modell das ist und was dessen Anbieter mit Nachrichten macht, weiß der Betreiber dieser App.',
        learning: 'Ich lerne nicht aus Ihren Nachrichten.',
      },
      'privacy-law': {
        title: 'DSGVO und Datenschutz',
        answer:
          'Ob diese App die DSGVO oder ein anderes Gesetz erfüllt, kann ich nicht sagen, denn ich habe keine rechtlichen Dokumente. Fragen Sie dazu bitte den Betreiber dieser App. Ich kann Ihnen sagen, was ich speichere, wer es sieht und wie lange.',
      },
    },
    inChannel:
      'Was Sie in einem Kanal schreiben, speichere ich nicht. Was ich aus einem 1:1-Chat speichere, sage ich Ihnen dort.',
  },

  intake: {
    summary: 'Unterstützung anfragen: ein kurzes Formular.',
    summarySentBack: 'Die Anfrage wurde noch nicht gesendet. Bitte korrigieren Sie das Formular.',
    title: 'Unterstützung anfragen',
    what: (takers) =>
      `Ich leite Ihre Anfrage an den zuständigen ${takers} weiter und sage Ihnen, wer sie übernimmt.`,
    sentBack: (fields) =>
      `Noch nicht gesendet. Bitte korrigieren Sie ${plural(fields, { one: 'ein Feld', other: `${fields} Felder` })}.`,
    service: 'Was brauchen Sie?',
    serviceHint: 'Leistung auswählen',
    serviceRequired: 'Wählen Sie eine Leistung aus.',
    customer: 'Kunde (bei eigenen Vorhaben leer lassen)',
    customerNeeded: (service) => `${service} gibt es nur für Kundenvorhaben. Bitte geben Sie den Kunden an.`,
    confidential: 'Vertraulich',
    confidentialTitle: 'Nur Sie und die zuständige Person sehen den Namen des Kunden',
    details: 'Beschreibung',
    detailsHint: 'Ziel, Ausgangslage, Beteiligte',
    goesAlong: 'Die angekreuzten früheren Nachrichten sende ich mit.',
    optional: 'Bereich, Termin und Empfänger (optional)',
    solutionArea: 'Lösungsbereich',
    solutionAreaHint: 'Auswählen, falls bekannt',
    wantedBy: 'Wunschtermin',
    wantedByRange: 'Wählen Sie heute oder einen späteren Tag aus, oder lassen Sie das Feld leer.',
    role: 'Wer soll die Anfrage bearbeiten?',
    anyRole: 'Automatisch zuordnen',
    myRole: (role) => `Mein ${role}`,
    person: 'Name einer bestimmten Person (optional)',
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
      details: 'Beschreibung',
    },
    taken: (fields) => `Aus Ihrer Nachricht eingetragen: ${list(fields)}.`,
    takenFrom: (fields, said) => `Aus Ihrer früheren Nachricht („${said}“) eingetragen: ${list(fields)}.`,
    whichCustomer: (names) =>
      `Sie haben ${list(names)} genannt. Für welchen Kunden ist diese Anfrage? Senden Sie für jeden Kunden eine eigene Anfrage.`,
    dateIsAmbiguous: (said) => `„${said}“ kann zwei verschiedene Tage bedeuten. Bitte wählen Sie einen aus.`,
    dateHasPassed: (said) => `„${said}“ liegt in der Vergangenheit. Bitte wählen Sie einen späteren Tag aus.`,
  },

  serviceFields: {
    required: 'Bitte füllen Sie dieses Feld aus.',
    choiceRequired: 'Bitte wählen Sie etwas aus.',
    choose: 'Bitte auswählen',
    dateRange: (min, max) =>
      max === null
        ? `Wählen Sie ${min === null ? 'einen Tag' : `den ${day(min)} oder einen späteren Tag`} aus.`
        : `Wählen Sie einen Tag ${min === null ? 'bis zum' : `vom ${day(min)} bis zum`} ${day(max)} aus.`,
    numberRange: (min, max) =>
      max === null
        ? `Geben Sie eine Zahl${min === null ? '' : ` ab ${min}`} ein.`
        : `Geben Sie eine Zahl ${min === null ? 'bis' : `von ${min} bis`} ${max} ein.`,
    more: (service) =>
      `Noch nicht gesendet. Für ${service} gibt es weitere Felder. Füllen Sie aus, was Sie wissen, und senden Sie das Formular noch einmal.`,
    moved: (labels, service) =>
      `${service} hat kein Feld für ${list(labels)}. Ich habe ${plural(labels.length, { one: 'die Angabe', other: 'die Angaben' })} in der Beschreibung ergänzt.`,
    line: (label, value) => `${label}: ${value}`,
    notUsable: (entered, fault) => `„${entered}“ ${fault}.`,
  },

  news: {
    lead: 'Leitung',
    summary: (number, what) => `${number}: ${what}.`,
    typed: (number) => `Oder schreiben Sie: ${number} antworten: …`,
    dateOpen: (owner) =>
      `Der vereinbarte Termin gilt nicht mehr. ${owner ?? 'Die neue zuständige Person'} stimmt einen neuen Termin mit Ihnen ab.`,
  },

  notCovered: {
    title: 'Dazu weiß ich nichts',
    nextStep: 'Richtige Anlaufstelle',
    nearest: 'Diese Antwort passt am ehesten',
    known: 'Das kann ich beantworten',
    noAnswer: 'Darauf habe ich keine Antwort.',
  },

  person: {
    none: (takers) => `Für Ihr Unternehmen ist kein ${takers} eingetragen`,
    contacts: 'Ihre Ansprechpersonen',
    others: 'Diese Personen betreuen Ihr Unternehmen:',
    noneTodo: (queue) =>
      `Ich kann Sie hier nicht verbinden, aber ein Mensch liest jede Anfrage. Senden Sie eine, dann kümmert sich jemand von „${queue}“ darum.`,
    away: (until, standIn) =>
      `Abwesend ${until === null ? 'bis auf Weiteres' : `bis ${day(until)}`}${standIn === null ? '' : `; Vertretung: ${standIn}`}`,
    chat: 'Chat öffnen',
    fromDirectory: 'Aus dem Partnerverzeichnis.',
    request: 'Unterstützung anfragen',
    requestFor: (service) => `${service} anfragen`,
  },

  routing: {
    moved: (who) => `${who} hat sie dorthin weitergegeben`,
    queueClosed: 'die bisherige Warteschlange wurde geschlossen',
    unknown: 'nicht mehr gespeichert',
    away: (reason, person, backup) =>
      backup === null
        ? `${reason}; ${person} und alle Vertretungen sind abwesend, deshalb habe ich die ganze Warteschlange gefragt`
        : `${reason}; ${person} ist abwesend, Vertretung ist ${backup}`,
    missing: {
      person: 'niemand',
      partner: 'dieses Unternehmen',
      role: 'irgendjemand',
      region: 'eine unbekannte Region',
      service: 'diese Leistung',
      area: 'kein Lösungsbereich',
    },
  },

  whyTold: {
    partner: (number) => `Ihre Anfrage ${number}`,
    company: (number) => `${number} aus Ihrem Unternehmen`,
    staff: (number) => `${number} (Sie sind zuständig)`,
    queue: (number, queue) => `${number} für ${queue}`,
  },

  deliveryCheck: {
    isDecided: (number) => `${number}: Es gibt nichts mehr zu prüfen`,
    summary: (number) => `${number}: Ist die Karte da? Teams hat die Zustellung nicht bestätigt.`,
    question: (number) => `${number}: Ist die Karte da?`,
    todo: 'Teams hat nicht bestätigt, dass sie angekommen ist. Bitte sehen Sie weiter oben nach, und sagen Sie mir Bescheid.',
    typed: (number) => `Oder schreiben Sie: „${number} ist da“ oder „${number} noch einmal senden“`,
    there: 'Sie ist da',
    again: 'Noch einmal senden',
  },

  problem: {
    reference: (id) => `Referenz: ${id}`,
    'config-invalid': {
      what: 'Ich bin leider nicht richtig eingerichtet.',
      todo: 'Bitte informieren Sie den Betreiber dieser App.',
    },
    'content-invalid': {
      what: 'Meine Wissensbasis lässt sich leider nicht lesen.',
      todo: 'Bitte informieren Sie den Betreiber dieser App.',
    },
    'directory-invalid': {
      what: 'Das Verzeichnis der Partner und Personen lässt sich leider nicht lesen.',
      todo: 'Bitte informieren Sie den Betreiber dieser App. Fragen beantworte ich weiterhin.',
    },
    'database-unavailable': {
      what: 'Ich erreiche meine Datenbank gerade leider nicht.',
      todo: 'Bitte versuchen Sie es in einigen Minuten noch einmal. Nichts wird doppelt gesendet. Fragen beantworte ich weiterhin.',
    },
    'database-read-only': {
      what: 'Ich kann gerade leider nichts speichern. Es wurde nichts gesendet oder geändert.',
      todo: 'Bitte versuchen Sie es später noch einmal, und informieren Sie den Betreiber dieser App. Fragen beantworte ich weiterhin.',
    },
    'too-busy': {
      what: 'Ich bin gerade leider stark ausgelastet. Es wurde nichts gesendet oder geändert.',
      todo: 'Bitte versuchen Sie es in einer Minute noch einmal.',
    },
    'bad-parameter': {
      what: 'Ihr Text enthält Zeichen, die ich nicht speichern kann.',
      todo: 'Bitte entfernen Sie ungewöhnliche Zeichen, und versuchen Sie es noch einmal.',
    },
    'bad-input': {
      what: 'Diese Eingabe konnte ich nicht verarbeiten.',
      todo: 'Bitte korrigieren Sie die Eingabe, und versuchen Sie es noch einmal. Es wurde nichts geändert.',
    },
    'not-found': {
      what: 'Das finde ich nicht.',
      todo: 'Prüfen Sie die Nummer, oder schreiben Sie **meine Anfragen**.',
    },
    'not-allowed': {
      what: 'Dazu sind Sie nicht berechtigt.',
      todo: 'Nur der Partner, der die Anfrage gesendet hat, und die Mitglieder ihrer Warteschlange können sie ändern. Bitte wenden Sie sich an eine dieser Personen.',
    },
    'understanding-unavailable': {
      what: 'Ich kann gerade leider nicht nach Antworten suchen.',
      todo: 'Bitte versuchen Sie es in einer Minute noch einmal, oder schreiben Sie **Hilfe**, um zu sehen, was Sie sonst tun können.',
    },
    internal: {
      what: 'Bei mir ist leider etwas schiefgegangen.',
      todo: 'Bitte versuchen Sie es noch einmal. Wenn das Problem weiter besteht, informieren Sie den Betreiber dieser App.',
    },
  },

  queueRegistered: {
    summary: (queue) => `Dieser Kanal erhält jetzt die Anfragen für „${queue}“.`,
    band: '✓ Warteschlange registriert',
    what: 'Neue Anfragen für diese Warteschlange erscheinen ab jetzt in diesem Kanal.',
    untold: 'Teams hat den Namen nicht genannt',
    fitsNoOther: 'Anfragen, die in keine andere Warteschlange passen',
    requestsOf: (role) => `Anfragen an ${role}`,
    missing: (names) => `⚠ Noch nicht in diesem Kanal: ${names}. Bitte hinzufügen.`,
    andMore: (names, more) => `${names} und ${more} weitere`,
    members: (count) => `Mitglieder (${count})`,
    note: 'Nur Mitglieder können Anfragen bearbeiten. Falscher Kanal? Registrieren Sie die Warteschlange noch einmal im richtigen.',
    notAChannel: (queue) =>
      `Erwähnen Sie mich mit @ in dem Kanal, in dem die Karten erscheinen sollen, und schreiben Sie „register queue ${queue}“.`,
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
    remotely: 'Ja, remote. Nicht vor Ort',
    'not-on-site': 'Nicht vor Ort',
    no: 'Nein, nicht im Leistungsumfang',
    request: 'Jetzt anfragen',
    requestInstead: 'Leistung anfragen',
  },

  refusal: {
    summary: (explanation) => `Nicht gesendet: ${explanation}`,
    refused: '→ Dafür gibt es eine bessere Anlaufstelle',
    elsewhere: '→ Dafür ist eine andere Stelle zuständig',
    toPaste: 'Text für das Ticket',
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
    dateLost: (agreedFor) =>
      `Der vereinbarte Termin am ${meetingDay(agreedFor)} gilt nicht mehr. Vereinbaren Sie einen neuen.`,
    youAreAsked: 'Frage an Sie',
    askedOfPartner: 'Frage an den Partner',
    confidential: 'Vertraulich. Nur für die zuständige Person sichtbar',
  },

  requestList: {
    summary: (heading, numbers) => `${heading}: ${numbers.length === 0 ? 'keine' : numbers.join(', ')}`,
    title: 'Anfragen',
    yours: 'Ihre Anfragen',
    company: 'Anfragen Ihres Unternehmens',
    companyShort: 'Anfragen des Unternehmens',
    owned: 'Von Ihnen übernommen',
    agreedFor: (date) => `Termin ${date}`,
    updated: (date) => `Stand ${date}`,
    nothingOfYours: (takers) =>
      `Keine Anfragen. Ich sehe nur Anfragen, die über mich gesendet wurden. Zu allem anderen fragen Sie Ihren ${takers}.`,
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
      company: 'Oder schreiben Sie zum Beispiel: Anfragen des Unternehmens geschlossen',
      staff:
        'Oder schreiben Sie zum Beispiel: „Warteschlange angenommen“ oder „von mir übernommen: geschlossen“',
    },
    noQueue:
      'Sie sind in keiner Warteschlange Mitglied. Für Ihre eigenen Anfragen schreiben Sie: meine Anfragen',
    nothingIn: (queues) => `Keine offenen Anfragen in ${list(queues.map((queue) => `„${queue}“`))}.`,
    nothingThatIs: (filter, queues) =>
      `Keine Anfragen mit „${filter}“ in ${queues.map((queue) => `„${queue}“`).join(', ')}.`,
    filterGone: 'Diesen Filter gibt es nicht mehr. Bitte geben Sie den Listenbefehl noch einmal ein.',
    whichOne: 'Welche Anfrage meinen Sie?',
    which: (command) => `Welche Anfrage? Schreiben Sie die Nummer dazu, zum Beispiel: ${command}`,
    notYours: 'Sie haben keinen Zugriff auf diese Liste. Ihre eigenen Anfragen sehen Sie mit: meine Anfragen',
    unknownFilter:
      'Diesen Filter kenne ich nicht. Eine Liste lässt sich auf einen Status, einen Lösungsbereich, eine Region oder eine Warteschlange einschränken, zum Beispiel mit „Warteschlange angenommen“.',
  },

  scope: {
    summary: (programme) => `${programme}: was dazugehört und was nicht.`,
    eyebrow: 'Was dazugehört und was nicht',
    is: '✓ Gehört dazu',
    isNot: '✕ Gehört nicht dazu',
    more: (count) => `${count} weitere`,
    other: (programme) => `${programme}: Leistungsumfang`,
    ask: (programme) => `${programme}: Was gehört dazu, und was nicht?`,
  },

  turnedAway: {
    unknownTenant:
      'Diese App ist nur für eine Organisation und deren Partner gedacht. Ihre Organisation ist nicht eingetragen. Falls sie eingetragen sein sollte, wenden Sie sich an Ihre Ansprechperson bei der Organisation, die die App betreibt. Ich habe Ihre Nachricht nicht gespeichert.',
    tooFast: {
      person:
        'Das waren zu viele Nachrichten auf einmal, daher habe ich die letzte übersprungen. Bitte warten Sie eine Minute, und senden Sie sie noch einmal.',
      tenant:
        'Gerade schreiben mir viele aus Ihrer Organisation, daher habe ich Ihre Nachricht übersprungen. Bitte versuchen Sie es in einer Minute noch einmal.',
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
    notListed: (programme) => `Auf keiner Liste (${programme})`,
    in: 'Im Leistungsumfang',
    out: 'Nicht im Leistungsumfang',
    'not-stated': 'Nicht dokumentiert',
    yes: 'Ja, im Leistungsumfang',
    remotely: 'Ja, remote. Nicht vor Ort',
    'not-on-site': 'Nicht vor Ort',
    no: 'Nein, nicht im Leistungsumfang',
    depends: 'Es kommt darauf an',
  },

  welcome: {
    summary: 'Partner Desk: Fragen stellen, Leistungsumfang prüfen oder Unterstützung anfragen.',
    hello: (name) =>
      name === null ? 'Hallo, wie kann ich Ihnen helfen?' : `Hallo ${name}, wie kann ich Ihnen helfen?`,
    what: (takers) =>
      `Fragen Sie in eigenen Worten. Meine Antworten stammen aus den Dokumenten der Fachteams. Ich nenne Ihnen die richtige Anlaufstelle und leite Ihre Anfragen an den zuständigen ${takers} weiter.`,
    tryOne: 'Probieren Sie zum Beispiel',
    help: 'Mit **Hilfe** sehen Sie jederzeit, was ich kann.',
  },

  did: {
    claim: (number) => `Sie haben ${number} übernommen.`,
    release: (number) => `Sie haben ${number} an die Warteschlange zurückgegeben.`,
    accept: (number, about) =>
      about.day === null
        ? `Sie haben ${number} angenommen und den Termin eingetragen.`
        : `Sie haben ${number} angenommen, Termin: ${meetingDay(about.day)}.`,
    ask: (number) => `Sie haben eine Frage zu ${number} gestellt.`,
    answer: (number) => `Sie haben die Frage zu ${number} beantwortet.`,
    note: (number) => `Sie haben zu ${number} eine Notiz hinzugefügt.`,
    edit: (number) => `Sie haben ${number} geändert.`,
    reschedule: (number, about) => `Sie haben ${number} auf ${toDay(about.day)} verschoben.`,
    'propose-date': (number, about) =>
      `Sie haben für ${number} ${toDay(about.day)} vorgeschlagen. Bis die zuständige Person zustimmt, gilt der vereinbarte Termin.`,
    'confirm-date': (number, about) => `Sie haben für ${number} ${toDay(about.day)} bestätigt.`,
    'decline-date': (number, about) =>
      `Sie bleiben für ${number} beim vereinbarten Termin${onDay(about.day)}.`,
    decline: (number) => `Sie haben ${number} abgelehnt.`,
    complete: (number) => `Sie haben ${number} abgeschlossen.`,
    'transfer-to-person': (number, { owner }) =>
      owner === null
        ? `${number} hat jetzt eine andere zuständige Person.`
        : `${number} liegt jetzt bei ${owner}.`,
    'transfer-to-queue': (number, { queue }) => `${number} liegt jetzt in „${queue}“.`,
    withdraw: (number) => `Sie haben ${number} zurückgezogen.`,
    reopen: (number, { queue }) => `${number} ist wieder offen, in „${queue}“.`,
  },

  outcomes: {
    onWeekend: (weekday) => `Hinweis: Das ist ein ${weekday}.`,
    dateLost: (agreedFor) => `Der vereinbarte Termin, ${meetingDay(agreedFor)}, gilt nicht mehr.`,
    editedInto: (number, kind) =>
      `Sie haben ${number} geändert. Die Anfrage nennt jetzt einen Kunden und gilt daher als ${kind}.`,
    youAlreadyClaimed: (number) => `Sie haben ${number} bereits übernommen.`,
    alreadyClaimed: (who, number) => `${who} hat ${number} bereits übernommen.`,
    youAlreadyHave: (number) => `Sie sind bereits für ${number} zuständig.`,
    alreadyHas: (who, number) => `${who} ist bereits für ${number} zuständig.`,
    notPossible: (number, state, last) =>
      `Das geht jetzt nicht. ${number} hat den Status „${state}“${last === null ? '' : ` (${last})`}. Es wurde nichts geändert.`,
    notFound:
      'Diese Anfrage finde ich nicht, oder Sie haben keinen Zugriff darauf. Prüfen Sie die Nummer, oder schreiben Sie: meine Anfragen',
    notAllowed:
      'Dazu sind Sie nicht berechtigt. Nur der Partner, der die Anfrage gesendet hat, und die Mitglieder ihrer Warteschlange können sie ändern. Es wurde nichts geändert.',
    invalid: (sentences) => `${sentences.join(' ')} Es wurde nichts geändert.`,
    sayHello: 'Schreiben Sie mir im 1:1-Chat „Hallo“, dann zeige ich Ihnen dort die ganze Anfrage.',
    notified: (names) => `Gesendet an ${list(names)}.`,
    notReachable: (names) =>
      `Noch nicht erreichbar: ${list(names)}. Ich stelle die Nachricht zu, sobald es möglich ist.`,
    oldButton:
      'Diese Schaltfläche gehört zu einer älteren Karte, oder sie stammt nicht von mir. Es wurde nichts geändert. Schreiben Sie „Hilfe“, um zu sehen, was Sie tun können.',
    suggestionGone:
      'Diese Antwort gibt es nicht mehr. Stellen Sie Ihre Frage in eigenen Worten, oder schreiben Sie „FAQ“, um alle Fragen zu sehen.',
    thanks: 'Gern geschehen. Fragen Sie gern jederzeit wieder.',
    dismissed: 'In Ordnung, es wurde nichts gesendet. Fragen Sie weiter, oder schreiben Sie **Hilfe**.',
    selectSend:
      'Ich habe noch nichts gesendet. Bitte prüfen Sie das Formular oben, und wählen Sie dann **Senden** aus. Um neu zu beginnen, schreiben Sie **neue Anfrage**.',
    sayOtherwise:
      'In Ordnung. Sagen Sie mir mit anderen Worten, was Sie brauchen, oder schreiben Sie **Hilfe**.',
    notYours: (number: string, who: string) =>
      `Das kann bei ${number} jetzt nur ${who} tun. Es wurde nichts geändert.`,
    whoMay: {
      owner: (name: string | null) => (name === null ? 'die zuständige Person' : `${name} (zuständig)`),
      members: (queue: string) => `ein Mitglied von „${queue}“`,
      lead: (queue: string) => `die Leitung von „${queue}“`,
      requester: (name: string) => `${name} (hat die Anfrage gesendet)`,
    },
  },

  over: {
    changed: (number: string) => `${number} hat sich geändert.`,
    list: (number: string) =>
      `${number} hat sich geändert, deshalb habe ich diese Liste geschlossen. Fragen Sie noch einmal danach, um die aktuelle zu sehen.`,
    newer: (number: string) => `Zu ${number} gibt es in diesem Chat eine neuere Karte.`,
    done: (number: string, last: string | null) =>
      `${number}: ${last ?? 'erledigt'}. Hier ist nichts mehr zu tun.`,
    gone: (number: string, last: string | null) =>
      `${number}: ${last ?? 'weitergegeben'}. Die Anfrage liegt nicht mehr bei Ihnen.`,
    withOwner: (number: string, owner: string) =>
      `${number} liegt nicht mehr bei Ihnen. ${owner} hat die Anfrage jetzt.`,
    inQueue: (number: string, queue: string) =>
      `${number} liegt nicht mehr bei Ihnen. Die Anfrage ist jetzt in der Warteschlange „${queue}“.`,
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
      acceptedFor: 'Der Termin',
      answer: 'Die Antwort',
      before: 'Die Seite',
      customer: 'Der Kunde',
      date: 'Der Termin',
      details: 'Die Beschreibung',
      explanation: 'Die Nachricht an den Partner',
      formId: 'Das Formular',
      hours: 'Der Aufwand in Stunden',
      listId: 'Die Liste',
      note: 'Die Notiz',
      number: 'Die Anfrage',
      outcomeId: 'Das Ergebnis',
      person: 'Die Person',
      question: 'Die Frage',
      reasonId: 'Der Grund',
      remark: 'Die Nachricht',
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
      'not-kept':
        'sieht nach der Meldung einer Sicherheitslücke aus. So etwas speichere ich nie. Bitte lassen Sie diesen Teil weg',
      unusable: 'ist nicht verwendbar',
      'not-a-date': 'ist kein gültiges Datum',
      'not-a-number': 'ist keine Zahl',
      'not-a-request-number': 'hat keine gültige Nummer',
      'neither-on-nor-off': 'muss „ein“ oder „aus“ sein',
      'too-many': 'enthält zu viele Einträge',
      passed: 'liegt in der Vergangenheit',
      'needed-for-opportunity': 'ist erforderlich, weil es um ein Kundenvorhaben geht',
      'needed-with-reason': 'ist bei diesem Grund erforderlich',
      'nobody-known': 'steht unter diesem Namen nicht im Verzeichnis',
      'several-people':
        'ist nicht eindeutig, weil mehrere Personen so heißen. Geben Sie den vollständigen Namen oder die E-Mail-Adresse ein',
      'no-queue': 'steht nicht im Verzeichnis',
      'no-channel': 'hat noch keinen Kanal. Dort würde niemand die Anfrage sehen',
      'no-reason': 'ist keiner der vorgesehenen Gründe',
      'does-not-fit': 'trifft auf diese Anfrage nicht zu',
      'has-it-already': 'hat diese Anfrage bereits',
      unchanged: 'ist unverändert',
      'not-proposed': 'ist nicht der zuletzt vorgeschlagene Termin',
      'closed-too-long-ago': 'wurde vor mehr als 14 Tagen geschlossen. Bitte senden Sie eine neue Anfrage',
    },
    severalPeople: (mails) =>
      `ist nicht eindeutig, weil mehrere Personen so heißen. Verwenden Sie eine dieser Adressen: ${mails}`,
    tooManyRequests: (most: number) =>
      `lässt sich gerade nicht anfragen: Sie haben die Höchstzahl von ${most} Anfragen erreicht, die offen sind oder in den letzten 24 Stunden gesendet wurden. Ziehen Sie eine zurück, die Sie nicht mehr brauchen, oder versuchen Sie es morgen noch einmal`,
    reopenedTooOften: (most) =>
      `wurde schon ${times(most)} wieder geöffnet. Bitte senden Sie eine neue Anfrage`,
    longerThan: (most) => `ist länger als ${most} Zeichen`,
    below: (least) => `muss mindestens ${least} sein`,
    above: (most) => `darf höchstens ${most} sein`,
    before: (first) => `darf nicht vor dem ${day(first)} liegen`,
    after: (last) => `darf nicht nach dem ${day(last)} liegen`,
    notFromZeroTo: (most) => `muss eine Zahl von 0 bis ${most} sein`,
  },

  desk: {
    rerouted: (number, queue) =>
      `Ich konnte ${number} nicht an „${queue}“ zustellen und habe die Anfrage an die Standardwarteschlange gesendet. Sie müssen nichts tun.`,
    unreachable: (number) =>
      `${number} ist gespeichert, aber gerade ist keine Warteschlange erreichbar. Ich stelle die Anfrage zu, sobald es möglich ist. Wenn es dringend ist, schreiben Sie: mit einem Menschen sprechen`,
    unsure: (number, queue) =>
      `${number} ist gespeichert. Teams hat nicht bestätigt, dass die Karte bei „${queue}“ angekommen ist. Ich habe das zuständige Team gebeten nachzusehen.`,
    settled: (number, queue) =>
      `Die Mitglieder von „${queue}“ haben bestätigt, dass die Karte zu ${number} angekommen ist.`,
    noChannel: (queue, id) =>
      `In „${queue}“ wartet eine Anfrage, aber niemand sieht sie, weil die Warteschlange keinen Kanal hat. Um einen Kanal zu verbinden, erwähnen Sie mich dort mit @, und schreiben Sie „register queue ${id}“. Die Anfragen der Warteschlange sehen Sie mit: Warteschlange ${id}`,
    queueBlocked: (queue, fallback) =>
      `Teams lässt mich nicht im Kanal von „${queue}“ schreiben. ${fallback === null ? 'Die Anfragen warten so lange' : `Die Anfragen gehen so lange an „${fallback}“`}. Bitte prüfen Sie, ob das Team archiviert wurde und ob die App dort noch installiert ist. Ich versuche es weiter. Wenn mir in diesem Kanal jemand schreibt, versuche ich es sofort noch einmal.`,
  },

  steps: {
    remind: 'Zuständiges Team erinnert',
    backup: (name) =>
      name === null
        ? 'Vertretung gebeten, die Anfrage zu übernehmen'
        : `${name} (Vertretung) gebeten, die Anfrage zu übernehmen`,
    lead: (name) =>
      name === null ? 'Leitung der Warteschlange um Hilfe gebeten' : `${name} (Leitung) um Hilfe gebeten`,
    giveUp: 'Partner informiert, dass noch niemand übernommen hat',
    giveUpToPartner: 'Sie informiert, dass noch niemand übernommen hat',
    owner: (name) => `${name ?? 'Zuständige Person'} erinnert`,
    unheard: {
      backup: 'Im Kanal der Warteschlange gefragt, weil die Vertretung nicht erreichbar war',
      lead: 'Im Kanal der Warteschlange gefragt, weil die Leitung nicht erreichbar war',
      owner: 'Im Kanal der Warteschlange gefragt, weil die zuständige Person nicht erreichbar war',
      'owner-lead': 'Im Kanal der Warteschlange gefragt, weil die Leitung nicht erreichbar war',
    },
    nudge: (name) => `${name} hat um ein Update gebeten`,
    nudgeOfPartner: 'Sie haben um ein Update gebeten',
    manager: (name) => `${name} möchte mit der Leitung sprechen`,
    managerOfPartner: 'Sie möchten mit der Leitung sprechen',
  },

  waiting: {
    bands: { nobody: 'Noch nicht übernommen', asked: 'Wartet noch' },
    said: {
      remind: (queue) =>
        `In „${queue}“ hat noch niemand Ihre Anfrage übernommen. Ich habe das zuständige Team erinnert.`,
      backup: (queue, name) =>
        name === null
          ? `In „${queue}“ hat noch niemand Ihre Anfrage übernommen. Ich habe eine Vertretung gebeten, die Anfrage zu übernehmen.`
          : `In „${queue}“ hat noch niemand Ihre Anfrage übernommen. Ich habe ${name} (Vertretung) gebeten, die Anfrage zu übernehmen.`,
      lead: (queue) =>
        `In „${queue}“ hat noch niemand Ihre Anfrage übernommen. Ich habe die Leitung der Warteschlange um Hilfe gebeten.`,
      giveUp: (queue) =>
        `Es tut mir leid, dass Sie warten müssen. In „${queue}“ hat noch niemand Ihre Anfrage übernommen.`,
      notReached: {
        backup: (queue) =>
          `In „${queue}“ hat noch niemand Ihre Anfrage übernommen. Die Vertretung war nicht erreichbar, deshalb habe ich das zuständige Team noch einmal erinnert.`,
        lead: (queue) =>
          `In „${queue}“ hat noch niemand Ihre Anfrage übernommen. Die Leitung war nicht erreichbar, deshalb habe ich das zuständige Team noch einmal erinnert.`,
      },
      ownerInChannel: (name) =>
        `Von ${name} gibt es noch nichts Neues. Ich habe im Kanal der Warteschlange gefragt.`,
      owner: (name) => `Von ${name} gibt es noch nichts Neues. Ich habe eine Erinnerung gesendet.`,
      ownerLead: (name) =>
        `Es tut mir leid, dass Sie warten müssen. Von ${name} gibt es noch nichts Neues. Ich habe die Leitung der Warteschlange um Hilfe gebeten.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    whatToDo: (nudges) =>
      nudges
        ? 'Ihre Anfrage bleibt in der Warteschlange. Sie können einmal am Tag an die Anfrage erinnern, die Leitung um Rückmeldung bitten oder die Anfrage zurückziehen.'
        : 'Ihre Anfrage bleibt in der Warteschlange. Sie können die Leitung um Rückmeldung bitten oder die Anfrage zurückziehen.',
    nudge: 'Erinnern',
    askLead: 'Leitung fragen',
    withdraw: 'Zurückziehen',
    yes: 'Ja, zurückziehen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Bisher hat niemand die Anfrage übernommen.',
      giveUp: 'Bisher hat niemand die Anfrage übernommen. Ich habe den Partner informiert.',
      backup: 'Bisher hat niemand die Anfrage übernommen. Sie sind die Vertretung: Können Sie übernehmen?',
      backupInChannel: (name) =>
        `Bisher hat niemand die Anfrage übernommen. Ich habe ${name} (Vertretung) gebeten, die Anfrage zu übernehmen.`,
      backupNotReached: (name) =>
        `Bisher hat niemand die Anfrage übernommen, und ${name} (Vertretung) ist für mich nicht erreichbar. Kann jemand von Ihnen übernehmen?`,
      leadNotReached: (name) =>
        `Bisher hat niemand die Anfrage übernommen, und ${name} (Leitung) ist für mich nicht erreichbar. Kann jemand von Ihnen übernehmen?`,
      ownerLeadNotReached: (owner, name) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}, und ${name} (Leitung) ist für mich nicht erreichbar. Kann jemand von Ihnen helfen?`,
      lead: 'Bisher hat niemand die Anfrage übernommen. Sie leiten die Warteschlange: Können Sie jemanden finden, der sie übernimmt?',
      leadInChannel: (name) =>
        `Bisher hat niemand die Anfrage übernommen. Ich habe ${name} (Leitung) um Hilfe gebeten.`,
      owner: 'Der Partner wartet auf Ihren nächsten Schritt.',
      ownerInChannel: (name) => `Der Partner wartet auf den nächsten Schritt von ${name}.`,
      ownerLead: (owner) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}. Sie leiten die Warteschlange: Können Sie helfen?`,
      ownerLeadInChannel: (owner, name) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}. Ich habe ${name} (Leitung) um Hilfe gebeten.`,
      nudge: (requester) => `${requester} bittet um ein Update.`,
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
    done: (number) => `Sie haben an ${number} erinnert.`,
    notified: (names) => `Gesendet an ${list(names)}.`,
    unreachable: (names) =>
      `Ich konnte ${list(names)} noch nicht erreichen. Ich stelle die Nachricht zu, sobald es möglich ist.`,
    tooEarly: (number) => `Sie haben heute schon an ${number} erinnert. Das geht nur einmal am Tag.`,
    again: (moment) => `Wieder möglich ab ${moment}`,
    waitsForYou: (number) => `${number} wartet auf Ihre Antwort. Weiter geht es mit: ${number} antworten`,
    closed: (number) =>
      `${number} ist geschlossen. Eine Erinnerung ist nicht mehr möglich. Wie es ausgegangen ist, sehen Sie mit: Verlauf ${number}`,
    turnedOff: (number) =>
      `In der Warteschlange von ${number} sind keine Erinnerungen möglich. Sie können stattdessen eine Notiz hinzufügen: Notiz ${number}`,
    notYours: 'Nur der Partner, der eine Anfrage gesendet hat, kann daran erinnern.',
  },
  manager: {
    verb: 'eskalieren',
    done: (number) => `Ich habe weitergegeben, dass Sie zu ${number} mit der Leitung sprechen möchten.`,
    tooEarly: (number) =>
      `Sie haben heute schon zu ${number} um ein Gespräch mit der Leitung gebeten. Das geht nur einmal am Tag.`,
    which: 'Zu welcher Anfrage möchten Sie mit der Leitung sprechen?',
  },

  uncertainCards: {
    postedAgain: (number) =>
      `Ich habe die Karte zu ${number} erneut gepostet. Falls beide erscheinen, können Sie beide verwenden.`,
    isThere: (number) =>
      `Danke. Die Karte zu ${number} bleibt, wie sie ist, bis jemand eine ihrer Schaltflächen auswählt.`,
    none: (number) => `Zu ${number} ist nichts zu prüfen. Die Karte wurde zugestellt.`,
  },

  lookup: {
    title: 'Partner Desk',
    is: (programme, item) => `${programme} (gehört dazu): ${item}`,
    isNot: (programme, item) => `${programme} (gehört nicht dazu): ${item}`,
    nothing: 'Keine Ergebnisse. Versuchen Sie andere Wörter, oder fragen Sie mich im 1:1-Chat.',
    gone: 'Diese Antwort hat sich geändert. Fragen Sie noch einmal, dann erhalten Sie die aktuelle.',
    noAnswer: 'Zu dieser Nachricht habe ich keine Antwort',
    askOtherwise: 'Fragen Sie mich im 1:1-Chat in eigenen Worten, oder suchen Sie nach einem Stichwort.',
    questionGone: 'Die Frage wurde gelöscht.',
    unknownCommand:
      'Diesen Befehl kenne ich nicht. Vielleicht stammt er aus einer älteren Version. Fragen Sie mich stattdessen im 1:1-Chat.',
    done: 'Erledigt.',
    sorry:
      'Das hat gerade leider nicht geklappt. Bitte versuchen Sie es gleich noch einmal, oder fragen Sie mich im 1:1-Chat.',
    post: 'Antwort posten',
    openForm: 'Formular öffnen',
    openGuide: 'Leitfaden öffnen',
    link: 'Link zur Antwort',
  },

  requestReference: {
    summary: (number, service, state) => `${number}, ${service}: ${state}`,
    asOf: (number) =>
      `Das war der Status beim Posten. Den aktuellen Status erhalten Sie, wenn Sie Partner Desk im 1:1-Chat **Status ${number}** schreiben.`,
  },

  model: {
    inHelp:
      'Ein Sprachmodell kann mir helfen, Ihre Nachrichten zu verstehen, und eine gekennzeichnete Übersetzung hinzufügen. Die Antworten selbst sind immer die Texte der Fachteams. Meldungen von Sicherheitslücken, Formulare und Notizen erhält das Modell nie. Sobald Sie schreiben, dass etwas vertraulich ist, erhält es nichts mehr aus diesem Chat.',
    translated: 'Maschinelle Übersetzung (von KI erstellt). Verbindlich ist der Text darüber.',
  },
};
