import type { Value } from '../value/value.ts';

/** What a template gave. */
export interface Rendered {
  /** The whole text, encoded for the field. */
  readonly text: string;
  /** The typed value where the template is one expression and nothing else; unknown is `null`. */
  readonly value?: Value;
  /** In order of rendering, one per place in the template and not one per round of a loop. */
  readonly warnings: readonly TemplateWarning[];
  /** `text` in pieces, in order; together they are exactly `text`. */
  readonly segments: readonly RenderedSegment[];
}

/** A piece of rendered text and where it came from. */
export interface RenderedSegment {
  readonly text: string;
  readonly from: 'literal' | 'expression';
  /** The piece's source in the template: UTF-16 offsets, the end is exclusive. An expression includes its braces. */
  readonly start: number;
  readonly end: number;
  /**
   * The names that an expression read, as in `templateNames` (`order.body.id`, `@env.token`); inside `each` and `with`
   * also the names that the item came from. Never fewer than were read: secrets are found by them.
   */
  readonly names?: readonly string[];
}

/** Something in a template that a person should look at though it rendered. */
export interface TemplateWarning {
  readonly code: TemplateWarningCode;
  /** The variable as written (`user.mail`), or the helper whose result it was. */
  readonly name: string;
  /** From 1, in UTF-16 units, in the template as it was written. */
  readonly line: number;
  readonly column: number;
}

/**
 * - `unknown-variable`: not known, written as empty text (`null` at a JSON value position)
 * - `null-value`: holds null, written as empty text
 * - `url-path-value-empty`: empty text, so the path lost a part
 */
export type TemplateWarningCode = 'unknown-variable' | 'null-value' | 'url-path-value-empty';
