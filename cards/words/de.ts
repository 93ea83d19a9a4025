import type { Words } from './en';
import { createSpeech } from './speech';

const speech = createSpeech('de-DE');

/** German, in the form of address for people one does not know; Microsoft's own terms where it has them. */
export const de: Words = {
  speech,

  notice: {
    show: (number) => `${number} anzeigen`,
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
      todo: 'Bitte informieren Sie den Betreiber dieser App. Fragen werden weiterhin beantwortet.',
    },
    'database-unavailable': {
      what: 'Ich erreiche meinen Speicher gerade nicht.',
      todo: 'Senden Sie es in einigen Minuten noch einmal: Nichts geschieht doppelt. Fragen werden weiterhin beantwortet.',
    },
    'bad-parameter': {
      what: 'Etwas davon konnte nicht gespeichert werden.',
      todo: 'Versuchen Sie es noch einmal mit einfachem Text.',
    },
    'bad-input': {
      what: 'Mit dieser Eingabe kann ich nichts anfangen.',
      todo: 'Bitte korrigieren und erneut senden; es wurde nichts geändert.',
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
      todo: 'Versuchen Sie es in einer Minute noch einmal, oder schreiben Sie **help**: Dann sehen Sie, was sonst geht.',
    },
    internal: {
      what: 'Bei mir ist etwas schiefgegangen.',
      todo: 'Versuchen Sie es noch einmal. Bleibt es dabei, informieren Sie den Betreiber dieser App.',
    },
  },

  unclear: {
    summary: 'Das habe ich nicht verstanden. Sagen Sie es mit anderen Worten, oder schreiben Sie help.',
    title: 'Das habe ich nicht verstanden',
    todo: 'Sagen Sie es mit anderen Worten, vielleicht mit dem Namen des Programms. Zum Beispiel:',
    help: 'Oder schreiben Sie **help** oder **talk to a human**.',
  },

  welcome: {
    summary: 'Partner Desk: Fragen stellen, Zuständigkeit prüfen oder Unterstützung anfragen.',
    hello: (name) =>
      name === null ? 'Guten Tag, was brauchen Sie?' : `Guten Tag, ${name}, was brauchen Sie?`,
    what: (takers) =>
      `Fragen Sie mit Ihren eigenen Worten. Ich antworte aus geprüften Quellen (auf Englisch), sage Ihnen, wohin etwas gehört, und gebe Anfragen an die richtige Stelle weiter: ${takers}.`,
    tryOne: 'Probieren Sie zum Beispiel',
    help: 'Schreiben Sie jederzeit **help**.',
  },

  steps: {
    remind: 'Die Queue wurde erinnert',
    backup: (name) =>
      name === null ? 'Eine Vertretung wurde gefragt' : `${name} wurde als Vertretung gefragt`,
    lead: (name) =>
      name === null ? 'Die Leitung der Queue wurde gefragt' : `${name} wurde als Leitung der Queue gefragt`,
    giveUp: 'Der Partner weiß, dass sie noch niemand übernommen hat',
    giveUpToPartner: 'Sie wissen, dass sie noch niemand übernommen hat',
    owner: (name) => (name === null ? 'Die zuständige Person wurde erinnert' : `${name} wurde erinnert`),
    nudge: (name) => `${name} hat nachgefragt`,
    nudgeOfPartner: 'Sie haben nachgefragt',
  },

  waiting: {
    bands: { nobody: 'Noch hat sie niemand übernommen', asked: 'Wartet noch' },
    said: {
      remind: (queue) => `Noch hat sie in ${queue} niemand übernommen. Die Queue wurde erinnert.`,
      backup: (queue, name) =>
        name === null
          ? `Noch hat sie in ${queue} niemand übernommen. Als Nächstes wurde eine Vertretung gefragt.`
          : `Noch hat sie in ${queue} niemand übernommen. Als Nächstes wurde ${name} als Vertretung gefragt.`,
      lead: (queue) =>
        `Noch hat sie in ${queue} niemand übernommen. Als Nächstes wurde die Leitung der Queue gefragt.`,
      giveUp: (queue) => `Noch hat sie in ${queue} niemand übernommen.`,
      owner: (name) => `${name} hat sie übernommen, aber noch nichts unternommen, und wurde erinnert.`,
      ownerLead: (name) =>
        `${name} hat sie übernommen, aber noch nichts unternommen. Die Leitung der Queue wurde um Hilfe gebeten.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    whatToDo: (nudges) =>
      nudges
        ? 'Ihre Anfrage bleibt dort. Sie können einmal am Tag nachfragen, einen anderen Weg gehen oder sie zurückziehen.'
        : 'Ihre Anfrage bleibt dort. Sie können einen anderen Weg gehen oder sie zurückziehen.',
    nudge: 'Nachfragen',
    anotherWay: 'Anderer Weg',
    withdraw: 'Zurückziehen',
    askFirst: (number) => `${number} zurückziehen? Wer sie hat, erfährt es.`,
    yes: 'Ja, zurückziehen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder tippen Sie: ${command}`,
  },

  reminder: {
    said: {
      remind: 'Noch hat sie niemand übernommen.',
      giveUp: 'Noch hat sie niemand übernommen, und der Partner weiß es.',
      backup: 'Noch hat sie niemand übernommen: Sie werden als Vertretung gefragt.',
      backupInChannel: (name) => `Noch hat sie niemand übernommen: ${name} wird als Vertretung gefragt.`,
      lead: 'Noch hat sie niemand übernommen: Sie werden als Leitung der Queue gefragt.',
      leadInChannel: (name) => `Noch hat sie niemand übernommen: ${name} wird als Leitung der Queue gefragt.`,
      owner: 'Der Partner wartet auf Ihren nächsten Schritt.',
      ownerInChannel: (name) => `Der Partner wartet auf den nächsten Schritt von ${name}.`,
      ownerLead: (owner) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}: Sie werden als Leitung der Queue gefragt.`,
      ownerLeadInChannel: (owner, name) =>
        `Der Partner wartet auf den nächsten Schritt von ${owner}: ${name} wird als Leitung der Queue gefragt.`,
      nudge: (requester) => `${requester} fragt, wie es steht.`,
    },
    since: (moment) => `Wartet seit ${moment}`,
    claim: 'Übernehmen',
    show: (number) => `${number} anzeigen`,
    orType: (command) => `Oder tippen Sie: ${command}`,
  },

  digest: {
    title: 'Heute in der Queue',
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
    list: 'Queue anzeigen',
    orType: (command) => `Oder tippen Sie: ${command}`,
  },

  nudge: {
    done: (number) => `Sie haben zu ${number} nachgefragt.`,
    told: (name) => `Benachrichtigt: ${name}.`,
    unreachable: (name) => `${name} ist noch nicht erreichbar und erfährt es so bald wie möglich.`,
    tooEarly: (number) =>
      `Sie haben heute schon zu ${number} nachgefragt, man weiß es dort. Einmal am Tag genügt.`,
    again: (moment) => `Wieder möglich ab ${moment}`,
    waitsForYou: (number) => `${number} wartet auf Ihre Antwort. Weiter geht es mit: answer ${number}`,
    closed: (number) => `${number} ist abgeschlossen, da ist niemand mehr zu fragen.`,
    turnedOff: (number) =>
      `${number} ist in einer Queue, die keine Nachfragen annimmt. Sie können stattdessen eine Notiz hinzufügen: note ${number}`,
    notYours: 'Nur der Partner, der eine Anfrage geschickt hat, kann nachfragen.',
  },
};
