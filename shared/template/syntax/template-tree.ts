import type { Value } from '../../value/value.ts';

/** A stretch of the source: UTF-16 offsets, the end is exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a template says, whoever read it: the scanner for plain templates or the Handlebars parser. White-space control
 * is already done and comments are gone. Nothing in it depends on the field or on values.
 */
export type TreeNode = TextNode | ExpressionNode | BlockNode;

/** Text that is written as it stands, never empty. */
export interface TextNode extends SourceRange {
  readonly kind: 'text';
  readonly text: string;
}

/** `{{…}}`, or `{{{…}}}` and `{{&…}}` where `raw`. The range includes the braces. */
export interface ExpressionNode extends SourceRange {
  readonly kind: 'expression';
  readonly operand: PathOperand | CallOperand;
  readonly raw: boolean;
}

/** A block; the name is not checked yet. The range is that of its opening tag. */
export interface BlockNode extends SourceRange {
  readonly kind: 'block';
  readonly name: string;
  readonly params: readonly Operand[];
  readonly options: readonly Option[];
  /** `as |item index|` */
  readonly locals: readonly string[];
  readonly body: readonly TreeNode[];
  readonly otherwise: readonly TreeNode[];
}

/** Something that has a value. */
export type Operand = PathOperand | LiteralOperand | CallOperand;

export interface PathOperand extends SourceRange {
  readonly kind: 'path';
  /** Begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  /** Begins with `this` or `.`, so that it means the item here and no named local. */
  readonly scoped: boolean;
  readonly parts: readonly string[];
  /** As written, without brackets: how warnings call it. */
  readonly name: string;
}

export interface LiteralOperand extends SourceRange {
  readonly kind: 'literal';
  readonly value: Value;
}

/** A helper with what it is given; the range is that of its name. */
export interface CallOperand extends SourceRange {
  readonly kind: 'call';
  readonly name: string;
  readonly params: readonly Operand[];
  readonly options: readonly Option[];
}

/** `name=value` behind the parameters. */
export interface Option {
  readonly name: string;
  readonly operand: Operand;
}
