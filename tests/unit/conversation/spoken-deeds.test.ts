import { expect, it } from '@jest/globals';
import { parseCommand } from '../../../src/conversation/typed/commands';

it.each([
  ['please reopen PD-0001 because the customer came back', 'reopen', 'because the customer came back'],
  ['Can you please withdraw PD-0001?', 'withdraw', ''],
  ['zieh PD-0001 bitte zurück', 'withdraw', ''],
  ['please forward request PD-0001 to Tom, he knows Fabrikam', 'transfer', 'to Tom, he knows Fabrikam'],
  ['übergib PD-0001 bitte an Tom', 'transfer', 'an Tom'],
  ['could you close PD-0001, the workshop took 3 hours', 'complete', 'the workshop took 3 hours'],
  ['the customer cancelled, withdraw PD-0001', 'withdraw', 'the customer cancelled'],
  ['The customer came back. Please reopen PD-0001', 'reopen', 'The customer came back'],
  ['could we do PD-0001 on 17 December instead?', 'reschedule', '17 December'],
  ['propose 17 December 2026 for PD-0001', 'reschedule', '17 December 2026'],
])('does what %j asks for about the request that it names', (typed, verb, rest) => {
  expect(parseCommand(typed)).toMatchObject({ kind: 'request', verb, number: 'PD-0001', rest });
});

it('takes a courtesy after a wish for the history', () => {
  expect(parseCommand('history of PD-0001, please')).toEqual(parseCommand('history of PD-0001'));
});

it.each([
  'please reopen PD-0001 or PD-0002',
  'can Tom withdraw PD-0001?',
  'if the customer cancels, withdraw PD-0001',
  'the customer has not decided, withdraw PD-0001?',
  'why did you reopen PD-0001 and hand it to Tom?',
])('does nothing to a request on %j', (typed) => {
  const command = parseCommand(typed);
  expect(command === null ? 'none' : 'verb' in command ? command.verb : command.kind).not.toMatch(
    /^(?:reopen|withdraw|transfer)$/,
  );
});

it.each([
  ['done with PD-0001, took 3 hours', 'complete'],
  ['PD-0001 is done', 'complete'],
  ['PD-0001 ist fertig', 'complete'],
  ['we can’t do PD-0001, sorry, no capacity this month', 'decline'],
  ['We have to turn down PD-0001', 'decline'],
  ['PD-0001 müssen wir leider absagen, uns fehlen die Leute', 'withdraw'],
])('offers a step for %j', (typed, verb) => {
  expect(parseCommand(typed)).toMatchObject({ kind: 'step', verb, number: 'PD-0001' });
});

it.each(['is PD-0001 done?', 'once PD-0001 is done, call me', 'PD-0001 is not done yet'])(
  'offers no step for %j',
  (typed) => {
    expect(parseCommand(typed)?.kind).not.toBe('step');
  },
);
