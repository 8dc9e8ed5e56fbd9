import { commandKeys } from '#shared/commands/command-keys.ts';
import { runWanted } from '../../store/run-actions.ts';
import { useRunOfFlow, useRuns } from '../../store/runs-store.ts';
import { useFlow } from '../../store/use-documents.ts';
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
  readonly flowId: string;
  /** With a head of its own beside the other views; without one where it is a tab. */
  readonly headed: boolean;
}

/** The flow as a conversation: one talks to it and sees what it does. */
export function Simulator({ flowId, headed }: SimulatorProps) {
  const flow = useFlow(flowId);
  const run = useRunOfFlow(flowId);
  const asksInputs = useRuns((state) => state.inputsWantedFor === flowId);
  const fromId = useRuns(({ fromWanted }) => (fromWanted?.flowId === flowId ? fromWanted.nodeId : null));
  if (flow === undefined) return null;
  const from = flow.nodes.find(({ id }) => id === fromId);
  const tools = <SimulatorTools flow={flow} run={run} />;
  return (
    <>
      {headed && <PanelHead title="Simulator" ruled tools={tools} />}
      <div className={styles.simulator} data-simulator>
        {!headed && <div className={styles.tools}>{tools}</div>}
        {asksInputs ? (
          <InputsForm flow={flow} />
        ) : from !== undefined ? (
          <RunFromForm key={from.id} flow={flow} node={from} />
        ) : run === undefined ? (
          <NotRunYet flowId={flowId} hasStart={flow.nodes.some((node) => node.kind === 'start')} />
        ) : (
          <>
            <Conversation key={`talk ${run.runId}`} flow={flow} run={run} />
            <AnswerBox key={run.runId} run={run} />
          </>
        )}
      </div>
    </>
  );
}

function NotRunYet({ flowId, hasStart }: { readonly flowId: string; readonly hasStart: boolean }) {
  return (
    <EmptyState
      icon="message"
      title="Talk to the flow"
      action={
        <Button
          icon="run"
          keys={commandKeys('run.start')}
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
