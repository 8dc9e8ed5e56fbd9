// Every kind of the closed list comes about in a test: what a call cannot be made for, here; the rest where it is named.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callInput } from '#electron/cli/call/call-input.ts';
import { madeCall } from '#electron/cli/call/made-call.ts';
import { callStatuses, type CallStatusCode } from '#shared/response/call-statuses.ts';
import type { ResponseVariable } from '#shared/response/response-variable.ts';
import { readJson } from '#shared/value/read-json.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

interface Wanted {
  readonly endpoint?: object;
  readonly request?: object;
  readonly variables?: object;
}

const path = (template: string, variables: object = {}): Wanted => ({
  request: { path: template },
  variables,
});
const header = (name: string, value: string, variables: object = {}): Wanted => ({
  request: { headers: [{ name, value, enabled: true }] },
  variables,
});
const jsonBody = (template: string, variables: object = {}): Wanted => ({
  request: { method: 'POST', body: { type: 'json', template } },
  variables,
});
const base = (baseUrl: string, variables: object = {}): Wanted => ({ endpoint: { baseUrl }, variables });
const auth = (settings: object): Wanted => ({ endpoint: { auth: settings } });
const long = 'x'.repeat(3 * 1024 * 1024);
const many = Array.from({ length: 400 }, (_, at) => at);

/** A call for each kind of exception that a call by itself can come to. */
const exceptions: { readonly [Code in CallStatusCode]?: Wanted } = {
  'secret-missing': auth({ type: 'bearer', token: { secret: 'NOBODY_SET_IT' } }),
  'host-not-allowed': base('http://{{host}}/', { host: 'elsewhere.test' }),
  'url-invalid': base('https://h.test:99999'),
  'url-scheme-unsupported': base('ftp://h.test'),
  'url-host-missing': base('https:///users'),
  'url-host-invalid': base('https://{{host}}/', { host: 'a/b' }),
  'url-userinfo': base('https://ann@h.test'),
  'url-path-absolute': path('https://other.test/'),
  'url-dot-segment': path('/u/{{id}}/keys', { id: '..' }),
  'url-path-value-missing': path('/u/{{id}}'),
  'header-name-invalid': header('X Trace', '1'),
  'header-reserved': header('Host', 'admin.internal'),
  'header-value-line-break': header('X-Trace', '{{x}}', { x: 'a\nb' }),
  'header-value-control-character': header('X-Trace', '{{x}}', { x: 'a\u0001b' }),
  'header-value-not-latin1': header('X-Trace', '{{x}}', { x: 'łódź' }),
  'credential-invalid': auth({
    type: 'basic',
    userName: { template: 'a:b' },
    password: { template: 'password' },
  }),
  'credential-empty': auth({ type: 'bearer', token: { template: '{{nothing}}' } }),
  'body-json-invalid': jsonBody('{"a": {{x}} "b": 1}', { x: 1 }),
  'body-file-unreadable': { request: { method: 'POST', body: { type: 'binary', file: 'files/none.bin' } } },
  'json-escape-open': jsonBody('{"p":"C:\\\\{{x}}"}', { x: 'temp' }),
  'proxy-url-invalid': { endpoint: { proxy: { mode: 'manual', url: 'gopher://proxy.test', noProxy: [] } } },
  'template-syntax': path('/{{x + y}}'),
  'template-expression-unclosed': path('/{{x'),
  'template-block-unclosed': path('/{{#if x}}a', { x: true }),
  'template-block-mismatch': path('/{{#if x}}a{{/each}}', { x: true }),
  'template-block-unopened': path('/a{{/if}}'),
  'template-unknown-helper': path('/{{nohelper x}}', { x: 1 }),
  'template-unknown-block': path('/{{#nohelper x}}a{{/nohelper}}', { x: 1 }),
  'template-helper-arguments': path('/{{upper}}{{upper "a" "b"}}'),
  'template-partial-refused': path('/{{> part}}'),
  'template-decorator-refused': path('/{{* part}}'),
  'template-raw-block-refused': path('/{{{{a}}}}x{{{{/a}}}}'),
  'template-iterations-limit': path('/{{#each many}}{{#each ../many}}a{{/each}}{{/each}}', { many }),
  'template-output-limit': jsonBody('{{long}}'.repeat(4), { long }),
};

/** What a test has to bring about in a place of its own, and where that is. */
const elsewhere: Readonly<Record<string, readonly CallStatusCode[]>> = {
  'test/support/tls/tls-cases.ts': ['ca-file-unreadable'],
  'test/support/tls/client-certificate-cases.ts': [
    'client-certificate-rejected',
    'client-certificate-unreadable',
    'client-certificate-passphrase-wrong',
    'client-key-mismatch',
  ],
  'test/integration/executor/httpbin.test.ts': ['http-status'],
  'test/integration/executor/statuses.test.ts': [
    'out-of-sockets',
    'redirect-not-followed',
    'redirect-other-origin',
    'redirect-location-missing',
    'redirect-location-invalid',
    'redirect-scheme-unsupported',
    'redirect-userinfo',
    'connection-refused',
    'host-unreachable',
    'connection-blocked',
    'response-malformed',
    'response-headers-too-large',
    'response-too-large',
    'body-decode-failed',
  ],
  'test/cases/redirects.json': ['redirect-to-plain-http', 'redirect-body-secret'],
  'test/integration/executor/retry-table.test.ts': [
    'dns-not-found',
    'dns-temporary',
    'body-truncated',
    'redirects-too-many',
  ],
  'test/integration/executor/tls-failures.test.ts': [
    'connection-failed',
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-self-signed',
    'certificate-not-trusted',
    'certificate-host-mismatch',
    'certificate-invalid',
    'client-certificate-required',
    'tls-not-spoken',
    'tls-version-unsupported',
    'tls-handshake-failed',
  ],
  'test/integration/executor/clocks.test.ts': [
    'timeout-connect',
    'timeout-response',
    'timeout-idle',
    'timeout-total',
  ],
  'test/integration/executor/proxy-failures.test.ts': [
    'proxy-not-found',
    'proxy-unreachable',
    'proxy-malformed',
    'proxy-tls-failed',
    'proxy-certificate-refused',
  ],
  'test/integration/executor/proxies.test.ts': ['proxy-authentication-required', 'proxy-refused'],
  'test/integration/executor/connections.test.ts': ['connection-reset', 'connection-closed'],
  'test/integration/executor/cancel.test.ts': ['cancelled'],
  'test/integration/executor/requests.test.ts': ['internal-error-after-send'],
  'test/integration/executor/robustness.test.ts': ['internal-error'],
  'test/integration/oauth/client-credentials.test.ts': [
    'oauth-token-unreachable',
    'oauth-token-refused',
    'oauth-token-invalid',
  ],
  'test/integration/oauth/sign-in.test.ts': ['oauth-consent-needed'],
  'test/integration/runs/run-host.test.ts': [
    'endpoint-missing',
    'environment-missing',
    'vault-locked',
    'vault-unavailable',
    'vault-value-unreadable',
  ],
  'test/unit/shared/request/prepare-request.test.ts': ['method-invalid', 'placeholder-unresolved'],
  'test/unit/shared/template/template-limits.test.ts': ['template-time-limit'],
};

/** What nothing that is built so far can bring about. */
const notYet: readonly CallStatusCode[] = [
  // Lists of revoked certificates are not read: OpenSSL looks at none that it is not given.
  'certificate-revoked',
  // Runs without a network come with bundles.
  'network-not-allowed',
];

const folder = useTemporaryFolder();

async function made({ endpoint, request = {}, variables = {} }: Wanted): Promise<ResponseVariable> {
  const text = JSON.stringify({
    endpoint: { baseUrl: 'http://127.0.0.1:9', ...endpoint },
    request,
    variables,
  });
  const value = readJson(text);
  if (!value.ok) throw new Error(value.failure.message);
  const input = callInput(value.value);
  if (!input.ok) throw new Error(input.failure);
  return madeCall(input.value, {
    secret: () => undefined,
    folder: folder.path,
    signal: AbortSignal.timeout(20_000),
    tell: () => undefined,
  });
}

describe('Every kind of the closed list', () => {
  it.each(Object.entries(exceptions))('%s keeps a call from being made', async (code, wanted) => {
    const variable = await made(wanted);
    expect(variable.error_detail).toEqual({
      code,
      phase: callStatuses[code as CallStatusCode].phases[0],
      attempts: 0,
    });
    expect(variable).toMatchObject({ status: 'exception', status_code: null, body: null, headers: {} });
    expect(variable.error).toMatch(/^\S.*\.$/s);
    expect(variable.error).not.toMatch(/(?<!\{)\{[a-z_]+\}(?!\})/);
  });

  it('comes about here or where it is named', () => {
    const codes = Object.keys(callStatuses) as CallStatusCode[];
    const inFiles = Object.values(elsewhere).flat();
    const known = new Set<string>([...Object.keys(exceptions), ...inFiles, ...notYet]);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    for (const [file, itsCodes] of Object.entries(elsewhere)) {
      const text = readFileSync(file, 'utf8');
      expect(
        itsCodes.filter((code) => !text.includes(code)),
        file,
      ).toEqual([]);
    }
  });
});
