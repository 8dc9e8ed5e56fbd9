import type { MaskedBody, MaskedFormPart, MaskedHeader, MaskedRequest } from './masked-request.ts';
import { SecretNames } from './name-secrets.ts';
import type { PreparedBody } from './prepared-request.ts';
import type { FormPart, PreparedContent } from './prepared-content.ts';
import type { PreparedHeaderLine } from './prepare-headers.ts';
import { holdsSecret, literalPiece, maskedSegments, type TextPiece, textOf } from './text-piece.ts';
import type { UrlPart } from './url-parts.ts';

/** The parts of a request that has been prepared, secrets included. */
export interface RequestParts {
  readonly method: string;
  readonly url: readonly TextPiece[];
  /** `null` where the address cannot be taken apart. */
  readonly urlParts?: readonly UrlPart[] | null;
  readonly headers: readonly PreparedHeaderLine[];
  readonly content: PreparedContent;
}

/** How much of a body is shown, in UTF-16 units. */
export const shownBodyUnits = 64 * 1024;

/**
 * The request as it may leave the main process: every secret is a mask with the name of a shell variable, and a long body
 * ends early.
 */
export function maskRequest(request: RequestParts): MaskedRequest {
  const { content, headers, method, url, urlParts } = withNames(request);
  const parts = urlParts?.map(({ from, pieces }) => ({ from, segments: maskedSegments(pieces) }));
  return {
    method,
    url: maskedSegments(url),
    ...(parts === undefined ? {} : { urlParts: parts }),
    headers: headers.map(maskedHeader),
    body: maskBody(content),
  };
}

/** The names are given in the order of sending, so that the first secret of a name keeps it as it is. */
function withNames({ content, headers, method, url, urlParts = null }: RequestParts): RequestParts {
  const names = new SecretNames();
  return {
    method,
    url: names.named(url, 'URL'),
    urlParts: urlParts?.map((part) => ({ ...part, pieces: names.named(part.pieces, 'URL') })) ?? null,
    headers: headers.map((line) => namedLine(names, line)),
    content: {
      ...content,
      shown: names.named(content.shown, 'body'),
      ...(content.form === undefined
        ? {}
        : { form: content.form.map((part) => ({ ...part, value: names.named(part.value, 'body') })) }),
    },
  };
}

function namedLine(names: SecretNames, line: PreparedHeaderLine): PreparedHeaderLine {
  if (line.pair === undefined) return { ...line, value: names.named(line.value, line.name) };
  const { scheme } = line.pair;
  const user = names.named(line.pair.user, 'user name');
  return { ...line, pair: { scheme, user, password: names.named(line.pair.password, 'password') } };
}

function maskedHeader({ from, name, note, pair, value }: PreparedHeaderLine): MaskedHeader {
  const header = { name, value: maskedSegments(value), from, ...(note === undefined ? {} : { note }) };
  if (pair === undefined || !holdsSecret(value)) return header;
  return { ...header, [pair.scheme]: maskedSegments([...pair.user, literalPiece(':'), ...pair.password]) };
}

function maskBody({ body, form, shown }: PreparedContent): MaskedBody {
  switch (body.type) {
    case 'none':
      return { type: 'none' };
    case 'file':
      return {
        type: 'binary',
        description: `The content of ${body.file}.`,
        sizeBytes: null,
        file: body.file,
      };
    case 'bytes':
    case 'multipart': {
      const kept = firstUnits(shown, shownBodyUnits);
      const truncated = kept.length < shown.length || textOf(kept).length < textOf(shown).length;
      return {
        type: 'text',
        segments: maskedSegments(kept),
        truncated,
        sizeBytes: body.type === 'bytes' ? body.bytes.length : multipartBytes(body),
        ...(form === undefined || truncated ? {} : { form: form.map(maskedFormPart) }),
      };
    }
  }
}

function maskedFormPart({ file, name, value }: FormPart): MaskedFormPart {
  return { name, value: maskedSegments(value), file };
}

/** A secret is kept whole or not at all, for its mask says nothing about where it was cut. */
function firstUnits(pieces: readonly TextPiece[], units: number): readonly TextPiece[] {
  const kept: TextPiece[] = [];
  let left = units;
  for (const piece of pieces) {
    if (left <= 0) break;
    kept.push(piece.from === 'secret' ? piece : { ...piece, text: wholeCharacters(piece.text, left) });
    left -= piece.text.length;
  }
  return kept;
}

/** At most so many units, without half of a surrogate pair at the end. */
function wholeCharacters(text: string, units: number): string {
  const cutsPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(units - 1, units + 1));
  return text.slice(0, cutsPair ? units - 1 : units);
}

/** What the parts need without the content of files, whose sizes only the executor learns. */
function multipartBytes({ boundary, parts }: Extract<PreparedBody, { type: 'multipart' }>): number {
  const delimiter = boundary.length + '--\r\n'.length;
  const sizes = parts.map(({ content, headers }) => {
    const headBytes = new TextEncoder().encode(headers).length;
    return delimiter + headBytes + '\r\n\r\n'.length + ('bytes' in content ? content.bytes.length : 0);
  });
  return sizes.reduce((sum, size) => sum + size, delimiter + '--'.length);
}
