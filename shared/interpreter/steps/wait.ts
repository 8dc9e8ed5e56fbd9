import { waitLengthMs } from '../wait-length.ts';
import { failAt, leaveBy, type NodeStep } from './node-step.ts';

/** Pauses. The host waits, for real or in a clock of its own, and says when it is over. */
export const waitStep: NodeStep<'wait'> = {
  enter(node, turn) {
    const rendered = turn.render(node.config.amount, 'text');
    if (!rendered.ok) return failAt(node, rendered.failure.message);
    const length = waitLengthMs(rendered.value, node.config.unit);
    if (!length.ok) return failAt(node, length.failure);
    const plannedMs = length.value;
    const until = new Date(Date.parse(turn.now) + plannedMs).toISOString();
    turn.tell({ type: 'wait-started', plannedMs });
    turn.want({ type: 'wait', nodeId: node.id, plannedMs, until });
    return { then: 'wait', waiting: { for: 'wait', until } };
  },

  resume(_node, turn, input) {
    if (input.type !== 'wait-over') throw new Error('A wait waits for its end.');
    turn.tell({ type: 'wait-ended' });
    return leaveBy('next');
  },
};
