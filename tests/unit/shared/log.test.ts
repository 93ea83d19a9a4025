import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../src/shared/app-error';
import { createLog, describeError } from '../../../src/shared/log';

function logged(fields: object): string {
  const lines: string[] = [];
  createLog('trace', { write: (line) => lines.push(line) }).error(fields, 'it failed');
  return lines.join('');
}

/** Creates an error like those of axios and the connector's client, with everything that was on the wire. */
function failedCall(): Error {
  const error = new Error(
    'POST https://smba.example/amer/ failed: {"text":"SECRET"}\n    at SECRET (/x.js:1:1)',
  );
  return Object.assign(error, {
    name: 'RestError',
    code: 'ECONNRESET',
    statusCode: 502,
    request: { headers: { authorization: 'Bearer SECRET' }, body: 'SECRET' },
    response: { data: 'SECRET' },
    config: { url: 'https://smba.example/SECRET' },
  });
}

describe('an error in the log', () => {
  it('of a library says its kind, its code and where in our code it was, and nothing of what it carries', () => {
    const line = logged({ err: failedCall(), rowId: 'row-1' });
    expect(line).not.toContain('SECRET');
    expect(line).not.toContain('smba');
    expect(JSON.parse(line)).toMatchObject({
      rowId: 'row-1',
      err: {
        type: 'RestError',
        code: 'ECONNRESET',
        status: 502,
        stack: expect.arrayContaining([
          expect.stringContaining('failedCall (./tests/unit/shared/log.test.ts'),
        ]),
      },
    });
  });

  it('of a parser does not quote what was parsed', () => {
    let error: unknown;
    try {
      JSON.parse('SECRET words of a person');
    } catch (thrown) {
      error = thrown;
    }
    expect(String(error)).toContain('SECRET');
    expect(logged({ err: error })).not.toContain('SECRET');
  });

  it('of our own keeps its words and its code, and of its cause what may be kept', () => {
    const error = new AppError('database-unavailable', 'A migration failed.', { cause: failedCall() });
    expect(describeError(error)).toMatchObject({
      type: 'AppError',
      code: 'database-unavailable',
      message: 'A migration failed.',
      cause: { type: 'RestError', status: 502 },
    });
  });

  it('that is not an error is logged by its type alone', () => {
    expect(describeError('SECRET')).toEqual({ type: 'string' });
    expect(describeError(null)).toEqual({ type: 'null' });
  });
});

describe('a field in the log', () => {
  it('that may hold words, names or addresses is left out, on its own and one step down', () => {
    const line = logged({
      text: 'SECRET',
      serviceUrl: 'SECRET',
      actor: { name: 'SECRET', mail: 'SECRET' },
      requestId: 'request-1',
    });
    expect(line).not.toContain('SECRET');
    expect(line).toContain('request-1');
  });
});
