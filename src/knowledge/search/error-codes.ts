/**
 * Error codes and states by their shape: "0x80070005", "HTTP 503", "AADSTS50011", "CrashLoopBackOff". Which one it is
 * says nothing of where a fault belongs, and a sentence vector makes nothing of one; that it is a fault says it all.
 */
const CODES = [
  // "0x80070005", and what people put before it
  '\\b(?:(?:error|err|code) )?0x[0-9a-f]{3,}\\b',
  // "HTTP 503", "error 1603", "event id 4625"
  '\\b(?:HTTP|HTTPS|error|err|event(?: id)?|error code|exit code|status code)[ #:]{1,2}\\d{3,6}\\b',
  // "gives 502", "a 403": not "gives 500 users"
  '(?<=\\b(?:throws?|throwing|gives?|giving|gave|returns?|returning|gets?|getting|got|an?|with|says|shows?) )(?:40\\d|4[12]\\d|50[0-4])s?(?! ?(?:%|[KMGT]i?B\\b|\\p{L}+s\\b))\\b',
  // "550 5.7.708"
  '\\b[245]\\d\\d \\d\\.\\d{1,3}\\.\\d{1,3}\\b',
  // "AADSTS50011"
  '\\b[A-Z]{4,}\\d{3,}\\b',
  // "NullReferenceException", "NotReady", "CrashLoopBackOff", "OOMKilled"
  '\\b[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:Exception|Error|BackOff|Failed|Failure|Denied|Unavailable|Unhealthy)\\b|\\bNotReady\\b|\\bOOMKilled\\b',
];
const CODE = new RegExp(`(?:${CODES.join('|')})(?: errors?\\b)?`, 'gu');

/** The text with each error code or state replaced by what it is. */
export function nameErrorCodes(text: string, standIn: string): string {
  return text.replace(CODE, standIn);
}
