import { describe, expect, it } from '@jest/globals';
import { cutLong } from '../../../src/shared/clean-text';
import { readMessageText } from '../../../src/teams/inbound/message-text';
import type { InboundActivity } from '../../../src/teams/inbound/activity';

const LONG = `begins ${'<p>a</p> '.repeat(50_000)} ends`;

describe('a text that is too long', () => {
  it('keeps its beginning and its end', () => {
    const cut = cutLong(LONG);
    expect(cut.length).toBeLessThan(10_000);
    expect(cut).toMatch(/^begins .* ends$/);
    expect(cutLong('short')).toBe('short');
  });

  it.each([
    ['in a message', { text: LONG }],
    ['in the html of a message', { attachments: [{ contentType: 'text/html', content: LONG }] }],
  ])('is cut before it is read: %s', (_, fields) => {
    const activity = { type: 'message', recipient: { id: 'bot' }, ...fields } as InboundActivity;
    expect(readMessageText(activity).text.length).toBeLessThan(10_000);
  });
});
