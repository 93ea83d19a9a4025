import { describe, expect, it } from '@jest/globals';
import { asksForConfidence } from '../../../src/answering/intake/find-confidentiality';
import { readWantedBy } from '../../../src/answering/intake/find-date';
import { findHours } from '../../../src/answering/intake/find-hours';
import { dropRefused } from '../../../src/answering/intake/drop-refused';
import { findOwnWords } from '../../../src/answering/intake/own-words';

/** This is a Monday. */
const NOW_MS = Date.UTC(2026, 10, 30, 15);

describe('the day by which something is wanted', () => {
  it.each([
    ['w/c 12 January', '2027-01-15'],
    ['the week of 7 December', '2026-12-11'],
    ['KW 11', '2027-03-19'],
    ['in KW 3', '2027-01-22'],
    ['by Friday', '2026-12-04'],
    ['second week of December', '2026-12-11'],
    ['mid January', '2027-01-15'],
    ['by the 10th', '2026-12-10'],
    ['before Christmas', '2026-12-24'],
    ['15.01.2027', '2027-01-15'],
    ['by 15.1.27', '2027-01-15'],
    ['bis 15. Januar 2027', '2027-01-15'],
    ['bis nächste Woche', '2026-12-11'],
    ['bis Ende Januar', '2027-01-31'],
    ['bis Freitag', '2026-12-04'],
    ['avant le 15 janvier', '2027-01-15'],
    ['vendredi prochain', '2026-12-04'],
    ['fin janvier', '2027-01-31'],
    ['antes del 15 de enero', '2027-01-15'],
    ['a finales de enero', '2027-01-31'],
    ['entro il 15 gennaio', '2027-01-15'],
    ['até 15 de janeiro', '2027-01-15'],
    ['voor 15 januari', '2027-01-15'],
    ['volgende week', '2026-12-11'],
    ['1月15日まで', '2027-01-15'],
    ['来週金曜日まで', '2026-12-11'],
    ['2027年1月15日', '2027-01-15'],
    ['in 6 weeks', '2027-01-11'],
    ['the tender is out since 2 November, we need it by 10 December', '2026-12-10'],
  ])('is read from %j', (text, day) => {
    expect(readWantedBy(text, NOW_MS)).toMatchObject({ day, doubt: null });
  });

  it.each([
    ['by 3/4', 'ambiguous'],
    ['by 03/04/2027', 'ambiguous'],
    ['by 1 June 2026', 'past'],
    ['due 2026-11-01', 'past'],
  ])('is asked for where %j says too little', (text, why) => {
    const { day, doubt } = readWantedBy(text, NOW_MS);
    expect({ day, why: doubt?.why }).toEqual({ day: null, why });
  });

  it.each([
    '24/7 support',
    'version 10.0.19045',
    'May we use the desk?',
    'in 2 hours',
    'a third of it',
    'E3 and E5',
  ])('is not made up from %j', (text) => {
    expect(readWantedBy(text, NOW_MS)).toMatchObject({ day: null, doubt: null });
  });
});

describe('the hours that something takes', () => {
  it.each([
    ['15 hrs at most', 15],
    ['six hours tops', 6],
    ['a 10h session', 10],
    ['2-3 hours', 3],
    ['4 hours a week for 3 months', 48],
    ['3 months, 4 hours by week', 48],
    ['two hours per day for two weeks', 20],
    ['20 Stunden', 20],
    ['1.5 hours', 1.5],
    ['24x7', null],
    ['a few hours', null],
  ])('are read from %j', (text, hours) => {
    expect(findHours(text)).toBe(hours);
  });
});

describe('the wish to keep the name confidential', () => {
  it.each([
    'Keep the name confidential',
    "please don't mention the customer's name",
    'the client must stay anonymous',
    'under NDA, so no name in the channel',
    'Bitte den Kundennamen vertraulich behandeln',
    'Bitte den Kunden nicht nennen',
    'le nom doit rester confidentiel',
    'ne mentionnez pas le client',
    'mantener el nombre confidencial',
    'il nome deve restare riservato',
    'o nome do cliente é confidencial',
    'de naam van de klant is vertrouwelijk',
    '顧客名は伏せてください',
    'この案件は機密です',
  ])('is heard in %j', (text) => {
    expect(asksForConfidence(text)).toBe(true);
  });

  it.each([
    'a POC on confidential computing',
    'they label confidential documents with Purview',
    'the name is not confidential',
    'nicht vertraulich',
    'secret rotation with Key Vault',
    'a design session for Kestrel',
  ])('is not heard in %j', (text) => {
    expect(asksForConfidence(text)).toBe(false);
  });
});

describe('a day without its last dot', () => {
  it.each([
    ['workshop 24.12 for Kestrel', '2026-12-24'],
    ['a POC by 3.4 please', '2027-04-03'],
    ['it takes 15.5 hours', null],
    ['we run version 2.10 of it', null],
    ['they moved years ago and now want an ADS', null],
  ])('is read in %j', (text, day) => {
    expect(readWantedBy(text, Date.UTC(2026, 10, 30)).day).toBe(day);
  });
});

describe('what a request refuses', () => {
  it.each([
    ['TPD please, 15 hours at most, no training needed', 'training'],
    ['we do NOT need a POC, a briefing will do', 'POC'],
    ["it's not a break-fix thing, we want a design session", 'break-fix'],
    ['a briefing instead of a POC', 'POC'],
    ['a design session, no implementation', 'implementation'],
    ['make it a POC, the rest stays', 'rest'],
  ])('is left out: %j', (text, refused) => {
    expect(dropRefused(text)).not.toContain(refused);
  });

  it.each(["Exchange isn't syncing and mail is stuck", 'we have no customer', 'we cannot fix it ourselves'])(
    'is nothing of what went wrong: %j',
    (text) => {
      expect(dropRefused(text)).toBe(text);
    },
  );
});

describe('the words of the writer', () => {
  it.each([
    ['Book an ADS for Kestrel.\n\nBest regards,\nMaya Lind\nNorthbank GmbH', 'Book an ADS for Kestrel.'],
    ['Book an ADS.\n\n-----Original Message-----\nFrom: Bob\nOur mail is down', 'Book an ADS.'],
    ['Book an ADS.\n\nFrom: Bob\nSent: Monday\nSubject: outage\nmail is down', 'Book an ADS.'],
    [
      'Book an ADS.\n\nAm 3. Nov. 2026 um 10:00 schrieb Bob <bob@kestrel.example>:\n> mail is down',
      'Book an ADS.',
    ],
    ['> mail is down\nBook an ADS.', 'Book an ADS.'],
    ['Book an ADS for Kestrel. Thanks, Maya', 'Book an ADS for Kestrel.'],
    ['<div>Book an ADS.</div><blockquote>mail is down</blockquote>', '<div>Book an ADS.'],
  ])('end where another begins: %j', (raw, own) => {
    expect(findOwnWords(raw)).toBe(own);
  });

  it.each([
    ['only forwards it', '', 'AKS design.\nBook an ADS for Kestrel.'],
    ['points at it', 'Please see below.', 'Please see below.\n\nAKS design.\nBook an ADS for Kestrel.'],
    ['asks for that', 'Can you book this?', 'Can you book this?\n\nAKS design.\nBook an ADS for Kestrel.'],
  ])('include a mail below, without headers and signature, if the writer %s', (_, above, own) => {
    const mail =
      'From: Bob\nSent: Monday\nSubject: FW: AKS design\nBook an ADS for Kestrel.\n\nBest regards\nBob\nNorthbank GmbH';
    expect(findOwnWords(`${above}\n\n${mail}`)).toBe(own);
  });

  it('include quoted lines that the writer points at, without the name of their writer', () => {
    const raw = 'fyi, see below\n> we at Kestrel need an ADS\n> Bob Lind, Northbank GmbH';
    expect(findOwnWords(raw)).toBe('fyi, see below\n\nour customer Kestrel need an ADS');
  });
});
