import { isVariableName } from '../../flow/variable-name.ts';
import { enabledChanges, type VariableChange } from '../../nodes/set-variables-node.ts';
import { changedValue } from '../changed-value.ts';
import type { Turn } from '../turn.ts';
import { failAt, leaveBy, type NodeStep } from './node-step.ts';

/** Makes its changes in their order. One that cannot be made ends the run; those above it were made. */
export const setVariablesStep: NodeStep<'set-variables'> = {
  enter(node, turn) {
    // All names before any change: like other nodes it does nothing where it cannot store what it is for.
    const changes = enabledChanges(node.config);
    const unusable = changes.find(({ variable }) => !isVariableName(variable));
    if (unusable !== undefined)
      return failAt(
        node,
        `Change ${String(node.config.changes.indexOf(unusable) + 1)} is of "${unusable.variable}", which is no variable name.`,
      );
    for (const change of changes) {
      const problem = made(change, turn);
      if (problem !== null) return failAt(node, problem);
    }
    return leaveBy('next');
  },
};

function made({ variable, action, value }: VariableChange, turn: Turn): string | null {
  const rendered = action === 'unset' ? null : turn.render(value, 'text');
  if (rendered?.ok === false) return rendered.failure.message;
  const changed = changedValue(turn.variable(variable), {
    variable,
    action,
    rendered: rendered?.value ?? { text: '' },
  });
  if (!changed.ok) return changed.failure;
  if (changed.value === undefined) turn.unsetVariable(variable);
  else turn.setVariable(variable, changed.value);
  return null;
}
