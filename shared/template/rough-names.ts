import type { TemplateName } from './template-name.ts';
import { templateParts, type TemplatePart } from './template-parts.ts';

const words = /"[^"]*"|'[^']*'|\|[^|]*\||(@?[A-Za-z_$][\w$-]*(?:\.(?:[\w$-]+|\[[^\]]{0,200}\]))*)(=?)/g;
const keywords = new Set([
  'else',
  'as',
  'this',
  'true',
  'false',
  'null',
  'undefined',
  '@index',
  '@key',
  '@first',
  '@last',
]);

/**
 * The names in a template that cannot be read, as while somebody types in it: every word of a tag that is neither in
 * quotes nor a keyword, and not the helper or block that the tag begins with.
 */
export function roughNames(source: string): readonly TemplateName[] {
  return templateParts(source).flatMap((part) =>
    part.kind === 'expression' || isOpening(part) ? namesInTag(part) : [],
  );
}

function isOpening(part: TemplatePart): boolean {
  return part.kind === 'block' && !/^\{\{~?[/>]/.test(part.text);
}

function namesInTag({ text, start, kind }: TemplatePart): readonly TemplateName[] {
  const found = Array.from(text.matchAll(words)).filter(
    ([, word, equals]) => word !== undefined && equals === '' && !keywords.has(word),
  );
  // With something behind it the first word is a helper; alone it is a variable.
  const names = kind === 'block' || found.length > 1 ? found.slice(1) : found;
  return names.map((match) => {
    const written = match[1] ?? '';
    const path = written.split(/\.(?![^[]*\])/).map((key) => key.replace(/^\[(.*)\]$/, '$1'));
    const name = path[0] ?? written;
    const at = start + match.index;
    return {
      name,
      path,
      start: at,
      end: at + written.length,
      nameStart: at,
      nameEnd: at + name.length,
      asked: true,
    };
  });
}
