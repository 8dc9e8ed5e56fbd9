import type { StatusPlaceholders } from '../response/call-statuses.ts';

/** Why a template gave no text. The sentence needs no other; the rest is there to point and to build other sentences. */
export interface TemplateFailure {
  readonly code: TemplateFailureCode;
  /** A sentence for people with the place in it. It never quotes a value. */
  readonly message: string;
  /** From 1, in UTF-16 units, in the template as it was written. */
  readonly line: number;
  readonly column: number;
  /** The source of the expression that is to blame, with its braces. */
  readonly expression?: string;
  /** The variable, helper or block that is to blame. */
  readonly name?: string;
  /** The words for `callStatusSentence` of the same code, all but what only the caller knows (`field`, `header`). */
  readonly placeholders: StatusPlaceholders;
}

/** The codes of the call statuses that a template can end with. */
export type TemplateFailureCode =
  | 'template-syntax'
  | 'template-expression-unclosed'
  | 'template-block-unclosed'
  | 'template-block-mismatch'
  | 'template-block-unopened'
  | 'template-unknown-helper'
  | 'template-unknown-block'
  | 'template-helper-arguments'
  | 'template-partial-refused'
  | 'template-decorator-refused'
  | 'template-raw-block-refused'
  | 'template-iterations-limit'
  | 'template-output-limit'
  | 'template-time-limit'
  | 'placeholder-unresolved'
  | 'json-escape-open'
  | 'body-json-invalid'
  | 'url-invalid'
  | 'url-scheme-unsupported'
  | 'url-userinfo'
  | 'url-host-missing'
  | 'url-host-invalid'
  | 'url-dot-segment'
  | 'url-path-value-missing'
  | 'header-value-line-break'
  | 'header-value-control-character'
  | 'header-value-not-latin1';
