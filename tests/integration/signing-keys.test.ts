/** The keys of Teams' issuer through a day and a half: new ones, old ones, and an issuer that goes away. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeysUnavailable, SigningKeys } from '../../src/teams/inbound/signing-keys';
import { createFakeClock } from '../support/desk';
import { makeKey, TokenIssuer } from '../support/token-issuer';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let issuer: TokenIssuer;
let clock: ReturnType<typeof createFakeClock>;
let problems: unknown[];
let keys: SigningKeys;
beforeEach(async () => {
  issuer = await TokenIssuer.start();
  clock = createFakeClock();
  problems = [];
  keys = new SigningKeys({
    metadataUrl: `${issuer.url}/metadata`,
    clock,
    onProblem: (error) => problems.push(error),
  });
});
afterEach(() => issuer.stop());

const find = async (id: string) => (await keys.getKey(id)) !== null;
const next = makeKey('next', ['msteams']);

describe('a key', () => {
  it('is fetched once, however many ask at the same time', async () => {
    expect(await Promise.all(Array.from({ length: 20 }, () => find('good')))).not.toContain(false);
    expect(issuer.fetches).toBe(1);
  });

  it('that is new is found once five minutes have passed, and nobody can have it asked for more often', async () => {
    await find('good');
    issuer.published = [issuer.good, next];
    for (let time = 0; time < 50; time += 1) expect(await find('invented')).toBe(false);
    expect(issuer.fetches).toBe(1);
    clock.advance(5 * MINUTE);
    expect(await find('next')).toBe(true);
    expect(issuer.fetches).toBe(2);
  });

  it('that was withdrawn is believed for a day at most, and no longer once a new one was seen', async () => {
    await find('good');
    issuer.published = [next];
    clock.advance(23 * HOUR);
    expect(await find('good')).toBe(true);
    expect(await find('next')).toBe(true);
    expect(await find('good')).toBe(false);
    issuer.published = [issuer.good];
    clock.advance(24 * HOUR);
    expect(await find('next')).toBe(false);
  });

  it('beside one that cannot be read is found', async () => {
    issuer.published = [{ ...next, jwk: { kid: 'broken', kty: 'RSA', n: 5 } }, issuer.good];
    expect(await find('good')).toBe(true);
    expect(await find('broken')).toBe(false);
  });
});

describe('a clock that is set back by a day', () => {
  it('has the keys fetched again, so that a new one is found and a withdrawn one is not believed', async () => {
    await find('good');
    issuer.published = [next];
    clock.advance(-24 * HOUR);
    expect(await find('next')).toBe(true);
    expect(await find('good')).toBe(false);
  });

  it('lets the issuer be asked again after a failure', async () => {
    issuer.state = 'down';
    await expect(find('good')).rejects.toThrow(KeysUnavailable);
    clock.advance(-24 * HOUR);
    issuer.state = 'up';
    expect(await find('good')).toBe(true);
  });

  it('leaves the known keys in force while the issuer is away, for a day at most', async () => {
    await find('good');
    issuer.state = 'down';
    clock.advance(-24 * HOUR);
    expect(await find('good')).toBe(true);
    clock.advance(24 * HOUR);
    await expect(find('good')).rejects.toThrow(KeysUnavailable);
  });
});

describe('an issuer that is away', () => {
  it.each(['down', 'broken'] as const)(
    '(%s) leaves the keys that are known in force for two days',
    async (state) => {
      await find('good');
      issuer.state = state;
      for (const hours of [1, 23, 23]) {
        clock.advance(hours * HOUR);
        expect(await find('good')).toBe(true);
      }
      expect(problems.length).toBeGreaterThan(0);
      clock.advance(HOUR);
      await expect(find('good')).rejects.toThrow(KeysUnavailable);
    },
  );

  it('before any key is known cannot be decided by, is asked again after ten seconds, and then all is well', async () => {
    issuer.state = 'down';
    for (let time = 0; time < 5; time += 1) await expect(find('good')).rejects.toThrow(KeysUnavailable);
    expect(problems).toHaveLength(1);
    issuer.state = 'up';
    await expect(find('good')).rejects.toThrow(KeysUnavailable);
    clock.advance(10_000);
    expect(await find('good')).toBe(true);
  });

  it('leaves open whether a key that isn’t known is a new one', async () => {
    await find('good');
    issuer.state = 'down';
    clock.advance(HOUR);
    await expect(find('next')).rejects.toThrow(KeysUnavailable);
    expect(await find('good')).toBe(true);
  });
});
