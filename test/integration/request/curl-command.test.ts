// A copied command must send what the application sends: real sh and curl against a socket, beside the real executor.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import { readParameters } from '#shared/request/digest/read-challenges.ts';
import { curlCommand } from '#shared/request/curl-command.ts';
import type { MaskedRequest } from '#shared/request/masked-request.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import {
  anyCall,
  type AnyCall,
  anyCookies,
  credentialSlot,
  headerSlot,
  oddFile,
} from '../../support/any-call.ts';
import { preflight, preparedCall } from '../../support/prepared-call.ts';
import { useRecordedCalls } from '../../support/recorded-calls.ts';
import { runs } from '../../support/runs.ts';
import { encodings } from '../../support/secret-encodings.ts';
import { answer, HttpRecorder, type RecordedRequest } from '../../support/servers/http-recorder.ts';
import { storyId } from '../../stories/story-id.ts';

const run = promisify(execFile);

const calls = useRecordedCalls();

function commandOf(request: MaskedRequest) {
  const command = curlCommand(request, calls.fixture.folder);
  if (!command.ok) throw new Error(command.failure);
  return command.value;
}

/** Runs a command in a shell that has these variables and nothing else, and gives the request that came of it. */
async function pasted(text: string, variables: Readonly<Record<string, string>>): Promise<RecordedRequest> {
  const number = calls.server.requests.length;
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: calls.fixture.folder,
    LC_ALL: 'C.UTF-8',
    ...variables,
  };
  await run('sh', ['-c', text], { env, timeout: 20_000 });
  return calls.server.request(number);
}

/** What the two may differ in: the place of `Content-Length`, the boundary of a form, white space around a value. */
function comparable({ body, headers, method, target }: RecordedRequest) {
  const boundary = /boundary=([^;]+)$/.exec(
    headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '',
  )?.[1];
  const plain = (text: string) => (boundary === undefined ? text : text.replaceAll(boundary, 'BOUNDARY'));
  const lines = headers.map(([name, value]) => `${name}: ${plain(value).trim()}`);
  const isLength = (header: string) => header.startsWith('Content-Length:');
  const isForm = boundary !== undefined;
  return {
    method,
    target,
    headers: isForm
      ? lines.filter((each) => !isLength(each)).sort()
      : lines.filter((each) => !isLength(each)),
    length: isForm ? lines.filter(isLength).length : lines.filter(isLength),
    body: plain(body),
  };
}

/** What a person would set: the secret that the name of the variable tells. */
function valueOf(variable: string, { secrets, signing }: AnyCall, cookies: readonly SentCookie[]): string {
  const cookie = cookies.find((_, at) => variable === `COOKIE_C${String(at)}`);
  if (cookie !== undefined) return cookie.value;
  if (variable === 'SIGNING_SECRET') return signing;
  return secrets.get(variable === 'SHOP_API_X_CLIENT' ? headerSlot : credentialSlot) ?? '';
}

const literal = (text: string) => [{ text, from: 'literal' as const }];

describe('a copied command', () => {
  it('leaves out what curl would add and the executor does not send', async () => {
    const { text } = commandOf({
      method: 'POST',
      url: literal(`${calls.server.origin}/a/[1-2]/{b,c}/`),
      headers: [{ name: 'X-Empty', value: literal(''), from: 'node' }],
      body: { type: 'text', segments: literal('@body\0end\n'), truncated: false, sizeBytes: 10 },
    });
    const { body, headers, target } = await pasted(text, {});
    expect(target).toBe('/a/[1-2]/{b,c}/');
    expect(headers.map(([name]) => name)).toEqual(['Host', 'X-Empty', 'Content-Length']);
    expect(body).toBe('@body\0end\n');
  });

  it('carries a body that is longer than an argument may be', async () => {
    const long = "it's ".repeat(12_000);
    const body = { type: 'text', segments: literal(long), truncated: false, sizeBytes: long.length } as const;
    const { text } = commandOf({ method: 'PUT', url: literal(`${calls.server.origin}/`), headers: [], body });
    expect((await pasted(text, {})).body).toBe(long);
  });

  it('sends a file by its path', async () => {
    const body = { type: 'binary', description: '', sizeBytes: 5, file: oddFile } as const;
    const { text } = commandOf({ method: 'PUT', url: literal(`${calls.server.origin}/`), headers: [], body });
    expect((await pasted(text, {})).body).toBe("\0\xff\r\n'");
  });

  it('lets curl answer a Digest challenge as the executor does', async () => {
    await using server = await HttpRecorder.start(({ headers }) =>
      headers.some(([name]) => name === 'Authorization')
        ? answer(200)
        : answer(401, {
            'WWW-Authenticate': 'Digest realm="shop", nonce="n", algorithm=SHA-256, qop="auth"',
          }),
    );
    const endpoint = endpointSchema.parse({
      format: 'flowbench.endpoint',
      version: 1,
      id: storyId('ep', 'Shop API'),
      name: 'Shop API',
      baseUrl: server.origin,
      auth: { type: 'digest', userName: { template: 'ana' }, password: { secret: credentialSlot } },
    });
    const call = apiCallConfigSchema.parse({
      endpoint: endpoint.id,
      method: 'GET',
      path: '/orders',
      responseVariable: 'order',
    });
    const secrets = new Map([[credentialSlot, "it's a secret"]]);
    const preparation = preparedCall({ endpoint, call, secrets, signing: '' });
    if (preparation === null) throw new Error('It may be called.');
    const { shown } = await preflight(preparation, (file) => file);
    const { text, variables } = commandOf(shown);
    expect(variables).toEqual(['SHOP_API_PASSWORD']);
    const env = { PATH: process.env['PATH'] ?? '', SHOP_API_PASSWORD: "it's a secret" };
    await run('sh', ['-c', text], { env, timeout: 20_000 });
    expect((await calls.fixture.execute(preparation.request)).variable.status).toBe('success');
    const answers = server.requests.map(
      ({ headers }) => headers.find(([name]) => name === 'Authorization')?.[1],
    );
    expect(answers).toHaveLength(4);
    for (const value of [answers[1], answers[3]]) {
      const parameters = readParameters([(value ?? '').replace('Digest ', '')]);
      const hash = (plain: string) => createHash('sha256').update(plain).digest('hex');
      const [count = '', nonce = ''] = ['nc', 'cnonce'].map((name) => parameters.get(name));
      const first = hash("ana:shop:it's a secret");
      expect(parameters.get('response')).toBe(
        hash(`${first}:n:${count}:${nonce}:auth:${hash('GET:/orders')}`),
      );
    }
  });

  it('is not made of a body of which only the beginning is known', () => {
    const body = { type: 'text', segments: literal('a'), truncated: true, sizeBytes: 99_999 } as const;
    const request: MaskedRequest = { method: 'PUT', url: literal(calls.server.origin), headers: [], body };
    expect(curlCommand(request, calls.fixture.folder)).toEqual({ ok: false, failure: 'body-too-long' });
  });

  it('sends what the executor sends, and holds no secret', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall(calls.server.origin), anyCookies, async (call, cookies) => {
        const preparation = preparedCall(call);
        if (preparation === null) return;
        const { shown } = await preflight(
          preparation,
          (file) => path.join(calls.fixture.folder, file),
          cookies,
        );
        const { text, variables } = commandOf(shown);
        const values = Object.fromEntries(
          variables.map((variable) => [variable, valueOf(variable, call, cookies)]),
        );
        for (const secret of Object.values(values))
          for (const [encoding, encode] of Object.entries(encodings))
            if (encode(secret).length >= 8) expect(text, encoding).not.toContain(encode(secret));
        const number = calls.server.requests.length;
        await calls.fixture.executeWithCookies(preparation.request, cookies);
        const sent = await calls.server.request(number);
        expect(comparable(await pasted(text, values)), text).toEqual(comparable(sent));
      }),
      { numRuns: runs(120) },
    );
  });
});
