import parser from 'handlebars/dist/cjs/handlebars/compiler/parser.js';
import whitespaceControl from 'handlebars/dist/cjs/handlebars/compiler/whitespace-control.js';

/** The official parser as we use it: never directly, only as the prototype of our own. */
export const handlebarsParser = parser as HandlebarsParser;

/** Handlebars' white-space control (`~`, tags alone on their line) over a tree; it changes the tree. */
export const WhitespaceControl = whitespaceControl as new () => { accept(tree: unknown): unknown };

/** The part of a Jison parser that matters here. */
export interface HandlebarsParser {
  lexer: HandlebarsLexer;
  /** What the grammar calls to build the tree. */
  yy: object;
  /** Numbers of the tokens by name. */
  readonly symbols_: Readonly<Record<string, number>>;
  parse(source: string): unknown;
  parseError(message: string, hash: { readonly token: string | number | null }): void;
}

/** The part of a Jison lexer that matters here; the underscores are its own. */
export interface HandlebarsLexer {
  rules: readonly RegExp[];
  /** Which rules hold in which state, by their numbers. */
  readonly conditions: Readonly<Record<string, { readonly rules: readonly number[] }>>;
  readonly conditionStack: readonly string[];
  /** What has not been read yet. */
  _input: string;
  yytext: string;
  yylloc: HandlebarsRange;
  /** One rule's token, or `undefined` where the rule gives none (white space, text put back). */
  next(): number | string | undefined;
  lex(): number | string;
  popState(): string;
  /** The numbers of the rules to try now, in this order. */
  _currentRules(): readonly number[];
}

/** A location; ours hold an offset of the source in both members of each end. */
export interface HandlebarsRange {
  readonly first_line: number;
  readonly first_column: number;
  readonly last_line: number;
  readonly last_column: number;
}
