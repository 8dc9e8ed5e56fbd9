import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import { curlBody } from './curl-body.ts';
import { curlHeaders } from './curl-headers.ts';
import { curlTls } from './curl-tls.ts';
import type { MaskedRequest, MaskedSegment } from './masked-request.ts';
import { percentEncoder, shellText, shellWord } from './shell-word.ts';

/** A request as a command for a POSIX shell. */
export interface CurlCommand {
  readonly text: string;
  /** The shell variables that have to hold the secrets, in the order of their use. */
  readonly variables: readonly string[];
}

/**
 * Writes a request as a command of curl that sends the same, with `$NAME` in place of every secret. It is made of the
 * masked request, so no secret value can come into it. A body of which only the beginning is known makes it fail.
 *
 * @param folder absolute path of the workspace, for the files that are sent
 */
export function curlCommand(request: MaskedRequest, folder: string): Outcome<CurlCommand, 'body-too-long'> {
  const { body, method } = request;
  if (body.type === 'text' && body.truncated) return failed('body-too-long');
  const content = curlBody(request, folder);
  const isSecure = /^https:/i.test(request.url.map(({ text }) => text).join(''));
  const tls = curlTls(request.tls);
  const { credential, headers } = curlHeaders(request, content.isForm);
  const words = [
    ...methodOption(method, body.type !== 'none'),
    // What we send is HTTP/1.1; over TLS curl would ask for HTTP/2.
    ...(isSecure ? ['--http1.1'] : []),
    ...tls.options,
    '--globoff --path-as-is',
    ...(headers.some((header) => /^.accept-encoding: /i.test(header)) ? ['--compressed'] : []),
    ...credential,
    ...headers.map((header) => `-H ${header}`),
    ...content.options,
    shellWord(request.url),
  ];
  const encoder = request.url.some(({ percentEncoded }) => percentEncoded === true)
    ? `${encoderFunction}\n`
    : '';
  const text = `${encoder}${content.piped}curl ${words.join(' \\\n  ')}`;
  return succeeded({ text, variables: [...new Set([...tls.variables, ...variablesOf(request)])] });
}

/** `-I` also keeps curl from waiting for the body that an answer to HEAD does not have. */
function methodOption(method: string, hasBody: boolean): readonly string[] {
  if (method === 'HEAD' && !hasBody) return ['-I'];
  return method === 'GET' && !hasBody ? [] : [`-X ${shellText(method)}`];
}

/** Every byte but letters, digits and `-._~` becomes `%XX`, as RFC 3986 has it. */
const encoderFunction = `${percentEncoder}() { printf %s "$1" | od -An -v -tu1 | awk '{ for (i = 1; i <= NF; i++) { n = $i + 0; printf((n > 47 && n < 58) || (n > 64 && n < 91) || (n > 96 && n < 123) || n == 45 || n == 46 || n == 95 || n == 126 ? "%c" : "%%%02X", n) } }'; }`;

function variablesOf({ body, headers, url }: MaskedRequest): readonly string[] {
  const inHeaders = headers.flatMap(({ basic, digest, value }) => basic ?? digest ?? value);
  const segments: readonly MaskedSegment[] = [
    ...inHeaders,
    ...(body.type === 'text' ? body.segments : []),
    ...url,
  ];
  return [...new Set(segments.flatMap(({ variable }) => (variable === undefined ? [] : [variable])))];
}
