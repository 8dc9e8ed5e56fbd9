/** What can be written at a place of a template. */
export interface TemplateCompletions {
  /** The stretch that a choice replaces: UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The best first. */
  readonly items: readonly TemplateCompletion[];
}

export interface TemplateCompletion {
  /** What is shown and matched against what was typed. */
  readonly label: string;
  readonly kind: 'variable' | 'key' | 'environment' | 'secret' | 'system' | 'helper' | 'block' | 'keyword';
  /** What is written; with `${1:placeholder}` stops where `isSnippet`. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** Beside the label: kind of value and a sample, or a helper's signature. Plain text. */
  readonly detail: string;
  /** Plain text: where it is set, what a helper does. */
  readonly documentation: string;
  /** Where it replaces more than the others: a block snippet takes the closing braces too. */
  readonly end?: number;
}
