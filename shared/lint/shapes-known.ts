import type { KnownName, TemplateKnowledge } from '../template/language/template-knowledge.ts';
import type { TemplateName } from '../template/template-name.ts';
import type { FlowFacts } from './flow-facts.ts';

/**
 * What is known of the values of the names that a template reads: no more of the flow's names than those, for a large flow
 * has thousands.
 */
export function shapesKnown(
  names: readonly TemplateName[],
  { around, shapeOf }: FlowFacts,
): TemplateKnowledge {
  const read = new Set(names.map(({ name }) => name));
  const variables = [...read].flatMap((name): readonly KnownName[] => {
    const shape = shapeOf(name);
    return shape === null ? [] : [{ name, origin: 'variable', set: 'always', setBy: [], shape }];
  });
  return { names: [...variables, ...around.known] };
}
