import type { MaskedBody, MaskedRequest } from './masked-request.ts';
import type { PreparedBody } from './prepared-request.ts';
import type { PreparedContent } from './prepared-content.ts';
import type { PreparedHeaderLine } from './prepare-headers.ts';
import { maskedSegments, type TextPiece, textOf } from './text-piece.ts';

/** The parts of a request that has been prepared, secrets included. */
export interface RequestParts {
  readonly method: string;
  readonly url: readonly TextPiece[];
  readonly headers: readonly PreparedHeaderLine[];
  readonly content: PreparedContent;
}

/** How much of a body is shown, in UTF-16 units. */
export const shownBodyUnits = 64 * 1024;

/** The request as it may leave the main process: every secret is a mask, and a long body ends early. */
export function maskRequest({ content, headers, method, url }: RequestParts): MaskedRequest {
  return {
    method,
    url: maskedSegments(url),
    headers: headers.map(({ from, name, value }) => ({ name, value: maskedSegments(value), from })),
    body: maskBody(content),
  };
}

function maskBody({ body, shown }: PreparedContent): MaskedBody {
  switch (body.type) {
    case 'none':
      return { type: 'none' };
    case 'file':
      return { type: 'binary', description: `The content of ${body.file}.`, sizeBytes: null };
    case 'bytes':
    case 'multipart': {
      const kept = firstUnits(shown, shownBodyUnits);
      return {
        type: 'text',
        segments: maskedSegments(kept),
        truncated: kept.length < shown.length || textOf(kept).length < textOf(shown).length,
        sizeBytes: body.type === 'bytes' ? body.bytes.length : multipartBytes(body),
      };
    }
  }
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
