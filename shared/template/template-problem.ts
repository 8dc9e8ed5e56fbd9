import type { StatusPlaceholders } from '../response/call-statuses.ts';
import type { TemplateFailureCode } from './template-failure.ts';

/** A failure before it is put into words: it knows offsets of the source and nothing of the field. */
export interface TemplateProblem {
  readonly code: TemplateFailureCode;
  /** Where the failure points: a UTF-16 offset in the source. */
  readonly offset: number;
  /** The expression or tag that is to blame, with its braces. */
  readonly blame?: { readonly start: number; readonly end: number };
  /** The variable, helper or block that is to blame. */
  readonly name?: string;
  readonly placeholders?: StatusPlaceholders;
  /** Says it better than the sentence of the list, which may need words that only the caller knows. */
  readonly sentence?: string;
}

/** Carries a problem out of the depth of a parse or a rendering. It never leaves `renderTemplate`. */
export class TemplateStop extends Error {
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem) {
    super(problem.code);
    this.name = 'TemplateStop';
    this.problem = problem;
  }
}
