import { useRef, useState } from 'react';
import { conditionProblem } from '#shared/debugger/condition-problem.ts';
import {
  breakpointDialogClosed,
  useBreakpointAsked,
  type BreakpointAsked,
} from '../../store/breakpoint-dialog-store.ts';
import { breakpointAt, breakpointSet, breakpointsOf } from '../../store/breakpoints.ts';
import { useFlow } from '../../store/use-documents.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FormDialog } from '../../ui/overlay/form-dialog.tsx';

/** Asks for the expression that must be true for a run to stop. */
export function BreakpointDialog() {
  const asked = useBreakpointAsked();
  if (asked === null) return null;
  return <Asked key={`${asked.node} ${asked.exit ?? ''}`} asked={asked} />;
}

function Asked({ asked }: { readonly asked: BreakpointAsked }) {
  const { exit, flowId, node } = asked;
  const flow = useFlow(flowId);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(breakpointAt(breakpointsOf(flowId), asked)?.condition ?? '');
  const [error, setError] = useState<string | null>(null);
  const title = titleOf(
    asked,
    flow?.nodes.find(({ id }) => id === node),
  );
  const submitted = () => {
    const problem = text.trim() === '' ? null : conditionProblem(text);
    setError(problem);
    if (problem !== null) {
      field.current?.focus();
      return;
    }
    breakpointSet(flowId, { node, exit, condition: text.trim() });
    breakpointDialogClosed();
  };
  return (
    <FormDialog
      title={title}
      description="A debugged run stands still there where the condition is true. Without one it always does."
      action="Set the breakpoint"
      onSubmit={submitted}
      onClose={breakpointDialogClosed}
      initialFocus={field}
    >
      <Field
        label="Condition"
        error={error ?? undefined}
        hint={'An expression, such as eq order.status_code 404, or and (gt total 100) (eq country "PT").'}
      >
        <TextField
          ref={field}
          mono
          value={text}
          placeholder="eq order.status_code 404"
          onChange={(next) => {
            setText(next);
            setError(null);
          }}
        />
      </Field>
    </FormDialog>
  );
}

function titleOf({ exit }: BreakpointAsked, node: FlowNode | undefined): string {
  const name = node?.name ?? 'the node';
  return exit === null
    ? `Breakpoint before ${name}`
    : `Breakpoint after ${name} leaves by ${exitName(node, exit)}`;
}
