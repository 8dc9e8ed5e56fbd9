import { templateNames } from '../template/template-names.ts';

/** The names of run variables and environment values that templates read, in the order of reading, without repeats. */
export function namesRead(templates: readonly string[]): readonly string[] {
  const names = templates.flatMap((template) => templateNames(template).map(({ name }) => name));
  return [...new Set(names)].filter((name) => !name.startsWith('@'));
}
