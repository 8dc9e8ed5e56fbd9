import type { RunView } from '#shared/run-events/run-view.ts';
import { commandKeys } from '#shared/commands/command-keys.ts';
import { runWanted } from '../../store/run-actions.ts';
import { useRunOfFlow, useRuns } from '../../store/runs-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { AnswerBox } from './answer-box.tsx';
import { Conversation } from './conversation.tsx';
import { InputsForm } from './inputs-form.tsx';
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
  if (flow === undefined) return null;
  return (
    <>
      {headed && <PanelHead title="Simulator" ruled tools={<Restart flowId={flowId} run={run} />} />}
      <div className={styles.simulator} data-simulator>
        {asksInputs ? (
          <InputsForm flow={flow} />
        ) : run === undefined ? (
          <NotRunYet flowId={flowId} hasStart={flow.nodes.some((node) => node.kind === 'start')} />
        ) : (
          <>
            <Conversation flow={flow} run={run} />
            <AnswerBox key={run.runId} run={run} />
          </>
        )}
      </div>
    </>
  );
}

function Restart({ flowId, run }: { readonly flowId: string; readonly run: RunView | undefined }) {
  if (run === undefined) return null;
  return <IconButton icon="reset" label="Run again from the Start" onClick={() => void runWanted(flowId)} />;
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
