import { succeeded, type Outcome } from '../outcome/outcome.ts';
import { valueAtPath } from '../value/value-at-path.ts';
import { valueText } from '../value/value-text.ts';
import type { Rendered } from './rendered.ts';
import type { TemplateFailure } from './template-failure.ts';
import type { TemplateField } from './template-field.ts';
import { templateNames } from './template-names.ts';
import { templateParts } from './template-parts.ts';
import type { TemplateScope } from './template-scope.ts';

/** Renders a template for the field it stands in. */
export function renderTemplate(
  source: string,
  _field: TemplateField,
  scope: TemplateScope,
): Outcome<Rendered, TemplateFailure> {
  const segments = templateParts(source).map((part) => {
    const path = templateNames(part.text)[0]?.path ?? [];
    const value = part.kind === 'expression' ? (valueAtPath(scope.variables, path) ?? null) : part.text;
    const from = part.kind === 'text' ? ('literal' as const) : ('expression' as const);
    return { text: valueText(value), from, start: part.start, end: part.end };
  });
  return succeeded({ text: segments.map((segment) => segment.text).join(''), warnings: [], segments });
}
