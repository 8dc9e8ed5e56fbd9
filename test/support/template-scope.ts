// Gives template tests one clock reading and one identifier, so that results can be written down.
import type { TemplateScope } from '#shared/template/template-scope.ts';
import type { ValueObject } from '#shared/value/value.ts';

/** A scope for templates with one fixed clock reading and a fixed identifier, and no time limit but the steps. */
export function templateScope(variables: ValueObject, more: Partial<TemplateScope> = {}): TemplateScope {
  return {
    variables,
    system: { now: '2025-03-04T10:20:30.000Z', uuid: () => '4f6d3c1e-8a52-4b1f-9c6e-0d2a7b5e9f10' },
    ...more,
  };
}
