import { useState, type SubmitEvent } from 'react';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { httpMethods, type HttpMethod } from '#shared/nodes/api-call-node.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { endpointTested, runStopped } from '../../store/run-actions.ts';
import { useRuns } from '../../store/runs-store.ts';
import { panelTabShown } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { FieldJoin } from '../../ui/field/field-join.tsx';
import { Select } from '../../ui/field/select.tsx';
import { MethodLabel } from '../../ui/status/method-label.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import styles from './endpoint-editor.module.css';

/** Sends one request through the endpoint as it is now; the response opens in the panel below. */
export function TestRequest({ endpoint }: { readonly endpoint: Endpoint }) {
  const [method, setMethod] = useState<HttpMethod>('GET');
  const [path, setPath] = useState('/');
  const run = useRuns((state) => state.runs[state.singleCalls[endpoint.id] ?? '']);
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    void endpointTested(endpoint.id, method, path);
  };
  return (
    <form className={styles.test} aria-label="Test request" onSubmit={submitted}>
      <div className={styles.testLine}>
        <div className={styles.grow}>
          <Field label="Method and path" labelHidden as="group">
            <FieldJoin>
              <Select
                label="Method"
                className={styles.method}
                value={method}
                onChange={setMethod}
                options={httpMethods.map((each) => ({
                  value: each,
                  label: each,
                  shown: <MethodLabel method={each} />,
                }))}
              />
              <TemplateField field="path" label="Path" value={path} onChange={setPath} />
            </FieldJoin>
          </Field>
        </div>
        {run?.outcome === 'running' ? (
          <Button icon="stop" onClick={() => void runStopped(run.runId)}>
            Cancel
          </Button>
        ) : (
          <Button type="submit" icon="send">
            Send
          </Button>
        )}
      </div>
      {run !== undefined && <TestResult run={run} />}
    </form>
  );
}

function TestResult({ run }: { readonly run: RunView }) {
  const ended = run.calls[0]?.ended ?? null;
  if (ended === null) {
    return (
      <div className={styles.result} role="status">
        {run.outcome === 'running' ? 'Waiting for the response…' : (run.message ?? 'Nothing was sent.')}
      </div>
    );
  }
  return (
    <div className={styles.result} role="status">
      <StatusChip status={ended.status} statusCode={ended.statusCode} size="l" />
      <span>{formatDuration(ended.tookMs)}</span>
      {ended.statusCode !== null && <span>{formatSize(ended.sizeBytes)}</span>}
      {ended.sentence !== null && <span className={styles.grow}>{ended.sentence}</span>}
      <Button look="link" onClick={() => panelTabShown('response')}>
        Show the response
      </Button>
    </div>
  );
}
