import type { RunView } from '#shared/run-events/run-view.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { runWanted } from '../../store/run-actions.ts';
import { useRuns } from '../../store/runs-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { Button } from '../../ui/button/button.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { AnswerBox } from './answer-box.tsx';
import { Conversation } from './conversation.tsx';
import { InputsForm } from './inputs-form.tsx';
import { RunFromForm } from './run-from-form.tsx';
import { SimulatorTools } from './simulator-tools.tsx';
import styles from './simulator.module.css';

interface SimulatorProps {
  /** The flow, or a run of the history whose flow is gone. */
  readonly ownerId: string;
  /** With a head of its own beside the other views; without one where it is a tab. */
  readonly headed: boolean;
}

/** The flow as a conversation: one talks to it and sees what it does. */
export function Simulator({ ownerId, headed }: SimulatorProps) {
  const flow = useFlow(ownerId);
  const run = useShownRun(ownerId);
  const asksInputs = useRuns((state) => state.inputsWantedFor === ownerId);
  const wanted = useRuns(({ fromWanted }) => (fromWanted?.flowId === ownerId ? fromWanted : null));
  if (flow === undefined)
    return run === undefined ? null : <PastConversation {...{ ownerId, headed, run }} />;
  const from = flow.nodes.find(({ id }) => id === wanted?.nodeId);
  const tools = <SimulatorTools flow={flow} run={run} />;
  return (
    <>
      {headed && <PanelHead title="Simulator" ruled tools={tools} />}
      <div className={styles.simulator} data-simulator>
        {!headed && <div className={styles.tools}>{tools}</div>}
        {asksInputs ? (
          <InputsForm flow={flow} />
        ) : wanted !== null && from !== undefined ? (
          <RunFromForm key={from.id} flow={flow} node={from} manner={wanted.manner} />
        ) : run === undefined ? (
          <NotRunYet flowId={ownerId} hasStart={flow.nodes.some((node) => node.kind === 'start')} />
        ) : (
          <>
            <Conversation key={`talk ${run.runId}`} ownerId={ownerId} run={run} />
            <AnswerBox key={run.runId} ownerId={ownerId} run={run} />
          </>
        )}
      </div>
    </>
  );
}

/** Where the flow is gone one can still read what was said. */
function PastConversation({ ownerId, headed, run }: SimulatorProps & { readonly run: RunView }) {
  return (
    <>
      {headed && <PanelHead title="Simulator" ruled />}
      <div className={styles.simulator} data-simulator>
        <Conversation ownerId={ownerId} run={run} />
      </div>
    </>
  );
}

function NotRunYet({ flowId, hasStart }: { readonly flowId: string; readonly hasStart: boolean }) {
  const keysOf = useCommandKeys();
  return (
    <EmptyState
      icon="message"
      title="Talk to the flow"
      action={
        <Button
          icon="run"
          keys={keysOf('run.start')}
          disabledReason={hasStart ? undefined : 'The flow has no Start node.'}
          onClick={() => void runWanted(flowId)}
        >
          Run
        </Button>
      }
    >
      A run says its messages here, asks its questions and makes its API Calls.
    </EmptyState>
  );
}
