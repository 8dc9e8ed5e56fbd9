import { templateParts } from '../template-parts.ts';
import type { TemplateField } from '../template-field.ts';
import { jsonPieces } from './json-pieces.ts';
import { tagTokens, type TagToken } from './tag-tokens.ts';

/** Where the closing braces of a tag are missing, and which: behind the words that surely belong to it. */
export function endOfExpression(
  source: string,
  offset: number,
): { readonly at: number; readonly text: string } {
  const part = templateParts(source).find(({ start, end }) => start <= offset && offset < end);
  const [open, ...words] = part === undefined ? [] : tagTokens(part);
  if (open === undefined) return { at: source.length, text: '}}' };
  let at = open.end;
  for (const word of words) {
    if (!belongs(word, source.slice(at, word.start), at === open.end)) break;
    at = word.end;
  }
  return { at, text: open.text.endsWith('{{{') ? '}}}' : '}}' };
}

/** A line end, or something that touches the word before it, begins the text around: `"{{name", "b": 1`. */
function belongs({ kind }: TagToken, between: string, isFirst: boolean): boolean {
  if (kind === 'stray' || kind === 'braces' || /[\r\n]/.test(between)) return false;
  return isFirst || between !== '';
}

/** Where a block that nothing closes can end: in JSON before the bracket that holds it, else where the text ends. */
export function endOfBlock(source: string, offset: number, field: TemplateField): number {
  const end = source.trimEnd().length;
  if (field !== 'json') return end;
  let depth = 0;
  for (const { kind, start } of jsonPieces(source) ?? []) {
    if (start <= offset) continue;
    if (kind === 'open') depth += 1;
    else if (kind === 'close' && depth === 0) return start;
    else if (kind === 'close') depth -= 1;
  }
  return end;
}
