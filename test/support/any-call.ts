// Generates endpoints and API Calls that can be sent, with everything in them that a shell or a server could misread.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { apiCallConfigSchema, httpMethods, type ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import { storyId } from '../stories/story-id.ts';

/** An endpoint and a call of it, with the secrets that the vault has for them. */
export interface AnyCall {
  readonly endpoint: Endpoint;
  readonly call: ApiCallConfig;
  readonly secrets: ReadonlyMap<string, string>;
  /** The value of the secret name `signing`, which templates read in any field. */
  readonly signing: string;
}

export const credentialSlot = storyId('sl', 'credential');
export const headerSlot = storyId('sl', 'header');

/** A file whose name shells and curl could misread. */
export const oddFile = "attachments/a b's $1.bin";

/** Writes the files that the calls send into a folder that stands for the workspace. */
export async function writeAttachments(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'attachments'));
  for (const file of ['attachments/a b.bin', oddFile])
    await writeFile(path.join(folder, file), Buffer.from([0, 255, 13, 10, 39]));
}

/** Texts that mean something to shells, to curl or to forms. */
const treacherous = fc.constantFrom(
  "it's",
  '"quoted"',
  '$HOME',
  '${HOME}',
  '$(id)',
  '`id`',
  '\\',
  '\\n',
  '!!',
  '@file',
  '<file',
  '[1-3]{a,b}',
  '%41',
  '%',
  'a;type=text/plain',
  '-d',
  '*',
  '~',
  'é',
  '日本',
  '😀',
  '&=+ #?',
);
const line = fc.array(fc.oneof(treacherous, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 3 });
/** Braces would begin an expression. */
const oneLine = line.map((parts) => parts.join('').replace(/\{\{|\\\{|[\r\n\0]/g, ''));
const text = fc
  .array(fc.oneof(oneLine, fc.constantFrom('\n', '\r\n', '\t', '\x1b[31m', '\0', '\x7f')), { maxLength: 4 })
  .map((parts) => parts.join('').replace(/\{\{|\\\{/g, ''));
const token = fc.stringMatching(/^X-[A-Za-z0-9!#%&'*+.^`|~-]{1,8}$/);
const headerText = oneLine.map((value) => value.replace(/[^\t\x20-\x7e\xa0-\xff]/g, ''));
/** Latin-1 in a header and UTF-8 in a shell agree on ASCII only; a secret is set in the shell by its text. */
const secret = fc
  .array(fc.oneof(treacherous, fc.stringMatching(/^[ -~]{1,8}$/)), { minLength: 1, maxLength: 3 })
  .map((parts) => `s${parts.join('').replace(/[^ -~]/g, '')}t`);

const row = fc.record({ name: oneLine, value: oneLine, enabled: fc.constant(true) });
const oddPart = fc.record({ name: oneLine, value: text, enabled: fc.constant(true) });
const plainPart = fc.record({ name: fc.constant('field'), value: text, enabled: fc.constant(true) });
const filePart = fc.constant({ name: 'photo', file: 'attachments/a b.bin', enabled: true });
const oddFilePart = fc.constant({ name: 'photo', file: oddFile, enabled: true });
const body = fc.oneof(
  fc.constant({ type: 'none' }),
  fc.record({ type: fc.constant('text'), template: text }),
  oneLine.map((value) => ({ type: 'json', template: JSON.stringify({ value }) })),
  fc.record({ type: fc.constant('form-urlencoded'), rows: fc.array(row, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('multipart'),
    rows: fc.oneof(
      fc.array(fc.oneof(plainPart, filePart), { maxLength: 3 }),
      fc.array(fc.oneof(oddPart, plainPart, oddFilePart), { maxLength: 3 }),
    ),
  }),
  fc.record({
    type: fc.constant('custom'),
    contentType: fc.constantFrom('application/xml', 'text/csv; header=present', ''),
    template: text,
  }),
);

const authentication = fc.constantFrom(
  { type: 'none' },
  { type: 'bearer', token: { secret: credentialSlot } },
  { type: 'api-key', in: 'header', name: 'X-Api-Key', key: { secret: credentialSlot } },
  { type: 'api-key', in: 'query', name: 'api key', key: { secret: credentialSlot } },
  { type: 'basic', userName: { template: "o'neil $1" }, password: { secret: credentialSlot } },
);

/** Any call of an endpoint at an address. */
export function anyCall(baseUrl: string): fc.Arbitrary<AnyCall> {
  return fc
    .record({
      auth: authentication,
      endpointHeaders: fc.subarray([
        { name: 'X-Client', value: { secret: headerSlot }, enabled: true },
        { name: 'X-Fixed', value: { template: 'fixed' }, enabled: true },
        { name: 'Accept', value: { template: 'text/html' }, enabled: true },
      ]),
      method: fc.constantFrom(...httpMethods),
      base: fc.constantFrom('', '/', '/v2', '/v2/?tenant=1'),
      path: oneLine.map((each) => `/${each.replace(/[?#\\]/g, '')}`),
      query: fc.array(row, { maxLength: 3 }),
      headers: fc.array(fc.record({ name: token, value: headerText, enabled: fc.constant(true) }), {
        maxLength: 3,
      }),
      body,
      credential: secret,
      signing: fc.stringMatching(/^[A-Za-z0-9_~.-]{8,20}$/),
      carriers: fc.subarray(['path', 'query', 'headers', 'body']),
      client: secret,
    })
    .map(({ auth, base, carriers, client, credential, endpointHeaders, signing, ...call }) => ({
      endpoint: endpointSchema.parse({
        format: 'flowbench.endpoint',
        version: 1,
        id: storyId('ep', 'Shop API'),
        name: 'Shop API',
        baseUrl: baseUrl + base,
        auth,
        headers: endpointHeaders,
      }),
      call: apiCallConfigSchema.parse({
        ...call,
        ...signed(call, carriers),
        endpoint: storyId('ep', 'Shop API'),
        responseVariable: 'response',
      }),
      secrets: new Map<string, string>([
        [credentialSlot, credential],
        [headerSlot, client],
      ]),
      signing,
    }));
}

/** The parts of a call that read the secret name, too. */
function signed(
  call: { readonly path: string; readonly query: readonly object[]; readonly headers: readonly object[] },
  carriers: readonly string[],
): object {
  const mine = { name: 'X-Signed', value: 'by {{signing}}', enabled: true };
  return {
    ...(carriers.includes('path') ? { path: `/{{signing}}${call.path}` } : {}),
    ...(carriers.includes('query') ? { query: [...call.query, mine] } : {}),
    ...(carriers.includes('headers') ? { headers: [...call.headers, mine] } : {}),
    ...(carriers.includes('body') ? { body: { type: 'json', template: '{"by":"{{signing}}[0]"}' } } : {}),
  };
}

/** Cookies of a jar, under the names `c0`, `c1` and so on, with values that a shell could misread. */
export const anyCookies: fc.Arbitrary<readonly SentCookie[]> = fc
  .array(fc.stringMatching(/^[a-z0-9'"$%&!`\\=@{}()-]{1,12}$/), { maxLength: 3 })
  .map((values) => values.map((value, at) => ({ name: `c${String(at)}`, value })));
