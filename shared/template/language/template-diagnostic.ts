/** Something in a template that is wrong, or that a person should look at, with ways to mend it. */
export interface TemplateDiagnostic {
  /** UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning';
  /** One sentence for people. */
  readonly message: string;
  readonly fixes: readonly TemplateFix[];
}

/** A change that mends a template, in words and as edits of one source. */
export interface TemplateFix {
  readonly title: string;
  readonly edits: readonly TemplateEdit[];
}

/** A stretch of a source and what takes its place. */
export interface TemplateEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
