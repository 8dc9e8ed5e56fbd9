import type { SourceRange } from './template-tree.ts';

/** The nodes of Handlebars' syntax tree as our builders and its white-space control leave them. */
export interface ParsedProgram {
  readonly body: readonly ParsedStatement[];
  readonly blockParams?: readonly string[];
}

export type ParsedStatement = ParsedContent | ParsedComment | ParsedMustache | ParsedBlock;

export interface ParsedContent {
  readonly type: 'ContentStatement';
  /** The text as written, up to a backslash that escapes what follows. */
  readonly original: string;
  /** The same after white-space control, which cuts at both ends. */
  readonly value: string;
  readonly loc: SourceRange;
}

export interface ParsedComment {
  readonly type: 'CommentStatement';
  readonly loc: SourceRange;
}

export interface ParsedMustache {
  readonly type: 'MustacheStatement';
  readonly path: ParsedHead;
  readonly params: readonly ParsedOperand[];
  readonly hash: ParsedHash | undefined;
  readonly escaped: boolean;
  readonly loc: SourceRange;
}

export interface ParsedBlock {
  readonly type: 'BlockStatement';
  readonly path: ParsedHead;
  readonly params: readonly ParsedOperand[];
  readonly hash: ParsedHash | undefined;
  readonly program: ParsedProgram | undefined;
  readonly inverse: ParsedProgram | undefined;
  readonly loc: SourceRange;
}

export type ParsedOperand = ParsedHead | ParsedSubExpression;

/** What an expression begins with; a literal there is a name. */
export type ParsedHead = ParsedPath | ParsedLiteral;

export interface ParsedSubExpression {
  readonly type: 'SubExpression';
  readonly path: ParsedHead;
  readonly params: readonly ParsedOperand[];
  readonly hash: ParsedHash | undefined;
  readonly loc: SourceRange;
}

export interface ParsedHash {
  readonly pairs: readonly { readonly key: string; readonly value: ParsedOperand }[];
  readonly loc: SourceRange;
}

export interface ParsedPath {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly scoped: boolean;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: SourceRange;
}

export interface ParsedLiteral {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'NullLiteral' | 'UndefinedLiteral';
  readonly value: unknown;
  readonly original: unknown;
  readonly loc: SourceRange;
}
