import type { TemplateWarning, TemplateWarningCode } from '../template/rendered.ts';

/** A warning of a template as a sentence for people. */
export function warningSentence(warning: TemplateWarning): string {
  return sentences[warning.code](warning.name);
}

const sentences: Readonly<Record<TemplateWarningCode, (name: string) => string>> = {
  'unknown-variable': (name) => `${name} is not known here, so its place was left empty.`,
  'null-value': (name) => `${name} is null, so its place was left empty.`,
  'url-path-value-empty': (name) => `${name} is empty text, so the path lost a part.`,
};
