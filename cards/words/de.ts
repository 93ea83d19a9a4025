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
};
