import { templateNames, type TemplateName } from '../template-names.ts';

/** The variable or system name whose path an offset is in or directly behind; `null` where there is none. */
export function nameAt(source: string, offset: number): TemplateName | null {
  return templateNames(source).find(({ start, end }) => start <= offset && offset <= end) ?? null;
}
