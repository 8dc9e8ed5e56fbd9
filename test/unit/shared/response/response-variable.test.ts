// The response variable is what flows are written against, so each of its properties is held.
import { describe, expect, it } from 'vitest';
import { callStatuses } from '#shared/response/call-statuses.ts';
import {
  type CompleteResponse,
  exceptionVariable,
  failureVariable,
  maxInlineBinaryBytes,
  responseVariable,
} from '#shared/response/response-variable.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';

const timestamp = '2025-03-04T10:20:30.000Z';

const orderFound: CompleteResponse = {
  statusCode: 200,
  rawHeaders: ['Content-Type', 'application/json', 'Set-Cookie', 'a=1'],
  body: {
    type: 'json',
    value: { id: new ExactNumber('12345678901234567890') },
    text: '{"id":12345678901234567890}',
  },
  binaryFile: null,
  successCodes: [],
  includeRaw: false,
  attempts: 2,
  timestamp,
  errorCode: 'http-status',
  placeholders: { host: 'shop.example', reason: 'OK' },
};

describe('the variable of a complete response', () => {
  it('has exactly the properties of a success', () => {
    expect(responseVariable(orderFound)).toStrictEqual({
      status: 'success',
      status_code: 200,
      body: { id: new ExactNumber('12345678901234567890') },
      headers: { 'content-type': 'application/json', 'set-cookie': ['a=1'] },
      timestamp,
    });
  });

  it('explains an error in a sentence and by code', () => {
    const missing = {
      ...orderFound,
      statusCode: 404,
      placeholders: { host: 'shop.example', reason: 'Not Found' },
    };
    expect(responseVariable(missing)).toMatchObject({
      status: 'error',
      status_code: 404,
      error: 'shop.example answered 404 Not Found.',
      error_detail: { code: 'http-status', phase: 'response', attempts: 2 },
    });
  });

  it('says of a redirect that was refused where it happened', () => {
    const refused: CompleteResponse = {
      ...orderFound,
      statusCode: 302,
      errorCode: 'redirect-to-plain-http',
      placeholders: { host: 'shop.example', location: 'http://shop.example/y' },
    };
    expect(responseVariable(refused).error_detail).toEqual({
      code: 'redirect-to-plain-http',
      phase: 'redirect',
      attempts: 2,
    });
  });

  it('tells both facts where an error announces JSON that is none', () => {
    const parseError = { message: 'There should be a value.', line: 1, column: 1 };
    const broken: CompleteResponse = {
      ...orderFound,
      statusCode: 500,
      body: { type: 'text', text: 'oops', parseError },
    };
    expect(responseVariable(broken)).toMatchObject({
      status: 'error',
      body: 'oops',
      parse_error: parseError,
    });
  });

  it('keeps the text of a body only where asked', () => {
    expect(responseVariable({ ...orderFound, includeRaw: true }).raw).toBe('{"id":12345678901234567890}');
    expect(responseVariable(orderFound)).not.toHaveProperty('raw');
  });

  it.each<CompleteResponse['body']>([
    { type: 'none' },
    { type: 'binary', contentType: 'image/png', bytes: Uint8Array.of(1) },
  ])('has no text of a body of type $type', (body) => {
    expect(responseVariable({ ...orderFound, body, includeRaw: true })).not.toHaveProperty('raw');
  });

  it('holds a small binary body itself and names the file of a large one', () => {
    const small = { type: 'binary', contentType: 'image/png', bytes: Uint8Array.of(0x89, 0x50) } as const;
    expect(responseVariable({ ...orderFound, body: small }).body).toEqual({
      content_type: 'image/png',
      size: 2,
      base64: 'iVA=',
    });
    const large = {
      type: 'binary',
      contentType: null,
      bytes: new Uint8Array(maxInlineBinaryBytes + 1),
    } as const;
    expect(responseVariable({ ...orderFound, body: large, binaryFile: 'bodies/7.bin' }).body).toEqual({
      content_type: null,
      size: 1_048_577,
      file: 'bodies/7.bin',
    });
  });

  it('is a value, so that a flow can walk into it', () => {
    const value: Value = responseVariable(orderFound);
    expect(value).toBeTypeOf('object');
  });
});

describe('the variable of a failure', () => {
  it('has no trace of a response', () => {
    expect(
      failureVariable({
        code: 'body-truncated',
        phase: 'read',
        attempts: 3,
        timestamp,
        placeholders: { host: 'shop.example', received_bytes: 3, expected_bytes: 10 },
      }),
    ).toStrictEqual({
      status: 'failure',
      status_code: null,
      body: null,
      headers: {},
      timestamp,
      error: 'shop.example ended the connection before the answer was complete (3 of 10 bytes).',
      error_detail: { code: 'body-truncated', phase: 'read', attempts: 3 },
    });
  });
});

describe('the variable of an exception', () => {
  it('was never attempted', () => {
    expect(
      exceptionVariable({ code: 'vault-locked', timestamp, sentence: 'The secrets are locked.' }),
    ).toStrictEqual({
      status: 'exception',
      status_code: null,
      body: null,
      headers: {},
      timestamp,
      error: 'The secrets are locked.',
      error_detail: { code: 'vault-locked', phase: 'prepare', attempts: 0 },
    });
  });

  it('of a refused token names the token as the place', () => {
    const refused = exceptionVariable({ code: 'oauth-token-refused', timestamp, sentence: 'No.' });
    expect(refused.error_detail?.phase).toBe('token');
  });
});

describe('the phase of errors and exceptions', () => {
  it('is always a single one, so that it needs not be told', () => {
    for (const row of Object.values(callStatuses))
      if (row.status !== 'failure') expect(row.phases).toHaveLength(1);
  });
});
