/**
 * The three modules of Handlebars that we use. They are named one by one, because the package's entry brings compiler
 * and runtime along, which we never call and which would need `eval`. The package has types for its entry only.
 */

declare module 'handlebars/dist/cjs/handlebars/compiler/parser.js' {
  const parser: unknown;
  export = parser;
}

declare module 'handlebars/dist/cjs/handlebars/compiler/whitespace-control.js' {
  const WhitespaceControl: unknown;
  export = WhitespaceControl;
}

declare module 'handlebars/dist/cjs/handlebars/compiler/helpers.js' {
  export function id(token: string): string;
  export function stripFlags(open: string, close: string): unknown;
  export function stripComment(comment: string): string;
  export function prepareMustache(...parts: unknown[]): unknown;
  export function prepareBlock(...parts: unknown[]): unknown;
  export function prepareProgram(...parts: unknown[]): unknown;
}
