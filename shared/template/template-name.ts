/** A place where a template reads a name of the run or of the system. */
export interface TemplateName {
  /** A variable, or a system name with its `@`; all variables together (`this`, `@root`) are `@root`. */
  readonly name: string;
  /** The whole path, `name` first. */
  readonly path: readonly string[];
  /** The path as it is written in the source; UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The part of it that is the name, for renaming: with its brackets or quotes, without `../` and `@root.`. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /**
   * Whether it may be unset here without a mistake: the place asks for that (`default x …`, `if x`), or it is behind such
   * a question (`{{#if x}}…{{x}}…{{/if}}`). In a template that cannot be read everything counts as asked.
   */
  readonly asked: boolean;
}
