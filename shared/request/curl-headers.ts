import type { MaskedHeader, MaskedRequest } from './masked-request.ts';
import { shellText, shellWord } from './shell-word.ts';

/** The head of a request in words of a shell. */
export interface CurlHeaders {
  /** Basic and Digest authentication, whose values only curl can make. */
  readonly credential: readonly string[];
  /** Each a whole word behind `-H`, in the order of sending. */
  readonly headers: readonly string[];
}

/**
 * The header lines that curl has to be told: all that it would not make of itself in the same way, and a line without a
 * value for each that it would add and we do not send.
 *
 * @param isForm whether curl makes the multipart body and so its `Content-Type`
 */
export function curlHeaders({ body, headers }: MaskedRequest, isForm: boolean): CurlHeaders {
  const hasBody = body.type !== 'none';
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  const added = ['Accept', 'User-Agent', ...(hasBody ? ['Content-Type', 'Expect'] : [])];
  const pair = headers.find((header) => header.basic !== undefined || header.digest !== undefined);
  const told = headers.filter(
    (header) => header !== pair && !isMadeByCurl(header, hasBody) && !(isForm && isContentType(header)),
  );
  return {
    credential: [
      ...(pair?.basic === undefined ? [] : [`-u ${shellWord(pair.basic)}`]),
      ...(pair?.digest === undefined ? [] : [`--digest -u ${shellWord(pair.digest)}`]),
    ],
    headers: [
      ...told.map(headerWord),
      ...added.filter((name) => !names.has(name.toLowerCase())).map((name) => shellText(`${name}:`)),
    ],
  };
}

function isMadeByCurl({ from, name }: MaskedHeader, hasBody: boolean): boolean {
  if (from !== 'generated') return false;
  return name === 'Host' || (hasBody && name === 'Content-Length');
}

function isContentType({ name }: MaskedHeader): boolean {
  return name.toLowerCase() === 'content-type';
}

/** A header without a value ends in a semicolon: with the colon alone curl would leave it out. */
function headerWord({ name, value }: MaskedHeader): string {
  const isEmpty = value.every(({ from, text }) => from !== 'secret' && text.trim() === '');
  if (isEmpty) return shellWord([{ text: `${name};`, from: 'literal' }]);
  return shellWord([{ text: `${name}: `, from: 'literal' }, ...value], 'latin-1');
}
