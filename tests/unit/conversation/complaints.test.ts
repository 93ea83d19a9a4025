/** Complaints as people write them, and messages that only sound like one. */
import { describe, expect, it } from '@jest/globals';
import { parseCommand } from '../../../src/conversation/typed/commands';

describe('who wants a manager', () => {
  it.each([
    'I want a manager',
    'let me speak to your manager',
    'Can I talk to a supervisor please?',
    'I’d like to speak with someone’s boss',
    'escalate this',
    'please escalate PD-0042',
    'I want to escalate my request PD-0042!',
    'it takes far too long, I want a manager',
    'this has to be escalated',
    'I want to speak to a manager about PD-0042',
    'Get me your supervisor now',
    'manager please',
    'Ich möchte mit Ihrem Vorgesetzten sprechen',
    'Ich will Ihren Chef sprechen',
    'Bitte eskalieren Sie das',
    'eskalieren PD-0042',
    'PD-0042 eskalieren',
    'Bitte PD-0042 eskalieren!',
    'PD-0042 eskalieren: Niemand meldet sich',
    'Holen Sie mir bitte Ihre Chefin',
    'Lassen Sie mich mit der Teamleitung sprechen',
  ])('is heard: %s', (text) => {
    const number = text.includes('PD-0042') ? 'PD-0042' : null;
    expect(parseCommand(text)).toEqual({ kind: 'manager', number, said: text.replace(/[!.?]+$/, '') });
  });

  it.each([
    'who is your manager?',
    'I need an account manager for our customer',
    'the customer’s IT manager wants a briefing',
    'Who can train our project managers?',
    'How do I escalate a support ticket?',
    'can my manager see what I’ve asked you',
    'I am the delivery manager',
    'We met the customer, his manager',
    'What is Endpoint Manager?',
    'team lead',
    'I like the boss',
    'I have a manager',
    'Contoso needs help. We have a manager',
    'we need managers',
    'I need a chef',
  ])('is not: %s', (text) => {
    expect(parseCommand(text)?.kind).not.toBe('manager');
  });
});

describe('who finds it too slow', () => {
  it.each([
    ['this takes far too long', null, true],
    ['PD-0042 is taking far too long', 'PD-0042', true],
    ['I have been waiting for days', null, true],
    ['Das dauert viel zu lange', null, true],
    ['Ich warte schon seit Wochen', null, true],
    ['nobody answers about my request, unacceptable', null, true],
    ['PD-0042: still no reply!', 'PD-0042', true],
    ['Die Anfrage PD-0042: immer noch keine Antwort', 'PD-0042', true],
    ['the support ticket of my customer is taking far too long', null, false],
    ['It takes ages until TPD answers a ticket', null, false],
  ])('is heard: %s', (text, number, isAboutRequest) => {
    expect(parseCommand(text)).toEqual({
      kind: 'too-slow',
      number,
      isAboutRequest,
      said: text.replace(/[!.?]+$/, ''),
    });
  });

  it.each([
    'this answer is ridiculous',
    'How long does a review take?',
    'it is disappointing',
    'we have been partners for weeks',
    'I have been thinking about this for weeks',
    'this request is taking too long to write up, can you help me word it',
  ])('is not: %s', (text) => {
    expect(parseCommand(text)?.kind).not.toBe('too-slow');
  });
});
