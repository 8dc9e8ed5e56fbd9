import { numberOfText } from '../../value/read-json-number.ts';
import type { Value } from '../../value/value.ts';
import type {
  ParsedBlock,
  ParsedContent,
  ParsedHash,
  ParsedHead,
  ParsedLiteral,
  ParsedOperand,
  ParsedProgram,
  ParsedStatement,
} from './parsed-template.ts';
import { tagRange } from './syntax-problems.ts';
import type { CallOperand, Operand, Option, PathOperand, TreeNode } from './template-tree.ts';

/** Turns Handlebars' syntax tree into ours. */
export function treeOfProgram(program: ParsedProgram | undefined, source: string): readonly TreeNode[] {
  return (program?.body ?? []).flatMap((statement) => nodesOfStatement(statement, source));
}

function nodesOfStatement(statement: ParsedStatement, source: string): readonly TreeNode[] {
  switch (statement.type) {
    case 'CommentStatement':
      return [];
    case 'ContentStatement':
      return nodesOfContent(statement);
    case 'MustacheStatement': {
      const operand = operandOfCall(statement.path, statement.params, statement.hash, source);
      return [{ kind: 'expression', operand, raw: !statement.escaped, ...rangeOf(statement.loc) }];
    }
    case 'BlockStatement':
      return [nodeOfBlock(statement, source)];
  }
}

function nodesOfContent({ value, original, loc }: ParsedContent): readonly TreeNode[] {
  if (value === '') return [];
  const start = loc.start + cutBefore(original, value);
  return [{ kind: 'text', text: value, start, end: start + value.length }];
}

/**
 * How many characters white-space control took away in front. It cuts white space only, so the first other character
 * tells; where there is none left, the line end that goes with a tag is the likely cut.
 */
function cutBefore(original: string, value: string): number {
  if (value.trimStart() !== '') {
    return original.length - original.trimStart().length - (value.length - value.trimStart().length);
  }
  const lineEnd = /^[ \t]*\r?\n?/.exec(original)?.[0].length ?? 0;
  return original.startsWith(value, lineEnd) ? lineEnd : Math.max(0, original.indexOf(value));
}

function nodeOfBlock(block: ParsedBlock, source: string): TreeNode {
  const branch = block.program ?? block.inverse;
  return {
    kind: 'block',
    name: nameOfHead(block.path, source),
    params: block.params.map((param) => operandOf(param, source)),
    options: optionsOf(block.hash, source),
    locals: branch?.blockParams ?? [],
    body: treeOfProgram(block.program, source),
    otherwise: treeOfProgram(block.inverse, source),
    ...tagRange(source, block.loc.start, lastOperandEnd(block)),
  };
}

/** Closing braces inside the tag's own texts do not end it. */
function lastOperandEnd({ path, params, hash }: ParsedBlock): number {
  return hash?.loc.end ?? params.at(-1)?.loc.end ?? path.loc.end;
}

function operandOf(operand: ParsedOperand, source: string): Operand {
  if (operand.type === 'SubExpression') {
    return operandOfCall(operand.path, operand.params, operand.hash, source);
  }
  if (operand.type === 'PathExpression') return pathOf(operand, source);
  return { kind: 'literal', value: literalValue(operand, source), ...rangeOf(operand.loc) };
}

/** An expression without parameters is always a variable, never a helper, so that a new helper changes no old flow. */
function operandOfCall(
  head: ParsedHead,
  params: readonly ParsedOperand[],
  hash: ParsedHash | undefined,
  source: string,
): PathOperand | CallOperand {
  if (params.length === 0 && hash === undefined) return pathOf(head, source);
  return {
    kind: 'call',
    name: nameOfHead(head, source),
    params: params.map((param) => operandOf(param, source)),
    options: optionsOf(hash, source),
    ...rangeOf(head.loc),
  };
}

function optionsOf(hash: ParsedHash | undefined, source: string): readonly Option[] {
  return (hash?.pairs ?? []).map(({ key, value }) => ({ name: key, operand: operandOf(value, source) }));
}

/** A literal at the head is a name, as in Handlebars: `{{"first name"}}`, `{{12}}`. */
function pathOf(head: ParsedHead, source: string): PathOperand {
  const name = nameOfHead(head, source);
  const range = rangeOf(head.loc);
  if (head.type !== 'PathExpression') {
    return { kind: 'path', data: false, depth: 0, scoped: false, parts: [name], name, ...range };
  }
  const { data, depth, scoped, parts } = head;
  return { kind: 'path', data, depth, scoped, parts, name, ...range };
}

function nameOfHead(head: ParsedHead, source: string): string {
  if (head.type === 'PathExpression') return head.original;
  return head.type === 'StringLiteral' ? String(head.value) : source.slice(head.loc.start, head.loc.end);
}

function literalValue(literal: ParsedLiteral, source: string): Value {
  switch (literal.type) {
    case 'StringLiteral':
      return String(literal.value);
    case 'BooleanLiteral':
      return literal.value === true;
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return null;
    case 'NumberLiteral':
      // The parser's own value is a rounded double; and JSON, unlike Handlebars, knows no leading zeros.
      return numberOfText(source.slice(literal.loc.start, literal.loc.end).replace(/^(-?)0+(?=\d)/, '$1'));
  }
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
