import { useCommandKeys } from '../../store/command-keys.ts';
import { useCommands } from '../../store/command-registry.ts';
import { callTried, runStopped } from '../../store/run-actions.ts';
import { useRuns } from '../../store/runs-store.ts';
import { Button } from '../../ui/button/button.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { SampleRows } from './sample-rows.tsx';
import { useSampleValues } from './use-sample-values.ts';
import styles from './call-foot.module.css';

/** Sends this call alone, with sample values for the variables that it reads. */
export function CallFoot({ flow, node }: CallEditorProps) {
  const keysOf = useCommandKeys();
  const samples = useSampleValues(flow, node);
  const run = useRuns((state) => state.runs[state.singleCalls[node.id] ?? '']);
  const hasEndpoint = node.config.endpoint !== null;
  const send = () => void callTried(flow, node, { ...samples.texts });
  useCommands({ 'call.send': hasEndpoint ? send : null });
  return (
    <div className={styles.foot}>
      <div className={styles.samples}>
        {samples.names.length === 0 && <span className={styles.sampleLine}>Reads no variables</span>}
        <SampleRows nodeId={node.id} samples={samples} />
      </div>
      {run?.outcome === 'running' ? (
        <Button icon="stop" onClick={() => void runStopped(run.runId)}>
          Cancel
        </Button>
      ) : (
        <Button
          icon="send"
          keys={keysOf('call.send')}
          disabledReason={hasEndpoint ? undefined : 'Pick an endpoint first.'}
          onClick={send}
        >
          Send
        </Button>
      )}
    </div>
  );
}
