/**
 * Recognises error codes and states by their shape: "0x80070005", "HTTP 503", "AADSTS50011", "CrashLoopBackOff". Which
 * code it is doesn't tell where a fault belongs, and a sentence vector can't read it. It's enough to know that it's a
 * fault.
 */
const CODES = [
  // "0x80070005", with the words before it
  '\\b(?:(?:error|err|code) )?0x[0-9a-f]{3,}\\b',
  // "HTTP 503", "error 1603", "event id 4625"
  '\\b(?:HTTP|HTTPS|error|err|event(?: id)?|error code|exit code|status code)[ #:]{1,2}\\d{3,6}\\b',
  // "gives 502", "a 403", but not "gives 500 users"
  '(?<=\\b(?:throws?|throwing|gives?|giving|gave|returns?|returning|gets?|getting|got|an?|with|says|shows?) )(?:40\\d|4[12]\\d|50[0-4])s?(?! ?(?:%|[KMGT]i?B\\b|\\p{L}+s\\b))\\b',
  // "550 5.7.708"
  '\\b[245]\\d\\d \\d\\.\\d{1,3}\\.\\d{1,3}\\b',
  // "AADSTS50011"
  '\\b[A-Z]{4,}\\d{3,}\\b',
  // "NullReferenceException", "NotReady", "CrashLoopBackOff", "OOMKilled"
  '\\b[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:Exception|Error|BackOff|Failed|Failure|Denied|Unavailable|Unhealthy)\\b|\\bNotReady\\b|\\bOOMKilled\\b',
];
const CODE = new RegExp(`(?:${CODES.join('|')})(?: errors?\\b)?`, 'gu');

/** Replaces each error code or state in the text with `standIn`. */
export function nameErrorCodes(text: string, standIn: string): string {
  return text.replace(CODE, standIn);
}
