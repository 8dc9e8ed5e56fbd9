import { templateParts } from './template-parts.ts';

/** A place where a template reads a name. */
export interface TemplateName {
  /** The first part of the path as the scope knows it: a variable, or a system name with its `@`. */
  readonly name: string;
  /** The whole path, `name` first. */
  readonly path: readonly string[];
  /** The path in the source; UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

const plainPath = /^(\{\{~?\{?\s*)(@?[A-Za-z_$][\w$-]*(?:\.[\w$-]+)*)\s*~?\}/;

/** The variables and system names that a template reads, in the order of the source. Never fails. */
export function templateNames(source: string): readonly TemplateName[] {
  return templateParts(source).flatMap((part) => {
    const match = part.kind === 'expression' ? plainPath.exec(part.text) : null;
    if (match === null) return [];
    const [, before = '', written = ''] = match;
    const path = written.split('.');
    const start = part.start + before.length;
    return [{ name: path[0] ?? written, path, start, end: start + written.length }];
  });
}
