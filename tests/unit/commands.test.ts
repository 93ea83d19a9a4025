import { describe, expect, it } from '@jest/globals';
import { parseCommand } from '../../src/conversation/commands';

describe('text commands', () => {
  it.each([
    ['claim PD-0042', { kind: 'request', verb: 'claim', number: 'PD-0042', rest: '' }],
    ['Claim pd42', { kind: 'request', verb: 'claim', number: 'PD-0042', rest: '' }],
    ['status of PD-0042', null],
    ['status PD-7', { kind: 'request', verb: 'show', number: 'PD-0007', rest: '' }],
    ['PD-12345', { kind: 'request', verb: 'show', number: 'PD-12345', rest: '' }],
    [
      'ask PD-0001: which region?',
      { kind: 'request', verb: 'ask', number: 'PD-0001', rest: 'which region?' },
    ],
    ['note PD-0001 two\nlines', { kind: 'request', verb: 'note', number: 'PD-0001', rest: 'two\nlines' }],
    ['My requests', { kind: 'list', list: 'requested', words: '' }],
    ['my requests: closed', { kind: 'list', list: 'requested', words: 'closed' }],
    ['mine needs-info', { kind: 'list', list: 'owned', words: 'needs-info' }],
    ['my queue', { kind: 'list', list: 'owned', words: '' }],
    ['the queue', { kind: 'list', list: 'queue', words: '' }],
    ['queue accepted EMEA?', { kind: 'list', list: 'queue', words: 'accepted EMEA' }],
    ["What is and isn't the Architecture Desk?", { kind: 'scope', of: 'the Architecture Desk' }],
    ['is / isn’t', { kind: 'scope', of: null }],
    ['FAQ', { kind: 'faq', of: null }],
    ['faq tpd', { kind: 'faq', of: 'tpd' }],
    ['register queue pdm-emea', { kind: 'register-queue', queue: 'pdm-emea' }],
  ])('%s', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it.each([
    'can I claim hours under ASfP?',
    'how do I withdraw from TPD',
    'what is a queue',
    'note that we have no customer',
    'register a deal',
    '',
  ])('leaves a question alone: %s', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});
