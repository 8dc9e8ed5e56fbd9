// `flowbench call` is how other tools drive the executor: tried as built, against servers that keep every byte.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { readJson } from '#shared/value/read-json.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { commandLineBuilt, ran, started } from '../../support/command-line.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { AuthorizationServer } from '../../support/servers/authorization-server.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string };
const json = (body: string, status = '200 OK') =>
  Buffer.from(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
  );
const call = (origin: string, request: object = {}, more: object = {}, endpoint: object = {}) =>
  JSON.stringify({ endpoint: { baseUrl: origin, ...endpoint }, request, ...more });
const variableOf = (output: string) => {
  const read = readJson(output);
  if (!read.ok) throw new Error(`${read.failure.message} in ${output}`);
  return read.value;
};

describe('flowbench call', () => {
  test('sends what it reads and prints the response variable with every digit', async () => {
    await using server = await HttpRecorder.start(() => json('{"id": 90071992547409931482, "total": 43.90}'));
    const input = `{"endpoint": {"baseUrl": "${server.origin}/v1", "headers": [{"name": "X-Shop", "value": {"template": "{{shop}}"}}]},
      "request": {"method": "POST", "path": "/orders/{{id}}", "query": [{"name": "lang", "value": "{{lang}}", "enabled": true}],
        "body": {"type": "json", "template": "{\\"id\\": {{id}}, \\"note\\": \\"{{note}}\\"}"}},
      "variables": {"id": 90071992547409931482, "note": "She said \\"hi\\""}, "environment": {"lang": "pt", "shop": "acme"}}`;
    const { code, output, errors } = await ran(['call'], { input });
    expect(errors).toBe('');
    expect(code).toBe(0);
    const { body, headers, method, target } = await server.request();
    expect([method, target]).toEqual(['POST', '/v1/orders/90071992547409931482?lang=pt']);
    expect(body).toBe('{"id": 90071992547409931482, "note": "She said \\"hi\\""}');
    expect(headers).toContainEqual(['X-Shop', 'acme']);
    expect(output).toContain('"id": 90071992547409931482');
    expect(output).toContain('"total": 43.90');
    expect(variableOf(output)).toMatchObject({ status: 'success', status_code: 200 });
  });

  test('makes the call of the example', async () => {
    await using server = await HttpRecorder.start(() => json('{}'));
    const input = readFileSync(inProject('examples', 'call.json'), 'utf8').replace(
      'http://127.0.0.1:8080',
      server.origin,
    );
    const { code } = await ran(['call'], { input, env: { FLOWBENCH_SECRET_SHOP_TOKEN: 'a-token-of-42' } });
    expect(code).toBe(0);
    const { body, headers, target } = await server.request();
    expect(target).toBe('/v1/orders/10482/notes?locale=en-GB');
    expect(headers).toContainEqual(['Authorization', 'Bearer a-token-of-42']);
    expect(JSON.parse(body)).toEqual({ note: 'Ring "twice"', lines: [1, 2] });
  });

  test.each([
    ['a code that is no success', '404 Not Found', 'error', 404, 'status-error'],
    ['a server error', '500 Oh no', 'error', 500, 'status-error'],
  ])('fails with %s, and prints it', async (_, line, status, code) => {
    await using server = await HttpRecorder.start(() => json('{}', line));
    const once = { overrides: { retry: { retries: 0 } } };
    const ended = await ran(['call'], { input: call(server.origin, once) });
    expect(ended.code).toBe(1);
    expect(variableOf(ended.output)).toMatchObject({ status, status_code: code });
  });

  test('says which clock ran out', async () => {
    await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
    const patience = { overrides: { timeouts: { responseMs: 60 }, retry: { retries: 0 } } };
    const { code, output } = await ran(['call'], { input: call(server.origin, patience) });
    expect(code).toBe(1);
    expect(variableOf(output)).toMatchObject({
      status: 'failure',
      status_code: null,
      error_detail: { phase: 'wait', attempts: 1 },
    });
  });

  test('refuses by an exception what must not be sent, and sends nothing', async () => {
    await using server = await HttpRecorder.start(() => json('{}'));
    const input = call(server.origin, { path: '/users/{{id}}' });
    const { code, output } = await ran(['call'], { input });
    expect(code).toBe(1);
    expect(variableOf(output)).toMatchObject({ status: 'exception', error_detail: { attempts: 0 } });
    expect(server.requests).toEqual([]);
  });

  test('sends a secret of its environment and shows it nowhere, also where the server sends it back', async () => {
    const token = 'tök"en of 1984: 57/a+b=';
    const echo = JSON.stringify({
      plain: token,
      base64: Buffer.from(token).toString('base64'),
      percent: encodeURIComponent(token),
    });
    await using server = await HttpRecorder.start(() => json(echo));
    const auth = { type: 'basic', userName: { template: 'ana' }, password: { secret: 'SHOP_PASSWORD' } };
    const { code, output, errors } = await ran(['call', '--events'], {
      input: call(server.origin, {}, {}, { auth }),
      env: { FLOWBENCH_SECRET_SHOP_PASSWORD: token },
    });
    expect(code).toBe(0);
    const { headers } = await server.request();
    expect(headers).toContainEqual([
      'Authorization',
      `Basic ${Buffer.from(`ana:${token}`).toString('base64')}`,
    ]);
    // The search finds what is there.
    expect(formsFound(Buffer.from(echo), token)).not.toEqual([]);
    expect(formsFound(Buffer.from(output + errors), token)).toEqual([]);
    expect(output).toContain('"plain": "••••••••"');
  });

  test('takes a secret value of the environment in any field, and shows it nowhere', async () => {
    const token = 'tok"en of an environment: 57';
    await using server = await HttpRecorder.start(() => json(JSON.stringify({ plain: token })));
    const { code, output, errors } = await ran(['call', '--events'], {
      input: JSON.stringify({
        endpoint: {
          baseUrl: server.origin,
          headers: [{ name: 'X-Key', value: { template: '{{base64 key}}' } }],
        },
        request: { method: 'POST', path: '/', body: { type: 'json', template: '{"key":{{@env.key}}}' } },
        environment: { key: { secret: 'SHOP_KEY' }, list: { secret: [1] } },
      }),
      env: { FLOWBENCH_SECRET_SHOP_KEY: token },
    });
    expect(code).toBe(0);
    const { body, headers } = await server.request();
    expect(JSON.parse(body)).toEqual({ key: token });
    expect(headers).toContainEqual(['X-Key', Buffer.from(token).toString('base64')]);
    expect(formsFound(Buffer.from(output + errors), token)).toEqual([]);
    expect(output).toContain('"plain": "••••••••"');
  });

  test('names the secret value of the environment that is not set', async () => {
    const input = JSON.stringify({
      endpoint: { baseUrl: 'http://127.0.0.1:9' },
      request: { path: '/{{key}}' },
      environment: { key: { secret: 'SHOP_KEY' } },
    });
    const { code, output } = await ran(['call'], { input });
    expect(code).toBe(1);
    expect(variableOf(output)).toMatchObject({
      status: 'exception',
      error: 'The secret key has no value in the environment of the input.',
    });
  });

  test('fetches a token with client credentials of its environment, and shows neither', async () => {
    const secret = 'c11ent-s3cret-of-42';
    await using server = await AuthorizationServer.start({ id: 'shop', secret });
    const auth = {
      type: 'oauth2-client-credentials',
      tokenUrl: server.tokenUrl,
      clientId: { template: 'shop' },
      clientSecret: { secret: 'SHOP_CLIENT' },
    };
    const { code, output, errors } = await ran(['call', '--events'], {
      input: call(server.apiOrigin, { path: '/orders' }, {}, { auth }),
      env: { FLOWBENCH_SECRET_SHOP_CLIENT: secret },
    });
    expect(code).toBe(0);
    const [token = ''] = server.tokens;
    expect(server.apiRequests).toEqual([{ path: '/orders', authorization: `Bearer ${token}` }]);
    for (const text of [token, secret]) expect(formsFound(Buffer.from(output + errors), text)).toEqual([]);
    expect(output).toContain('"authorization": "Bearer ••••••••"');
  });

  test('refuses an endpoint that a person has to sign in to', async () => {
    const auth = {
      type: 'oauth2-authorization-code',
      authorizeUrl: 'https://auth.example/authorize',
      tokenUrl: 'https://auth.example/token',
      clientId: { template: 'shop' },
      clientSecret: { template: '' },
    };
    const { code, errors } = await ran(['call'], { input: call('https://api.example', {}, {}, { auth }) });
    expect(code).toBe(2);
    expect(errors).toContain('needs a person who signs in');
  });

  test.each([{}, { FLOWBENCH_SECRET_NOWHERE: '' }])(
    'has no secret but those of its environment: %j',
    async (env) => {
      await using server = await HttpRecorder.start(() => json('{}'));
      const headers = [{ name: 'X-Key', value: { secret: 'NOWHERE' }, enabled: true }];
      const { code, output } = await ran(['call'], { input: call(server.origin, {}, {}, { headers }), env });
      expect(code).toBe(1);
      expect(variableOf(output)).toMatchObject({ status: 'exception' });
      expect(server.requests).toEqual([]);
    },
  );

  test('tells with --events what happens, one object on a line, and then only the result on standard output', async () => {
    await using server = await HttpRecorder.start((_, number) =>
      number === 0 ? json('{}', '503 Busy') : json('{"a": 1}'),
    );
    const retry = { overrides: { retry: { retries: 1, firstDelayMs: 1, jitter: 'none' } } };
    const { output, errors } = await ran(['call', '--events'], { input: call(server.origin, retry) });
    const events = errors
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(events.map(({ type }) => type).filter((type) => type.startsWith('attempt'))).toEqual([
      'attempt-started',
      'attempt-ended',
      'attempt-started',
      'attempt-ended',
    ]);
    expect(events.at(0)?.type).toBe('call-prepared');
    expect(events.at(-1)?.type).toBe('call-ended');
    expect(variableOf(output)).toMatchObject({ status: 'success', body: { a: 1 } });
  });

  test('sends files that are named relative to the working directory', async () => {
    await using server = await HttpRecorder.start(() => json('{}'));
    await writeFile(folder.file('photo.bin'), 'bytes of a photo');
    const body = {
      type: 'multipart',
      rows: [{ name: 'photo', file: 'photo.bin' }],
    };
    const input = call(server.origin, { method: 'POST', body });
    const { code, errors } = await ran(['call'], { input, folder: folder.file('.') });
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect((await server.request()).body).toContain('bytes of a photo');
  });

  test('is cancelled by an interrupt, and prints that', async () => {
    await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
    const running = started(['call'], { input: call(server.origin) });
    await server.request();
    running.interrupt();
    const { code, output } = await running.ended;
    expect(code).toBe(1);
    expect(variableOf(output)).toMatchObject({ status: 'failure', error_detail: { code: 'cancelled' } });
  });
});

describe('what cannot be used', () => {
  test.each([
    ['no JSON', '{"endpoint": ', /^Standard input is not JSON: line 1, column \d+/],
    ['nothing', '', /^Standard input is not JSON/],
    ['a list', '[]', /^Standard input does not fit: the whole/],
    ['no base URL', '{"endpoint": {}, "request": {}}', /^Standard input does not fit: endpoint\.baseUrl: /],
    [
      'a method that is none',
      '{"endpoint": {"baseUrl": "http://a"}, "request": {"method": "GRAB"}}',
      /^Standard input does not fit: request\.method: /,
    ],
    [
      'a member that is none',
      '{"endpoint": {"baseUrl": "http://a"}, "request": {}, "flow": 1}',
      /^Standard input does not fit: the whole: .*flow/,
    ],
    [
      'a secret with a name that no variable can have',
      '{"endpoint": {"baseUrl": "http://a", "auth": {"type": "bearer", "token": {"secret": "a b"}}}, "request": {}}',
      /^"a b" cannot be the name of a secret/,
    ],
  ])('is named in a sentence: %s', async (_, input, sentence) => {
    const { code, output, errors } = await ran(['call'], { input });
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    [
      ['nope'],
      2,
      'flowbench has no command "nope". It has: run, report, lint, export, import, inspect, call, render, schema, completion.\n',
    ],
    [['call', '--token=x'], 2, 'There is no option --token. flowbench call --help'],
    [['render', 'x'], 2, 'flowbench render reads its template from standard input, and takes no file.'],
    [[], 2, 'flowbench COMMAND'],
  ])('is a usage error: %j', async (args, code, sentence) => {
    const ended = await ran(args);
    expect([ended.code, ended.output]).toEqual([code, '']);
    expect(ended.errors).toContain(sentence);
  });

  test.each([
    [['--help'], 'flowbench COMMAND'],
    [['--version'], `${version}\n`],
    [['call', '--help'], 'flowbench call [options] < call.json'],
    [['report', '--help'], 'flowbench report merge FILE… [options]'],
    [['completion', '--help'], 'flowbench completion bash | zsh | fish'],
    [['render', '--help'], 'flowbench render < template.json'],
  ])('is explained: %j', async (args, beginning) => {
    const { code, output, errors } = await ran(args);
    expect([code, errors]).toEqual([0, '']);
    expect(output.startsWith(beginning)).toBe(true);
  });
});

test('npm reaches it in a checkout, with nothing on standard output but the result', async () => {
  const child = spawn('npm', ['run', '-s', 'flowbench', '--', 'render'], { cwd: inProject('.') });
  child.stdin.end(readFileSync(inProject('examples', 'render.json')));
  const [output, [code]] = (await Promise.all([text(child.stdout), once(child, 'close')])) as [
    string,
    [number],
  ];
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({
    output: '{"greeting": "Hello Ana \\"Zo\\" Sousa", "total": 43.9}',
    warnings: [],
  });
});

describe('An endpoint with cookies', () => {
  test('keeps them for the redirects and attempts of the call, and prints none', async () => {
    const canary = 'c4nary-cookie-value';
    await using server = await HttpRecorder.start((_, number) =>
      number === 0
        ? `HTTP/1.1 302 X\r\nLocation: /next\r\nSet-Cookie: sid=${canary}\r\nSet-Cookie: short=q7\r\nContent-Length: 0\r\n\r\n`
        : json(`{"echo":"${canary}"}`),
    );
    const input = call(server.origin, { path: '/' }, {}, { cookies: true });
    const { code, errors, output } = await ran(['call', '--events'], { input });
    expect(code).toBe(0);
    expect((await server.request(1)).headers).toContainEqual(['Cookie', `sid=${canary}; short=q7`]);
    expect(formsFound(Buffer.from(output + errors), canary)).toEqual([]);
    expect(errors).toContain('short=••••••••');
    // Nothing stays: the next call begins with an empty jar.
    await ran(['call'], { input });
    expect((await server.request(2)).headers.map(([name]) => name)).not.toContain('Cookie');
  });
});
