/** Checks that the checks of an incoming activity do limited work, whatever it contains. */
import { describe, expect, it } from '@jest/globals';
import { InboundActivity } from '../../../src/teams/inbound/activity';

describe('a list that is too long', () => {
  it.each(['entities', 'attachments', 'membersAdded', 'membersRemoved', 'reactionsAdded'])(
    '%s is one fault, and none of its items is looked at',
    (field) => {
      let looks = 0;
      const item = {
        get type() {
          looks += 1;
          return 1;
        },
        get id() {
          looks += 1;
          return 1;
        },
      };
      const parsed = InboundActivity.safeParse({ [field]: Array.from({ length: 20_000 }, () => item) });
      expect(looks).toBe(0);
      expect(parsed.error?.issues.filter(({ path }) => path[0] === field)).toHaveLength(1);
    },
  );
});
