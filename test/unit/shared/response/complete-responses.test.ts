// Runs the rows of the table of responses that need no socket.
import { describe, expect, it } from 'vitest';
import { unpackPlan } from '#shared/response/content-encoding.ts';
import { decodeBody } from '#shared/response/decode-body.ts';
import { headerPairs, headerValues } from '#shared/response/response-headers.ts';
import { responseVariable, type ResponseVariable } from '#shared/response/response-variable.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { readCases } from '../../../support/read-cases.ts';

/**
 * The rows of `responses.json` that are one complete response and need nothing unpacked, taken apart here by hand and
 * put through the pure parts in the order in which the executor uses them. Every row goes over a socket elsewhere.
 */
interface ResponseCase {
  readonly id: string;
  readonly method: string;
  readonly config: {
    readonly include_raw?: boolean;
    readonly parse_as_json?: boolean;
    readonly success_codes?: readonly number[];
    readonly follow_redirects?: boolean;
  };
  readonly response_text?: string;
  readonly response_base64?: string;
  readonly then_repeat?: readonly [string, number];
  readonly expect: {
    readonly status: string;
    readonly status_code: number | null;
    readonly body?: unknown;
    readonly body_json?: string;
    readonly body_length?: number;
    readonly headers?: object;
    readonly headers_json?: string;
    readonly raw?: string;
    readonly parse_error?: boolean;
    readonly error_code?: string;
    readonly phase?: string;
  };
}

function bytesOf(row: ResponseCase): Buffer {
  const head =
    row.response_base64 === undefined
      ? Buffer.from(row.response_text ?? '', 'latin1')
      : Buffer.from(row.response_base64, 'base64');
  const [text, times] = row.then_repeat ?? ['', 0];
  return Buffer.concat([head, Buffer.from(text.repeat(times), 'latin1')]);
}

interface Wire {
  readonly statusCode: number;
  readonly rawHeaders: readonly string[];
  readonly bytes: Uint8Array;
}

function takeApart(row: ResponseCase): Wire {
  const all = bytesOf(row);
  const end = all.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = all.subarray(0, end).toString('latin1').split('\r\n');
  const rawHeaders = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const length = headerValues(rawHeaders, 'content-length')[0];
  const content = all.subarray(end + 4);
  return {
    statusCode: Number(statusLine.split(' ')[1]),
    rawHeaders,
    bytes: length === undefined ? content : content.subarray(0, Number(length)),
  };
}

function isPlain(row: ResponseCase): boolean {
  const head = bytesOf(row).toString('latin1').split('\r\n\r\n')[0] ?? '';
  const needsMore = /^HTTP\/1.1 1|\r\ntransfer-encoding:|\r\ncontent-encoding: (?!zstd)/i;
  return row.expect.status_code !== null && !needsMore.test(head);
}

function variableOf(row: ResponseCase): ResponseVariable {
  const { statusCode, rawHeaders, bytes } = takeApart(row);
  const plan = unpackPlan(headerValues(rawHeaders, 'content-encoding'));
  return responseVariable({
    statusCode,
    rawHeaders,
    body: decodeBody({
      method: row.method,
      statusCode,
      contentType: headerValues(rawHeaders, 'content-type').at(-1) ?? null,
      bytes,
      stillPacked: plan.type === 'keep-packed',
      parseAsJson: row.config.parse_as_json ?? false,
    }),
    binaryFile: null,
    successCodes: row.config.success_codes ?? [],
    includeRaw: row.config.include_raw ?? false,
    attempts: 1,
    timestamp: '2025-03-04T10:20:30.000Z',
    errorCode: row.config.follow_redirects === false ? 'redirect-not-followed' : 'http-status',
    placeholders: { host: 'shop.example' },
  });
}

const rows = readCases('responses') as readonly ResponseCase[];
const plainRows = rows.filter(isPlain);

describe('complete responses of the table', () => {
  it('are 73 of 105', () => {
    expect(rows).toHaveLength(105);
    expect(plainRows).toHaveLength(73);
  });

  it.each(plainRows)('$id', (row) => {
    const variable = variableOf(row);
    const wanted = row.expect;
    expect(variable.status).toBe(wanted.status);
    expect(variable.status_code).toBe(wanted.status_code);
    if (wanted.body_json !== undefined) expect(writeJson(variable.body)).toBe(wanted.body_json);
    else if (wanted.body_length !== undefined) expect(variable.body).toHaveLength(wanted.body_length);
    else expect(variable.body).toEqual(wanted.body);
    if (wanted.headers_json !== undefined) expect(writeJson(variable.headers)).toBe(wanted.headers_json);
    else expect(variable.headers).toEqual(wanted.headers);
    expect(variable.raw).toBe(wanted.raw);
    expect('raw' in variable).toBe('raw' in wanted);
    expect('parse_error' in variable).toBe(wanted.parse_error ?? false);
    expect(variable.error_detail?.code).toBe(wanted.error_code);
    expect(variable.error_detail?.phase).toBe(wanted.phase);
    expect('error' in variable).toBe(wanted.status !== 'success');
  });
});

describe('the raw list of headers', () => {
  it('is taken as pairs, and an odd end is not invented a value', () => {
    expect(headerPairs(['A', '1', 'b', '2', 'c'])).toEqual([
      ['A', '1'],
      ['b', '2'],
    ]);
  });
});
