import {
  id,
  prepareBlock,
  prepareMustache,
  prepareProgram,
  stripComment,
  stripFlags,
} from 'handlebars/dist/cjs/handlebars/compiler/helpers.js';
import {
  handlebarsParser,
  WhitespaceControl,
  type HandlebarsParser,
  type HandlebarsRange,
} from './handlebars.ts';
import type { ParsedPath, ParsedProgram } from './parsed-template.ts';
import { mismatchStop, syntaxStop, unclosedTagStop } from './syntax-problems.ts';
import { TagWatch } from './tag-watch.ts';
import { templateLexer } from './template-lexer.ts';
import { treeOfProgram } from './tree-of-program.ts';
import type { TreeNode } from './template-tree.ts';

/**
 * Reads any template with the official Handlebars parser; throws a `TemplateStop` where it cannot.
 *
 * The parser is used without `compile`, so nothing becomes code. Each call derives a parser of its own from the shared
 * one: no patch reaches other users of the module, and nothing is kept between two templates.
 *
 * @param onToken told of every token; it may throw to stop a reading that takes too long
 */
export function parseTemplate(
  source: string,
  onToken: (offset: number) => void = () => undefined,
): readonly TreeNode[] {
  const watch = new TagWatch(source, onToken);
  const parser = Object.create(handlebarsParser) as HandlebarsParser;
  parser.lexer = templateLexer(source, watch);
  parser.yy = treeBuilders(source);
  parser.parseError = (_message, hash) => {
    // Without a token it was the lexer that found nothing to read: a long comment that never ends.
    if (hash.token === null) throw unclosedTagStop(source, source.length - parser.lexer._input.length);
    const atEnd = hash.token === 'EOF' || hash.token === 1;
    throw watch.unexpected(
      atEnd ? 'EOF' : String(hash.token),
      atEnd ? source.length : parser.lexer.yylloc.first_line,
    );
  };
  const program = new WhitespaceControl().accept(parser.parse(source));
  return treeOfProgram(program as ParsedProgram, source);
}

type PathPart = { readonly part: string; readonly original: string; readonly separator?: string };

/** What the grammar calls to build its tree: Handlebars' builders, with our locations, paths and errors. */
function treeBuilders(source: string): object {
  const locInfo = (range: HandlebarsRange) => ({ start: range.first_line, end: range.last_line });
  return {
    id,
    stripFlags,
    stripComment,
    prepareMustache,
    prepareProgram,
    locInfo,
    prepareBlock(this: object, ...parts: unknown[]): unknown {
      const [open, , , close] = parts as [
        { path: ParsedPath },
        unknown,
        unknown,
        { path?: ParsedPath } | undefined,
      ];
      if (close?.path !== undefined && close.path.original !== open.path.original) {
        throw mismatchStop(source, source.lastIndexOf('{{', close.path.loc.start), open.path.original);
      }
      return prepareBlock.apply(this, parts);
    },
    preparePath: (data: boolean, parts: readonly PathPart[], range: HandlebarsRange) =>
      preparePath(data, parts, locInfo(range)),
  };
}

/** As Handlebars reads a path, but it remembers whether the path began with `this`. */
function preparePath(data: boolean, parts: readonly PathPart[], loc: ParsedPath['loc']): ParsedPath {
  const keys: string[] = [];
  let depth = 0;
  let scoped = false;
  let original = data ? '@' : '';
  for (const { part, original: written, separator } of parts) {
    original += (separator ?? '') + part;
    const isKey = written !== part || !['this', '.', '..'].includes(part);
    if (isKey) keys.push(part);
    else if (keys.length > 0) throw syntaxStop(loc.start, insideDetail(part));
    else if (part === '..') depth += 1;
    else scoped = true;
  }
  return { type: 'PathExpression', data, depth, scoped, parts: keys, original, loc };
}

function insideDetail(part: string): string {
  return part === 'this'
    ? 'write [this] for a key of that name inside a path'
    : `${part} can only begin a path`;
}
