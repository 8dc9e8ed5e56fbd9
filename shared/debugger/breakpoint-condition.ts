import { randomSource } from '../interpreter/random-state.ts';
import type { Program } from '../interpreter/program.ts';
import { runScope } from '../interpreter/run-scope.ts';
import type { RunState } from '../interpreter/run-state.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { isTruthy } from '../template/evaluation/truth.ts';
import { renderTemplate } from '../template/render-template.ts';
import type { TemplateFailure } from '../template/template-failure.ts';

/**
 * Whether the condition of a breakpoint holds for a run, or why that cannot be said, in a sentence. Pure: the draws of
 * `@uuid` are thrown away, and the run goes on as if nobody had asked.
 *
 * A name that nothing has set is a failure and not merely false: a misspelled condition would otherwise never stop.
 */
export function conditionHolds(
  condition: string,
  program: Program,
  state: RunState,
): Outcome<boolean, string> {
  const graph = program.flows.get(state.flowStack.at(-1)?.flowId ?? program.entry);
  if (graph === undefined) throw new Error('The run is in a flow that its program does not hold.');
  const random = randomSource(state.random);
  const scope = runScope(program, graph, state, state.clock, () => random.uuid());
  const rendered = renderTemplate(conditionTemplate(condition), 'text', { ...scope, strict: true });
  if (!rendered.ok) return failed(troubleOf(rendered.failure));
  const { text, value } = rendered.value;
  return succeeded(value === undefined ? !['', 'false'].includes(text.trim()) : isTruthy(value));
}

// The place in the template would be one of what is written round the expression.
function troubleOf({ code, message, name }: TemplateFailure): string {
  return code === 'placeholder-unresolved' && name !== undefined
    ? `${name} is not set at this moment.`
    : message;
}

/** The template that a condition is: what is written without braces is one expression. */
export function conditionTemplate(condition: string): string {
  return condition.includes('{{') ? condition : `{{${condition.trim()}}}`;
}
