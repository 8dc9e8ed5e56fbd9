import { useState } from 'react';
import { compareRuns, type RunComparison } from '#shared/run-events/compare-runs.ts';
import type { RunView, TimelineRow } from '#shared/run-events/run-view.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import { comparisonAsked, useComparedFlow } from '../../store/compare-store.ts';
import { runsStore } from '../../store/runs-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Select, type SelectOption } from '../../ui/field/select.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './compare-dialog.module.css';

/** Two runs of a flow side by side: where they part, and which variables differ. */
export function CompareDialog() {
  const flowId = useComparedFlow();
  return flowId === null ? null : <Compared key={flowId} flowId={flowId} />;
}

const close = () => comparisonAsked(null);

function Compared({ flowId }: { readonly flowId: string }) {
  // As the runs were when the dialog opened: what is compared does not change while one reads.
  const [runs] = useState(() =>
    Object.values(runsStore.getState().runs).filter((run) => run.flowId === flowId),
  );
  const [ids, setIds] = useState<readonly [string, string]>([
    runs.at(-2)?.runId ?? '',
    runs.at(-1)?.runId ?? '',
  ]);
  const [first, second] = ids.map((id) => runs.find(({ runId }) => runId === id));
  const options = runs.map(optionOf);
  return (
    <Dialog
      open
      onClose={close}
      width="broad"
      title="Compare two runs"
      footer={<Button onClick={close}>Close</Button>}
    >
      <div className={styles.picks}>
        <Field label="Run">
          <Select value={ids[0]} options={options} onChange={(id) => setIds([id, ids[1]])} />
        </Field>
        <Field label="With">
          <Select value={ids[1]} options={options} onChange={(id) => setIds([ids[0], id])} />
        </Field>
      </div>
      {first !== undefined && second !== undefined && (
        <Differences flowId={flowId} comparison={compareRuns(first, second)} />
      )}
    </Dialog>
  );
}

const outcomes: Readonly<Record<RunView['outcome'], string>> = {
  running: 'under way',
  ended: 'ended',
  failed: 'failed',
  cancelled: 'stopped',
  interrupted: 'cut off',
};

/** Runs that share their past began at the same time, so each has a number too. */
function optionOf({ outcome, runId, startedAt }: RunView, at: number): SelectOption<string> {
  const time = new Date(startedAt).toLocaleTimeString('en-GB');
  return { value: runId, label: `Run ${String(at + 1)} · ${time} · ${outcomes[outcome]}` };
}

interface DifferencesProps {
  readonly flowId: string;
  readonly comparison: RunComparison;
}

function Differences({ comparison, flowId }: DifferencesProps) {
  const { variables } = comparison;
  return (
    <>
      <PartingPlace comparison={comparison} flowId={flowId} />
      {variables.length === 0 ? (
        <p className={styles.words}>Their variables are the same.</p>
      ) : (
        <div className={styles.scroller} tabIndex={0} role="region" aria-label="Variables that differ">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Variable</th>
                <th scope="col">Run</th>
                <th scope="col">With</th>
              </tr>
            </thead>
            <tbody>
              {variables.map(({ name, values: [a, b] }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{shownValue(a)}</td>
                  <td>{shownValue(b)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function PartingPlace({ comparison: { parts, sameSteps }, flowId }: DifferencesProps) {
  const flow = useFlow(flowId);
  const [a, b] = parts;
  if (a === null && b === null) return <p className={styles.words}>They went the same way.</p>;
  const nameOf = (row: TimelineRow | null) => {
    if (row === null) return 'its end';
    const name = flow?.nodes.find(({ id }) => id === row.nodeId)?.name ?? 'a node that is gone';
    return row.result === '' ? name : `${name} (${row.result})`;
  };
  const same = sameSteps === 1 ? 'one step' : `${String(sameSteps)} steps`;
  return (
    <p className={styles.words}>
      They went the same way for {same}. Then the one came to <b>{nameOf(a)}</b>, the other to{' '}
      <b>{nameOf(b)}</b>.
    </p>
  );
}

function shownValue(value: ValuePreview | null): string {
  if (value === null) return 'not set';
  return value.json.length > 2000 ? `${value.json.slice(0, 2000)}…` : value.json;
}
