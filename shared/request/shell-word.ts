import type { MaskedSegment } from './masked-request.ts';

/** How text becomes bytes where it goes: header values are Latin-1 (RFC 9110 §5.5), everything else is UTF-8. */
export type ShellEncoding = 'utf-8' | 'latin-1';

/** The shell function by which a secret stands percent-encoded in an address. */
export const percentEncoder = 'urlencode';

/**
 * One word of a POSIX shell that is exactly the text of the segments, with `$NAME` for every secret.
 *
 * Text is single-quoted, the only quoting in which nothing is expanded, also no history of an interactive shell; plain
 * text around a secret shares its double quotes, which reads better. Control characters but the line feed go through
 * `printf`, since a terminal would act on them when they are pasted. A NUL cannot stand in a word.
 */
export function shellWord(given: readonly MaskedSegment[], encoding: ShellEncoding = 'utf-8'): string {
  const segments = withJoinedText(given);
  const hasSecret = segments.some(({ from }) => from === 'secret');
  if (hasSecret && segments.every((segment) => segment.from === 'secret' || isPlain(segment.text)))
    return `"${segments.map((segment, at) => quotedPiece(segment, segments[at + 1])).join('')}"`;
  const words = segments.map((segment) =>
    segment.from === 'secret' ? `"${quotedPiece(segment, undefined)}"` : quotedText(segment.text, encoding),
  );
  return words.join('') || "''";
}

/** {@link shellWord} of text without secrets; the bare text where it needs no quotes. */
export function shellText(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : shellWord([{ text, from: 'literal' }]);
}

/** Neighbouring texts as one, wherever they came from. */
function withJoinedText(given: readonly MaskedSegment[]): readonly MaskedSegment[] {
  const segments: MaskedSegment[] = [];
  for (const segment of given) {
    const last = segments.at(-1);
    if (segment.from === 'secret' || last === undefined || last.from === 'secret')
      segments.push({ ...segment });
    else last.text += segment.text;
  }
  return segments;
}

/** Text that means itself between double quotes, in every shell and also in an interactive one. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e\n]*$/.test(text) && !/["$`\\!]/.test(text);
}

function quotedPiece({ from, percentEncoded, text, variable }: MaskedSegment, next?: MaskedSegment): string {
  if (from !== 'secret') return text;
  const name = variable ?? 'SECRET_VALUE';
  if (percentEncoded === true) return `$(${percentEncoder} "$${name}")`;
  // What could belong to a name, or be an index or a modifier in some shell, must not touch it.
  return next === undefined || (next.from !== 'secret' && /^[ /&,.?"-]/.test(next.text))
    ? `$${name}`
    : `\${${name}}`;
}

function quotedText(text: string, encoding: ShellEncoding): string {
  // eslint-disable-next-line no-control-regex -- these are what has to be taken out
  const special = encoding === 'latin-1' ? /([\x00-\x09\x0b-\x1f\x7f-\xff]+)/ : /([\x00-\x09\x0b-\x1f\x7f]+)/;
  const chunks = text.split(special);
  return chunks
    .map((chunk, at) => (at % 2 === 1 ? `"$(printf '${octal(chunk)}')"` : singleQuoted(chunk)))
    .join('');
}

function singleQuoted(text: string): string {
  return text === '' ? '' : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Characters of one byte each as `printf` takes them. */
export function octal(text: string): string {
  return Array.from(text, (each) => `\\${each.charCodeAt(0).toString(8).padStart(3, '0')}`).join('');
}
