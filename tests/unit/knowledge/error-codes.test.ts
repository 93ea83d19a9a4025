import { describe, expect, it } from '@jest/globals';
import { nameErrorCodes } from '../../../src/knowledge/search/error-codes';

describe('error codes', () => {
  it.each([
    ['enrolment fails with 0x80070774 here', 'enrolment fails with FAULT here'],
    ['error 0x80004005 again', 'FAULT again'],
    ['HTTP 503 from the gateway', 'FAULT from the gateway'],
    ['event id 4625 on the server', 'FAULT on the server'],
    ['it throws 429 every night', 'it throws FAULT every night'],
    ['we get a 403 error on it', 'we get a FAULT on it'],
    ['mail bounces with 550 5.7.1', 'mail bounces with FAULT'],
    ['AADSTS700016 at the logon', 'FAULT at the logon'],
    ['pods in CrashLoopBackOff', 'pods in FAULT'],
    ['node NotReady, container OOMKilled', 'node FAULT, container FAULT'],
    ['a NullReferenceException in the job', 'a FAULT in the job'],
  ])('are seen by their shape in %j', (text, named) => {
    expect(nameErrorCodes(text, 'FAULT')).toBe(named);
  });
  it.each([
    'the plan gives 500 users a mailbox',
    'with 404 seats',
    'returns 500 MB',
    'more than 25 hours',
    'Microsoft 365 and OneDrive',
    'PowerShell in SharePoint',
    'what about PD-0042',
    'the event in 2026',
  ])('are not seen in %j', (text) => {
    expect(nameErrorCodes(text, 'FAULT')).toBe(text);
  });
});
