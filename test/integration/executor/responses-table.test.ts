// Runs the table of responses as bytes on a socket, through the whole executor.
import { describe, expect, it } from 'vitest';
import { writeJson } from '#shared/value/write-json.ts';
import type { Value } from '#shared/value/value.ts';
import { ExecutorFixture, type PolicyChanges, type RunningCall } from '../../support/executor-fixture.ts';
import { readCases } from '../../support/read-cases.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

/** A row of the table; `../../cases/responses.json` is described beside it. */
interface ResponseCase {
  readonly id: string;
  readonly method: string;
  readonly config: {
    readonly include_raw?: boolean;
    readonly success_codes?: readonly number[];
    readonly parse_as_json?: boolean;
    readonly limit_bytes?: number;
    readonly follow_redirects?: boolean;
  };
  readonly response_text?: string;
  readonly response_base64?: string;
  readonly then_repeat?: readonly [text: string, times: number];
  readonly then: 'close' | 'reset' | 'open';
  readonly expect: {
    readonly status: string;
    readonly status_code: number | null;
    readonly body?: unknown;
    readonly body_json?: string;
    readonly body_length?: number;
    readonly headers?: unknown;
    readonly headers_json?: string;
    readonly raw?: string;
    readonly parse_error?: true;
    readonly error_code?: string;
    readonly phase?: string;
  };
  readonly why: string;
}

const cases = readCases('responses') as readonly ResponseCase[];

describe('The executor gives what the table of responses says for bytes on a socket', () => {
  it('has every row of the table', () => {
    expect(cases).toHaveLength(105);
  });

  it.each(cases)('$id: $why', async (row) => {
    const call: { current?: RunningCall } = {};
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.write(responseBytes(row));
      if (row.then === 'close') socket.end();
      if (row.then !== 'reset') return;
      // A reset makes the receiver forget what it has not read, so the answer must have arrived before.
      await call.current?.event('response-head');
      socket.resetAndDestroy();
    });
    await using fixture = await ExecutorFixture.create();
    call.current = fixture.start({ method: row.method, url: `${server.origin}/x` }, policyOf(row));
    const result = await call.current.result;
    const { variable } = result;
    expect(facts(row, variable)).toEqual(expectedFacts(row));
    expect(variable.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(fixture.defects).toEqual([]);
    expect(server.connections).toHaveLength(1);
  });

  it('warns about the one packing that nobody here can undo', async () => {
    const row = cases.find(({ id }) => id === 'encoding-unknown')!;
    await using server = await RawServer.start((connection) => {
      connection.socket.end(responseBytes(row));
    });
    await using fixture = await ExecutorFixture.create();
    const { warnings } = await fixture.execute({ url: server.origin });
    expect(warnings.map(({ code }) => code)).toEqual(['content-encoding-unknown']);
  });
});

function responseBytes(row: ResponseCase): Buffer {
  const head =
    row.response_base64 === undefined
      ? Buffer.from(row.response_text ?? '', 'latin1')
      : Buffer.from(row.response_base64, 'base64');
  const [text, times] = row.then_repeat ?? ['', 0];
  return Buffer.concat([head, Buffer.from(text.repeat(times), 'latin1')]);
}

function policyOf({ config }: ResponseCase): PolicyChanges {
  return {
    includeRaw: config.include_raw ?? false,
    parseAsJson: config.parse_as_json ?? false,
    successCodes: config.success_codes ?? [],
    ...(config.limit_bytes === undefined ? {} : { limits: { bodyBytes: config.limit_bytes } }),
    ...(config.follow_redirects === false ? { redirects: { policy: 'never' } } : {}),
  };
}

type Variable = Awaited<ReturnType<ExecutorFixture['execute']>>['variable'];

/** What the row speaks about, and what it says by leaving it out. */
function facts(row: ResponseCase, variable: Variable): Record<string, unknown> {
  const { body, error_detail: detail, headers } = variable;
  return {
    status: variable.status,
    status_code: variable.status_code,
    ...bodyFact(row, body),
    ...(row.expect.headers_json === undefined ? { headers } : { headers_json: writeJson(headers) }),
    raw: variable.raw,
    parse_error: variable.parse_error === undefined ? undefined : true,
    error_code: detail?.code,
    phase: detail?.phase,
  };
}

function bodyFact(row: ResponseCase, body: Value): Record<string, unknown> {
  if (row.expect.body_json !== undefined) return { body_json: writeJson(body) };
  if (row.expect.body_length !== undefined) return { body_length: (body as string).length };
  return { body };
}

function expectedFacts({ expect: expected }: ResponseCase): Record<string, unknown> {
  const absent = { raw: undefined, parse_error: undefined, error_code: undefined, phase: undefined };
  return { ...absent, ...expected };
}
