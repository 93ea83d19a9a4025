import type { Words } from './en';
import { createSpeech } from './speech';

const speech = createSpeech('de-DE');
const { day, list, plural } = speech;
const times = (count: number) => plural(count, { one: 'einmal', other: `${count}-mal` });

/** German, in the form of address for people one does not know; Microsoft's own terms where it has them. */
export const de: Words = {
  speech,

  states: {
    submitted: 'Wartet in der Warteschlange',
    claimed: 'Übernommen',
    'needs-info': 'Wartet auf den Partner',
    'needs-info-to-partner': 'Wartet auf Ihre Antwort',
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
      `${who} hat die Anfrage verschoben nach: ${to ?? 'eine andere Warteschlange'}`,
    ask: (who) => `${who} hat eine Frage gestellt`,
    answer: (who) => `${who} hat geantwortet`,
    accept: (who, acceptedFor) =>
      acceptedFor === null
        ? `${who} hat die Anfrage angenommen`
        : `${who} hat die Anfrage für den ${day(acceptedFor)} angenommen`,
    decline: (who) => `${who} hat die Anfrage abgelehnt`,
    complete: (who) => `${who} hat die Anfrage abgeschlossen`,
    withdraw: (who) => `${who} hat die Anfrage zurückgezogen`,
    edit: (who) => `${who} hat die Anfrage geändert`,
    note: (who) => `${who} hat eine Notiz hinzugefügt`,
    reopen: (who) => `${who} hat die Anfrage wieder geöffnet`,
  },

  people: {
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
    queue: 'Liegt bei',
    service: 'Leistung',
    state: 'Status',
    sentBy: 'Gesendet von',
    kind: 'Art',
    told: 'Informiert',
    whyThere: 'Warum dort',
    team: 'Team',
    channel: 'Kanal',
    for: 'Für',
    ownerOnly: 'nur für die zuständige Person',
    queueBecause: (queue, why) => `${queue}. Grund: ${why}`,
  },

  layout: {
    showOrHide: (name) => `Ein-/ausblenden: ${name}`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
    more: 'Mehr',
    quoted: (written) => `„${written}“`,
    keep: 'Nein, so lassen',
    next: 'Als Nächstes',
  },

  statement: {
    whereToGo: 'Richtige Anlaufstelle',
    details: 'Einzelheiten',
    goodToKnow: 'Gut zu wissen',
    source: (source) => `Quelle: ${source}`,
    owner: (owner) => `Verantwortlich: ${owner}`,
    verified: (verified) => `Geprüft: ${verified}`,
    rule: (rule, programme) => `Die Regel: **${rule}** (${programme})`,
  },

  background: {
    whyInScope: 'Warum im Leistungsumfang',
    askedBefore: 'Zuvor gefragt',
    askedTheBot: 'Den Bot zuvor gefragt',
    told: (told) => `Antwort: ${told}`,
    orAsk: (names) => `Oder fragen Sie: ${names}`,
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
    withdraw: 'Zurückziehen',
    releaseQuestion: 'An die Warteschlange zurückgeben? Der Partner wird informiert.',
    releaseYes: 'Ja, zurückgeben',
    withdrawQuestion: (number) => `${number} zurückziehen? Wer die Anfrage hat, wird informiert.`,
    withdrawYes: 'Ja, zurückziehen',
    show: (number) => `${number} anzeigen`,
    back: 'Zurück',
  },

  feedback: {
    ask: 'War das hilfreich?',
    yes: 'Ja',
    no: 'Nein',
    liked: 'Das war hilfreich',
    disliked: 'Das war nicht hilfreich',
    summary: 'Danke. Was war falsch oder fehlte? Sie müssen nichts schreiben.',
    title: 'Danke, das ist notiert',
    why: 'Wer für die Antwort zuständig ist, sieht, dass sie nicht geholfen hat. Schreiben Sie gern, warum.',
    label: 'Was war falsch oder fehlte',
    leaveOut: 'Ohne Ihren Namen. Bitte nennen Sie keine Kunden und keine Sicherheitsprobleme.',
    send: 'Senden',
    thanks: 'Danke, das ist ohne Ihren Namen notiert. Fragen Sie weiter, oder schreiben Sie help.',
    unknown:
      'Ich weiß nicht, welche Antwort Sie meinen, oder sie ist zu lange her. Fragen Sie noch einmal und sagen Sie es dann. Es wurde nichts gespeichert.',
  },

  insights: {
    title: 'Was den Antworten fehlt',
    summary: (dislikes, unanswered) =>
      `Eine Antwort half ${times(dislikes)} nicht, und ${times(unanswered)} gab es keine.`,
    nothing: 'Noch hat niemand eine Antwort bewertet, und keine hat gefehlt.',
    since: (date, likes, dislikes) => `„War das hilfreich?“ seit ${day(date)}: ${likes} ja, ${dislikes} nein`,
    disliked: 'Nicht hilfreich',
    noneDisliked: 'Keine Antwort wurde als nicht hilfreich bewertet.',
    opinions: (dislikes, likes) => `${dislikes} nein, ${likes} ja`,
    notes: { changed: 'seither geändert', gone: 'nicht mehr da' },
    unanswered: 'Nicht beantwortet',
    noneUnanswered: 'Auf jede Frage gab es eine Antwort.',
    kinds: {
      'not-covered': 'nicht abgedeckt',
      'not-stated': 'steht auf keiner der beiden Listen',
      unclear: 'nicht verstanden',
    },
    notUnderstood: 'Fragen, die ich nicht verstanden habe',
    times,
    more: (count) => `und ${count} weitere`,
    words: 'Was dazu geschrieben wurde, zeigt allein die Shell: **npm run insights**',
    notHere: 'Das gehört in den 1:1-Chat mit mir oder in den Kanal einer Warteschlange, die Sie leiten.',
  },

  notice: {
    help: 'Schreiben Sie **help**, um zu sehen, was ich noch kann.',
  },

  acceptForm: {
    heading: 'Anfrage annehmen',
    send: 'Annehmen',
    consequence: 'Der Partner erfährt den Termin.',
    label: 'Für welchen Tag?',
    labelFilled: 'Für welchen Tag? (Der Wunsch des Partners ist eingetragen.)',
    required: 'Wählen Sie heute oder einen späteren Tag aus.',
  },
  answerForm: {
    heading: 'Frage beantworten',
    send: 'Antwort senden',
    consequence: 'Die zuständige Person erhält sie im 1:1-Chat.',
    typed: (number) => `answer ${number} und Ihre Antwort`,
    asks: (name) => `${name} fragt`,
    label: 'Ihre Antwort',
    required: 'Schreiben Sie eine Antwort.',
  },
  askForm: {
    heading: 'Beim Partner nachfragen',
    send: 'Frage senden',
    consequence: 'Der Partner erhält sie im 1:1-Chat; die Anfrage wartet auf die Antwort.',
    typed: (number) => `ask ${number} und Ihre Frage`,
    label: 'Was müssen Sie wissen?',
    required: 'Schreiben Sie eine Frage.',
  },
  completeForm: {
    heading: 'Anfrage abschließen',
    send: 'Abschließen',
    consequence: 'Der Partner wird informiert und kann sie innerhalb von 14 Tagen wieder öffnen.',
    typed: (number) => `complete ${number} und das Ergebnis`,
    outcome: 'Was ist dabei herausgekommen?',
    outcomeHint: 'Ergebnis auswählen',
    outcomeRequired: 'Wählen Sie ein Ergebnis aus.',
    hours: 'Aufwand in Stunden (falls Sie ihn erfassen)',
    hoursRange: (most) => `Eine Zahl von 0 bis ${most}.`,
    summary: 'Ein Satz an den Partner',
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
    consequence: 'Der Partner liest den Grund und was Sie hinzufügen.',
    typed: (number) => `decline ${number} und den Grund`,
    reason: 'Warum?',
    reasonHint: 'Grund auswählen',
    reasonRequired: 'Wählen Sie einen Grund aus.',
    explanation: 'Was soll der Partner wissen oder stattdessen tun?',
  },
  editForm: {
    heading: 'Anfrage bearbeiten',
    send: 'Speichern',
    consequence: 'Wer die Anfrage hat, erfährt, was sich geändert hat.',
    customer: 'Kunde',
  },
  noteForm: {
    heading: 'Notiz hinzufügen',
    send: 'Hinzufügen',
    consequence: 'Nur Sie, der Partner und die zuständige Person können sie lesen.',
    typed: (number) => `note ${number} und Ihre Notiz`,
    label: 'Ihre Notiz',
    required: 'Schreiben Sie eine Notiz.',
  },
  transferForm: {
    heading: 'Anfrage weitergeben',
    send: 'Weitergeben',
    consequence:
      'Eine Person ist sofort zuständig; in einer Warteschlange muss jemand die Anfrage übernehmen. Der Partner wird informiert.',
    typed: (number, to) => `transfer ${number} to ${to ?? '…'}`,
    target: 'An wen?',
    targetHint: 'Person oder Warteschlange auswählen',
    targetRequired: 'Wählen Sie eine Person oder eine Warteschlange aus.',
    remark: 'Ein Satz dazu (der Partner sieht ihn nicht)',
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
      title: 'Anfragen werden vertraulich gestellt',
      todo: 'Öffnen Sie hier das Formular, nur Sie sehen es. Oder schreiben Sie mir im 1:1-Chat: So bleibt der Name des Kunden unter uns.',
    },
    status: {
      title: 'Anfragen werden im 1:1-Chat angezeigt',
      todo: 'Schreiben Sie mir „my requests“ im 1:1-Chat.',
    },
    person: {
      title: 'Ansprechpersonen',
      todo: 'Schreiben Sie mir im 1:1-Chat, dann sage ich Ihnen, wer Ihr Unternehmen betreut.',
    },
    guide:
      'Dazu habe ich einige Fragen: Beantworten Sie sie hier, nur Sie sehen sie, oder schreiben Sie mir dasselbe im 1:1-Chat.',
    thanks: { title: 'Gern geschehen', todo: 'Fragen Sie jederzeit wieder.' },
    other: {
      title: 'Stellen Sie mir eine Frage',
      todo: 'Erwähnen Sie mich mit Ihrer Frage, in Ihren eigenen Worten, und ich antworte im Thread.',
    },
  },

  choices: {
    otherWords: 'Oder sagen Sie es mit anderen Worten.',
  },

  comparison: {
    notStated: 'nicht festgelegt',
    more: 'Mehr vergleichen',
    notStatedForAny: (aspects) => `Für keines festgelegt: ${list(aspects)}`,
  },

  confirmation: {
    sent: '✓ Gesendet',
    stored: '⚠ Gespeichert, noch niemand informiert',
    sentTo: (number, service, queue) => `${number} ist gesendet: ${service}, an ${queue}.`,
    storedOnly: (number, service) => `${number} ist gespeichert, noch ist niemand informiert: ${service}.`,
    fallback: (queue, fallback) =>
      `${queue} hat keinen Kanal, in den ich schreiben kann. Die Anfrage liegt daher in der Auffangwarteschlange: ${fallback}.`,
    noChannel: (queue) => `${queue} hat keinen Kanal, in den ich schreiben kann.`,
    neitherChannel: (queue) =>
      `Weder ${queue} noch die Auffangwarteschlange hat einen Kanal, in den ich schreiben kann.`,
    unknownPerson: (name) =>
      `Ich habe niemanden namens „${name}“ gefunden. Die Anfrage ging daher dorthin, wo es die Regel unten vorsieht.`,
    nobodyYet: 'Noch niemand',
    next: 'Dort übernimmt jemand die Anfrage. Ich sage Ihnen, wer, und informiere Sie danach über jede Änderung.',
    nextStored:
      'Ihre Anfrage ist gespeichert und wird gesendet, sobald es möglich ist. Wenn es nicht warten kann, schreiben Sie **talk to a human**.',
    showStatus: 'Status anzeigen',
  },

  duplicate: {
    summary: (number) => `${number} betrifft dasselbe und ist noch offen. Es wurde nichts Neues gesendet.`,
    yours: 'Das haben Sie bereits angefragt',
    colleagues: 'Das hat schon jemand aus Ihrem Unternehmen angefragt',
    stillOpen: (number) => `**${number}** ist noch offen, daher wurde nichts Neues gesendet.`,
    typed: (number) => `Oder schreiben Sie: note ${number} und was Sie ergänzen möchten.`,
    addNote: 'Notiz hinzufügen',
    sendAnyway: 'Doch senden',
  },

  faq: {
    summary: 'Häufige Fragen, nach Programm.',
    title: 'Häufige Fragen',
    todo: 'Wählen Sie eine aus, oder fragen Sie mit eigenen Worten.',
    toMention: 'Erwähnen Sie mich mit einer davon, oder fragen Sie mit eigenen Worten.',
    allAbout: (programme) => `Alles zu ${programme}`,
  },

  guide: {
    typeAnswer: 'Oder schreiben Sie die Antwort.',
    soFar: 'Bisher',
    restart: 'Neu beginnen',
    noLongerAsked:
      'Diese Frage wird nicht mehr gestellt. Fragen Sie noch einmal, dann antworte ich nach heutigem Stand.',
  },

  handoff: {
    summary: (number, state, service, partner) => `${number} · ${state} · ${service} für ${partner}`,
    detailsHidden: 'Sieht die zuständige Person im 1:1-Chat',
    confidential: 'Vertraulich: sieht die zuständige Person im 1:1-Chat',
  },

  help: {
    summary: 'Was Partner Desk kann und was Sie dafür schreiben.',
    title: 'Was ich kann',
    inChannel:
      'Erwähnen Sie mich mit einer Frage, und ich antworte im Thread. Anfragen stellen Sie im 1:1-Chat mit mir.',
    inPersonal:
      'Fragen Sie mit Ihren eigenen Worten. Ich antworte aus geprüften Quellen (auf Englisch), oder sage, dass ich es nicht weiß und wer es weiß.',
    example: 'Zum Beispiel',
    myRequests: 'Meine Anfragen',
    myQueues: 'Offen in meinen Warteschlangen',
    mine: 'Von mir übernommen',
    requests: 'Anfragen',
    requestCommands: [
      '**new request**, oder sagen Sie, was Sie für wen brauchen: eine Anfrage beginnen',
      '**my requests**: alle Ihre Anfragen mit ihrem Status; **my requests closed**: nur die geschlossenen',
      '**status PD-0042**: eine Anfrage',
      '**withdraw PD-0042**: zurückziehen',
      '**edit PD-0042**, **note PD-0042 …**: ändern oder ergänzen',
      '**nudge PD-0042**: nachfragen, wie es steht; einmal am Tag, wo die Organisation es erlaubt',
    ],
    queue: 'Für Mitglieder einer Warteschlange',
    queueCommands: [
      '**queue**, **mine**: was in Ihren Warteschlangen offen ist und was Sie übernommen haben',
      '**queue accepted**, **mine needs-info**, **queue** und ein Lösungsbereich oder eine Region: nur diese',
      '**claim PD-0042**, **release PD-0042**: übernehmen, zurückgeben',
      '**accept PD-0042**, **ask PD-0042 …**: annehmen, nachfragen',
      '**transfer PD-0042**, **decline PD-0042**, **complete PD-0042**: weitergeben, ablehnen, abschließen',
    ],
    insightsCommand: '**insights**: welche Antworten nicht halfen und worauf ich keine hatte',
    exporting:
      'Eine Warteschlange als CSV: Der Betreiber gibt **npm run requests -- export** und die Warteschlange in der Shell ein.',
  },

  intake: {
    summary: 'Unterstützung anfragen: ein kurzes Formular.',
    summarySentBack: 'Die Anfrage wurde noch nicht gesendet: Im Formular ist etwas zu korrigieren.',
    title: 'Unterstützung anfragen',
    what: (takers) =>
      `Ich gebe Ihre Anfrage an die richtige Stelle weiter (${takers}) und sage Ihnen, wer sie übernimmt.`,
    sentBack: (fields) =>
      `Noch nicht gesendet. Bitte prüfen Sie ${plural(fields, { one: 'ein Feld', other: `${fields} Felder` })}.`,
    service: 'Was brauchen Sie?',
    serviceHint: 'Leistung auswählen',
    serviceRequired: 'Wählen Sie eine Leistung aus.',
    customer: 'Kunde (leer nur für Vorhaben im eigenen Haus)',
    customerNeeded: (service) => `${service} gibt es nur für ein Kundenvorhaben: Nennen Sie den Kunden.`,
    confidential: 'Vertraulich',
    confidentialTitle: 'Den Namen des Kunden nur der zuständigen Person zeigen',
    details: 'Was sollte die zuständige Person wissen?',
    detailsHint: 'Ziel, Ausgangslage, Beteiligte',
    optional: 'Bereich, Termin und Empfänger (optional)',
    solutionArea: 'Lösungsbereich',
    solutionAreaHint: 'Auswählen, falls bekannt',
    wantedBy: 'Wunschtermin',
    wantedByRange: 'Wählen Sie heute oder einen späteren Tag aus, oder lassen Sie das Feld leer.',
    role: 'Wer soll die Anfrage erhalten?',
    anyRole: 'Wer am besten passt',
    myRole: (role) => `Mein ${role}`,
    person: 'Der Name, falls bekannt',
    notStored:
      'Bis Sie senden, wird nichts gespeichert. Schreiben Sie hier nie Einzelheiten zu einer Sicherheitslücke.',
    send: 'Anfrage senden',
    cancel: 'Abbrechen',
    cancelled: 'Das Formular ist geschlossen. Es wurde nichts gesendet oder gespeichert.',
  },

  news: {
    summary: (number, what) => `${number}: ${what}.`,
    typed: (number) => `Oder schreiben Sie: answer ${number} und Ihre Antwort.`,
  },

  notCovered: {
    summary: (answer) => `Dazu weiß ich nichts: ${answer}`,
    title: 'Dazu weiß ich nichts',
    nextStep: 'Nächster Schritt',
    nearest: 'Das Nächstliegende, das ich weiß',
    known: 'Was ich weiß',
    noAnswer: 'Darauf habe ich keine Antwort.',
  },

  person: {
    none: (takers) => `Für Ihr Unternehmen ist niemand eingetragen (${takers})`,
    contacts: 'Ihre Ansprechpersonen',
    others: 'Zuständig für Sie ist aber:',
    noneTodo: (queue) =>
      `Ich kann Sie nicht direkt verbinden, aber jede Anfrage wird von Menschen gelesen: Stellen Sie eine, und die Warteschlange „${queue}“ nimmt sie auf.`,
    away: (until, standIn) =>
      `Abwesend ${until === null ? 'bis auf Weiteres' : `bis ${day(until)}`}${standIn === null ? '' : `; Vertretung: ${standIn}`}`,
    chat: 'Chat öffnen',
    fromDirectory: 'Aus dem Verzeichnis Ihrer Organisation.',
    request: 'Unterstützung anfragen',
  },

  whyTold: {
    partner: (number) => `Ihre Anfrage ${number}`,
    staff: (number) => `${number}, bei Ihnen in Arbeit`,
    queue: (number, queue) => `${number} für ${queue}`,
  },

  deliveryCheck: {
    isDecided: (number) => `${number}: um die Karte hat sich jemand gekümmert`,
    summary: (number) => `${number}: Ist die Karte da? Teams hat sie nicht bestätigt.`,
    question: (number) => `${number}: Ist die Karte da?`,
    todo: 'Teams hat nicht bestätigt, dass sie angekommen ist. Bitte sehen Sie weiter oben nach und sagen Sie mir:',
    typed: (number) => `Oder schreiben Sie: it is there ${number}, oder: post again ${number}`,
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
      what: 'Ich erreiche meinen Speicher gerade nicht.',
      todo: 'Senden Sie es in einigen Minuten noch einmal: Nichts geschieht doppelt. Fragen beantworte ich weiterhin.',
    },
    'bad-parameter': {
      what: 'Etwas davon konnte nicht gespeichert werden.',
      todo: 'Versuchen Sie es noch einmal mit einfachem Text.',
    },
    'bad-input': {
      what: 'Mit dieser Eingabe kann ich nichts anfangen.',
      todo: 'Korrigieren Sie sie, und senden Sie noch einmal; es wurde nichts geändert.',
    },
    'not-found': {
      what: 'Das finde ich nicht.',
      todo: 'Prüfen Sie die Nummer, oder schreiben Sie **my requests**.',
    },
    'not-allowed': {
      what: 'Dazu sind Sie nicht berechtigt.',
      todo: 'Mitglieder der Warteschlange bearbeiten deren Anfragen, Partner ihre eigenen. Bitten Sie eine dieser Personen.',
    },
    'understanding-unavailable': {
      what: 'Ich kann gerade keine Antworten suchen.',
      todo: 'Versuchen Sie es in einer Minute noch einmal, oder schreiben Sie **help**: Dort steht, was sonst geht.',
    },
    internal: {
      what: 'Bei mir ist etwas schiefgegangen.',
      todo: 'Versuchen Sie es noch einmal. Bleibt es dabei, informieren Sie den Betreiber dieser App.',
    },
  },

  queueRegistered: {
    summary: (queue) => `${queue}: Dieser Kanal ist jetzt ihr Kanal.`,
    band: '✓ Warteschlange registriert',
    what: 'Ihre Anfragekarten erscheinen ab jetzt in diesem Kanal.',
    untold: 'Teams hat den Namen nicht genannt',
    fitsNoOther: 'Was in keine andere Warteschlange passt',
    requestsOf: (role) => `Anfragen an ${role}`,
    missing: (names) => `⚠ Nicht in diesem Kanal: ${names}`,
    andMore: (names, more) => `${names} und ${more} weitere`,
    members: (count) => `Mitglieder (${count})`,
    note: 'Nur ihre Mitglieder können Anfragen bearbeiten. Falscher Kanal? Registrieren Sie die Warteschlange noch einmal im richtigen.',
    notAChannel: (queue) =>
      `Schreiben Sie „register queue ${queue}“ mit einer @Erwähnung von mir in dem Kanal, der die Karten zeigen soll.`,
    notAllowed:
      'Eine Warteschlange wird von ihrer Leitung oder einem Betreiber registriert. Es wurde nichts geändert.',
    notFound: (known) =>
      `Eine Warteschlange mit diesem Namen gibt es nicht. Registrieren können Sie: ${known.join(', ')}.`,
  },

  need: {
    summary: (band, answer) => `${band}: ${answer}`,
    in: 'Gehört dazu',
    out: 'Gehört nicht dazu',
    depends: 'Kommt darauf an',
    request: 'Anfragen',
    requestAnyway: 'Trotzdem anfragen',
  },

  refusal: {
    summary: (explanation) => `Nicht angefragt: ${explanation}`,
    refused: '✕ Das gehört an eine andere Stelle',
    elsewhere: '→ Das wird an anderer Stelle angefragt',
    toPaste: 'Zum Einfügen dort',
    known: (name, value) => `${name}: ${value}`,
    service: 'Leistung',
    customer: 'Kunde',
    solutionArea: 'Lösungsbereich',
    wantedBy: 'Wunschtermin',
    nothingSent: 'Es wurde nichts gesendet oder gespeichert.',
    anyway: 'Trotzdem anfragen',
  },

  request: {
    youAreAsked: 'Frage an Sie',
    askedOfPartner: 'Frage an den Partner',
    confidential: 'Vertraulich: sieht nur die zuständige Person',
  },

  requestList: {
    summary: (heading, numbers) => `${heading}: ${numbers.length === 0 ? 'keine' : numbers.join(', ')}`,
    title: 'Anfragen',
    yours: 'Ihre Anfragen',
    owned: 'Von Ihnen übernommen',
    nothingOfYours: (takers) =>
      `Hier ist nichts. Ich kenne nur, was über mich gesendet wurde; zu allem anderen fragen Sie Ihre Ansprechperson (${takers}).`,
    nothing: 'Hier ist nichts.',
    older: 'Ältere',
    newest: 'Neueste',
    otherStates: 'Anderer Status',
    buttons: {
      open: 'Offen',
      'needs-info-to-partner': 'Wartet auf mich',
      closed: 'Geschlossen',
      all: 'Alle',
      submitted: 'Frei',
      'needs-info': 'Rückfrage',
      accepted: 'Angenommen',
    },
    typedByPartner: 'Oder schreiben Sie zum Beispiel: my requests closed',
    typedByStaff: 'Oder schreiben Sie zum Beispiel: queue accepted, mine needs-info, queue security',
    noQueue: 'Sie gehören zu keiner Warteschlange. Für Ihre eigenen Anfragen schreiben Sie: my requests',
    nothingThatIs: (filter, queues) => `Nichts mit „${filter}“ in ${queues.join(', ')}.`,
    filterGone: 'Den Filter dieser Liste gibt es nicht mehr. Schreiben Sie ihn neu.',
    which: (verb) => `Welche Anfrage? Schreiben Sie die Nummer dazu, zum Beispiel: ${verb} PD-0042`,
    notYours: 'Diese Liste dürfen Sie nicht sehen.',
    unknownFilter:
      'Diesen Filter kenne ich nicht. Eine Liste lässt sich auf einen Status, einen Lösungsbereich, eine Region oder eine Warteschlange einschränken, zum Beispiel: queue accepted, mine needs-info.',
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
      'Ich bin für eine Organisation und die Partner in ihrem Verzeichnis da, und Ihre Organisation gehört nicht dazu: Ich kann Ihnen hier nicht helfen. Falls sie dazugehören sollte, bitten Sie Ihre Ansprechperson dort, sie aufzunehmen. Von dem, was Sie geschrieben haben, wurde nichts gespeichert.',
    tooFast: {
      person:
        'Das war viel auf einmal, und das Letzte habe ich ausgelassen: Davon wurde nichts ausgeführt. Bitte warten Sie eine Minute und senden Sie es noch einmal.',
      tenant:
        'Gerade schreiben mir viele aus Ihrer Organisation, und Ihre Nachricht habe ich ausgelassen: Davon wurde nichts ausgeführt. Bitte senden Sie sie in einer Minute noch einmal.',
    },
  },

  unclear: {
    summary: 'Das habe ich nicht verstanden. Sagen Sie es mit anderen Worten, oder schreiben Sie help.',
    title: 'Das habe ich nicht verstanden',
    todo: 'Sagen Sie es mit anderen Worten, vielleicht mit dem Namen des Programms. Zum Beispiel:',
    help: 'Oder schreiben Sie **help** oder **talk to a human**.',
  },

  verdict: {
    summary: (verdict, answer) => `${verdict}: ${answer}`,
    in: 'Im Leistungsumfang',
    out: 'Nicht im Leistungsumfang',
    'not-stated': 'Nicht festgelegt',
  },

  welcome: {
    summary: 'Partner Desk: Fragen stellen, Leistungsumfang prüfen oder Unterstützung anfragen.',
    hello: (name) =>
      name === null ? 'Guten Tag, was brauchen Sie?' : `Guten Tag, ${name}, was brauchen Sie?`,
    what: (takers) =>
      `Fragen Sie mit Ihren eigenen Worten. Ich antworte aus geprüften Quellen (auf Englisch), sage Ihnen, wohin etwas gehört, und gebe Anfragen an die richtige Stelle weiter: ${takers}.`,
    tryOne: 'Probieren Sie zum Beispiel',
    help: 'Schreiben Sie jederzeit **help**.',
  },

  did: {
    claim: (number) => `Sie haben ${number} übernommen.`,
    release: (number) => `Sie haben ${number} an die Warteschlange zurückgegeben.`,
    accept: (number, acceptedFor) =>
      `Sie haben ${number} ${acceptedFor === null ? 'für den genannten Tag' : `für den ${day(acceptedFor)}`} angenommen.`,
    ask: (number) => `Ihre Frage zu ${number} ist unterwegs.`,
    answer: (number) => `Ihre Antwort zu ${number} ist unterwegs.`,
    note: (number) => `Ihre Notiz steht jetzt bei ${number}.`,
    edit: (number) => `${number} ist geändert.`,
    decline: (number) => `Sie haben ${number} abgelehnt.`,
    complete: (number) => `Sie haben ${number} abgeschlossen.`,
    transferToPerson: (number, owner) =>
      owner === null
        ? `${number} hat jetzt eine andere zuständige Person.`
        : `${number} liegt jetzt bei ${owner}.`,
    transferToQueue: (number, queue) => `${number} liegt jetzt in ${queue}.`,
    withdraw: (number) => `Sie haben ${number} zurückgezogen.`,
    reopen: (number, queue) => `${number} ist wieder offen, in ${queue}.`,
  },

  outcomes: {
    youAlreadyClaimed: (number) => `Sie haben ${number} bereits übernommen.`,
    alreadyClaimed: (who, number) => `${who} hat ${number} bereits übernommen.`,
    notPossible: (number, state, last) =>
      `Das geht jetzt nicht: ${number} hat den Status „${state}“${last === null ? '' : ` (${last})`}. Es wurde nichts geändert.`,
    notFound:
      'Unter den Anfragen, die Sie sehen dürfen, gibt es diese nicht. Prüfen Sie die Nummer, oder schreiben Sie: my requests',
    notAllowed:
      'Dazu sind Sie nicht berechtigt: Mitglieder einer Warteschlange bearbeiten deren Anfragen, Partner ihre eigenen. Es wurde nichts geändert.',
    invalid: (sentences) => `${sentences.join(' ')} Es wurde nichts geändert.`,
    sayHello: 'Begrüßen Sie mich im 1:1-Chat: Dort zeige ich Ihnen die ganze Anfrage.',
    told: (names) => `Informiert: ${list(names)}.`,
    notReachable: (names) =>
      `Noch nicht erreichbar: ${list(names)}. Das wird nachgeholt, sobald es möglich ist.`,
    oldButton:
      'Diese Schaltfläche gehört zu einer älteren Karte oder ist keine von mir. Es wurde nichts geändert. Schreiben Sie „help“, um zu sehen, was geht.',
    thanks: 'Gern geschehen. Fragen Sie jederzeit wieder.',
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
      remark: 'Der Satz dazu',
      serviceId: 'Die Leistung',
      solutionAreaId: 'Der Lösungsbereich',
      summary: 'Der Satz an den Partner',
      targetId: 'Die Person oder Warteschlange',
      text: 'Der Text',
      to: 'Die Person oder Warteschlange',
      wantedBy: 'Der Wunschtermin',
      other: 'Die Eingabe',
    },
    kinds: {
      missing: 'fehlt',
      empty: 'ist leer',
      unknown: 'ist nicht bekannt',
      unusable: 'ist nicht verwendbar',
      'not-a-date': 'ist kein Datum',
      'not-a-request-number': 'ist keine Nummer einer Anfrage',
      'neither-on-nor-off': 'ist weder ein noch aus',
      'too-many': 'enthält zu viel',
      passed: 'liegt in der Vergangenheit',
      'needed-for-opportunity': 'fehlt: Es geht um ein Kundenvorhaben',
      'needed-with-reason': 'ist bei diesem Grund erforderlich',
      'nobody-known': 'steht unter diesem Namen nicht im Verzeichnis',
      'no-queue': 'ist keine Warteschlange des Verzeichnisses',
      'no-reason': 'ist keiner der vorgesehenen Gründe',
      'has-it-already': 'hat diese Anfrage bereits',
      unchanged: 'ist wie zuvor',
      'closed-too-long-ago':
        'gehört zu einer Anfrage, die vor mehr als 14 Tagen geschlossen wurde: Bitte senden Sie eine neue',
    },
    longerThan: (most) => `ist länger als ${most} Zeichen`,
    notFromZeroTo: (most) => `ist keine Zahl von 0 bis ${most}`,
  },

  desk: {
    rerouted: (number, queue) =>
      `${number} konnte nicht an ${queue} zugestellt werden und liegt jetzt in der Auffangwarteschlange. Sie brauchen nichts zu tun.`,
    unreachable: (number) =>
      `${number} ist gespeichert, aber im Moment ist keine Warteschlange erreichbar. Die Anfrage wird zugestellt, sobald es möglich ist. Wenn es nicht warten kann, schreiben Sie mir: talk to a human.`,
    unsure: (number, queue) =>
      `${number} ist gespeichert. Teams hat nicht bestätigt, dass die Karte bei ${queue} angekommen ist; die Warteschlange wurde gebeten nachzusehen.`,
    settled: (number, queue) => `${queue} hat nachgesehen: Die Karte zu ${number} ist angekommen.`,
  },

  steps: {
    remind: 'Die Warteschlange wurde erinnert',
    backup: (name) =>
      name === null ? 'Eine Vertretung wurde gefragt' : `${name} wurde als Vertretung gefragt`,
    lead: (name) =>
      name === null
        ? 'Die Leitung der Warteschlange wurde gefragt'
        : `${name} wurde als Leitung der Warteschlange gefragt`,
    giveUp: 'Der Partner wurde informiert, dass noch niemand die Anfrage übernommen hat',
    giveUpToPartner: 'Sie wurden informiert, dass noch niemand die Anfrage übernommen hat',
    owner: (name) => (name === null ? 'Die zuständige Person wurde erinnert' : `${name} wurde erinnert`),
    nudge: (name) => `${name} hat nachgefragt`,
    nudgeOfPartner: 'Sie haben nachgefragt',
  },

  waiting: {
    bands: { nobody: 'Noch nicht übernommen', asked: 'Wartet noch' },
    said: {
      remind: (queue) =>
        `In ${queue} hat noch niemand die Anfrage übernommen. Die Warteschlange wurde erinnert.`,
      backup: (queue, name) =>
        name === null
          ? `In ${queue} hat noch niemand die Anfrage übernommen. Als Nächstes wurde eine Vertretung gefragt.`
          : `In ${queue} hat noch niemand die Anfrage übernommen. Als Nächstes wurde ${name} als Vertretung gefragt.`,
      lead: (queue) =>
        `In ${queue} hat noch niemand die Anfrage übernommen. Als Nächstes wurde die Leitung der Warteschlange gefragt.`,
      giveUp: (queue) => `In ${queue} hat noch niemand die Anfrage übernommen.`,
      owner: (name) =>
        `${name} hat die Anfrage übernommen, aber noch keinen Schritt getan, und wurde erinnert.`,
      ownerLead: (name) =>
        `${name} hat die Anfrage übernommen, aber noch keinen Schritt getan. Die Leitung der Warteschlange wurde um Hilfe gebeten.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    whatToDo: (nudges) =>
      nudges
        ? 'Ihre Anfrage bleibt dort. Sie können einmal am Tag nachfragen, einen anderen Weg gehen oder sie zurückziehen.'
        : 'Ihre Anfrage bleibt dort. Sie können einen anderen Weg gehen oder sie zurückziehen.',
    nudge: 'Erinnern',
    anotherWay: 'Anderer Weg',
    withdraw: 'Zurückziehen',
    askFirst: (number) => `${number} zurückziehen? Wer sie hat, erfährt es.`,
    yes: 'Ja, zurückziehen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Noch hat niemand die Anfrage übernommen.',
      giveUp: 'Noch hat niemand die Anfrage übernommen; der Partner wurde informiert.',
      backup: 'Noch hat niemand die Anfrage übernommen: Sie werden als Vertretung gefragt.',
      backupInChannel: (name) =>
        `Noch hat niemand die Anfrage übernommen: ${name} wird als Vertretung gefragt.`,
      lead: 'Noch hat niemand die Anfrage übernommen: Sie werden als Leitung der Warteschlange gefragt.',
      leadInChannel: (name) =>
        `Noch hat niemand die Anfrage übernommen: ${name} wird als Leitung der Warteschlange gefragt.`,
      owner: 'Der Partner wartet auf Ihren nächsten Schritt.',
      ownerInChannel: (name) => `Der Partner wartet auf den nächsten Schritt von ${name}.`,
      ownerLead: (owner) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}: Sie werden als Leitung der Warteschlange gefragt.`,
      ownerLeadInChannel: (owner, name) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}: ${name} wird als Leitung der Warteschlange gefragt.`,
      nudge: (requester) => `${requester} fragt, wie es steht.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    claim: 'Übernehmen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  digest: {
    title: 'Heute in der Warteschlange',
    summary: {
      waiting: (count) => `${count} nicht übernommen`,
      quiet: (count) => `${count} ohne Schritt`,
      due: (count) => `${count} heute oder früher fällig`,
    },
    waiting: (count) => `Nicht übernommen (${count})`,
    quiet: (count) => `Übernommen, lange kein Schritt (${count})`,
    due: (count) => `Für heute oder früher zugesagt (${count})`,
    since: (moment) => `seit ${moment}`,
    more: (count) => `und ${count} weitere`,
    list: 'Warteschlange anzeigen',
    orType: (command) => `Oder schreiben Sie: ${command}`,
  },

  nudge: {
    done: (number) => `Sie haben zu ${number} nachgefragt.`,
    told: (name) => `Benachrichtigt: ${name}.`,
    unreachable: (name) => `${name} ist noch nicht erreichbar und erfährt es so bald wie möglich.`,
    tooEarly: (number) =>
      `Sie haben heute schon zu ${number} nachgefragt, und das ist dort bekannt. Einmal am Tag genügt.`,
    again: (moment) => `Wieder möglich ab ${moment}`,
    waitsForYou: (number) => `${number} wartet auf Ihre Antwort. Weiter geht es mit: answer ${number}`,
    closed: (number) => `${number} ist geschlossen, daher gibt es niemanden mehr, den Sie erinnern könnten.`,
    turnedOff: (number) =>
      `${number} ist in einer Warteschlange, die keine Nachfragen annimmt. Sie können stattdessen eine Notiz hinzufügen: note ${number}`,
    notYours: 'Nur der Partner, der eine Anfrage geschickt hat, kann nachfragen.',
  },

  doubts: {
    postedAgain: (number) =>
      `Die Karte zu ${number} wird erneut gepostet. Falls beide erscheinen, funktionieren beide.`,
    isThere: (number) =>
      `Danke: Die Karte zu ${number} gilt als angekommen. Sie folgt Änderungen, sobald jemand eine Schaltfläche darauf wählt.`,
    none: (number) => `Zu ${number} ist nichts zu entscheiden: Die Karte steht nicht in Frage.`,
  },

  lookup: {
    title: 'Partner Desk',
    is: (programme, item) => `${programme} ist: ${item}`,
    isNot: (programme, item) => `${programme} ist nicht: ${item}`,
    nothing: 'Dazu finde ich nichts. Versuchen Sie andere Wörter oder fragen Sie mich im 1:1-Chat.',
    gone: 'Diese Antwort gibt es nicht mehr. Fragen Sie erneut, dann erhalten Sie die aktuelle.',
    noAnswer: 'Zu dieser Nachricht habe ich keine Antwort',
    askOtherwise: 'Fragen Sie mich im 1:1-Chat in eigenen Worten, oder suchen Sie nach einem Stichwort.',
    questionGone: 'Die Frage wurde gelöscht.',
    unknownCommand: 'Diesen Befehl kenne ich nicht (mehr).',
    done: 'Erledigt.',
    sorry:
      'Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal oder fragen Sie mich im 1:1-Chat.',
    post: 'Antwort posten',
    openForm: 'Formular öffnen',
    openGuide: 'Meinen Fall klären',
    link: 'Link zur Antwort',
  },

  requestReference: {
    summary: (number, service, state) => `${number}, ${service}: ${state}`,
    asOf: (number) =>
      `Stand beim Posten. Wenn Sie sie sehen dürfen, schreiben Sie Partner Desk im 1:1-Chat **status ${number}**.`,
  },
};
