import { failAt, type NodeStep } from './node-step.ts';

/** Ends the run with a result; empty text means there is none. */
export const endStep: NodeStep<'end'> = {
  enter(node, turn) {
    if (node.config.result === '') return { then: 'end', result: null };
    const rendered = turn.render(node.config.result, 'text');
    if (!rendered.ok) return failAt(node, rendered.failure.message);
    const { value, text } = rendered.value;
    return { then: 'end', result: value === undefined ? text : value };
  },
};
