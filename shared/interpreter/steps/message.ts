import { failAt, leaveBy, type NodeStep } from './node-step.ts';

/** Says a text. */
export const messageStep: NodeStep<'message'> = {
  enter(node, turn) {
    const rendered = turn.render(node.config.text, 'text');
    if (!rendered.ok) return failAt(node, rendered.failure.message);
    turn.tell({ type: 'said', text: rendered.value.text });
    return leaveBy('next');
  },
};
