import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { describeProblem } from './describe-problem.ts';
import { fieldEncoder } from './encoders/encoder-of-field.ts';
import type { LoweredTemplate } from './evaluation/lower-template.ts';
import { RenderState, type NotedWarning } from './evaluation/render-state.ts';
import { WorkBudget } from './evaluation/work-budget.ts';
import { readyTemplate } from './ready-template.ts';
import type { Rendered, TemplateWarning } from './rendered.ts';
import { sourcePositions } from './source-position.ts';
import type { TemplateFailure } from './template-failure.ts';
import type { TemplateField } from './template-field.ts';
import { TemplateStop } from './template-problem.ts';
import type { TemplateScope } from './template-scope.ts';

/**
 * Renders a template for the field it stands in (SEMANTICS, Templates).
 *
 * A single pass: a value is encoded for its position and never looked at for expressions. Nothing but the scope is
 * read, nothing becomes code, and the work is limited. A JSON body must parse and a base URL must be one; every other
 * field gives text that is safe where it stands.
 */
export function renderTemplate(
  source: string,
  field: TemplateField,
  scope: TemplateScope,
): Outcome<Rendered, TemplateFailure> {
  const budget = new WorkBudget(scope.system.monotonicMs);
  const ready = readyTemplate(source, budget);
  if (!ready.ok) return failed(describeProblem(ready.failure, source, field));
  try {
    return succeeded(renderReady(ready.value, source, field, scope, budget));
  } catch (stop) {
    if (stop instanceof TemplateStop) return failed(describeProblem(stop.problem, source, field));
    throw stop;
  }
}

function renderReady(
  template: LoweredTemplate,
  source: string,
  field: TemplateField,
  scope: TemplateScope,
  budget: WorkBudget,
): Rendered {
  const encoder = fieldEncoder(field);
  const state = new RenderState(scope, encoder, budget);
  template.run(state);
  const { segments, warnings } = state;
  let text = '';
  for (const segment of segments) text += segment.text;
  encoder.finish?.(text, segments, source);
  const result = { text, warnings: withPositions(warnings, source), segments };
  return template.isSole ? { ...result, value: state.lastValue } : result;
}

function withPositions(warnings: readonly NotedWarning[], source: string): readonly TemplateWarning[] {
  if (warnings.length === 0) return [];
  const positionAt = sourcePositions(source);
  return warnings.map(({ code, name, offset }) => ({ code, name, ...positionAt(offset) }));
}
