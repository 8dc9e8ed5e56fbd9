import { useRef, useState, type SubmitEvent } from 'react';
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
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';

/** Asks for the expression that must be true for a run to stop. */
export function BreakpointDialog() {
  const asked = useBreakpointAsked();
  if (asked === null) return null;
  return <Asked key={`${asked.node} ${asked.exit ?? ''}`} asked={asked} />;
}

const formId = 'breakpoint-condition';

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
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
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
    <Dialog
      open
      onClose={breakpointDialogClosed}
      width="wide"
      title={title}
      description="A debugged run stands still there where the condition is true. Without one it always does."
      initialFocus={field}
      footer={
        <>
          <Button onClick={breakpointDialogClosed}>Cancel</Button>
          <Button look="primary" type="submit" form={formId}>
            Set the breakpoint
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submitted}>
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
      </form>
    </Dialog>
  );
}

function titleOf({ exit }: BreakpointAsked, node: FlowNode | undefined): string {
  const name = node?.name ?? 'the node';
  return exit === null
    ? `Breakpoint before ${name}`
    : `Breakpoint after ${name} leaves by ${exitName(node, exit)}`;
}
