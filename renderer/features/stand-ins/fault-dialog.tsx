import { useState, type SubmitEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { Fault } from '#shared/stand-in/fault.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import type { StandIn } from '#shared/stand-in/stand-in.ts';
import { askedDialogClosed, useAskedDialog } from '../../store/asked-dialogs.ts';
import { standInChosen, useFixtures, useStandIn } from '../../store/stand-ins.ts';
import { useFlow } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { FaultFields } from './fault-fields.tsx';
import styles from './stand-ins.module.css';

/** Lets a person say what is to go wrong with an API Call, and for how many attempts. */
export function FaultDialog() {
  const asked = useAskedDialog();
  const request = asked?.type === 'fault' ? asked : null;
  const flow = useFlow(request?.flowId ?? null);
  const node = flow?.nodes.find(({ id }) => id === request?.nodeId);
  return (
    <Dialog
      open={node !== undefined}
      onClose={askedDialogClosed}
      keepsTyped
      title={`Fault ${node?.name ?? ''}`}
      description="From the next run on it happens to this API Call. Nothing goes to the network."
      width="wide"
    >
      {node !== undefined && <FaultForm node={node} />}
    </Dialog>
  );
}

type FaultChoice = Extract<StandIn, { type: 'fault' }>;

function FaultForm({ node }: { readonly node: Flow['nodes'][number] }) {
  const chosen = useStandIn(node.id);
  const [choice, setChoice] = useState<FaultChoice>(() => begun(chosen));
  const changed = (change: Partial<FaultChoice>) => setChoice({ ...choice, ...change });
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    standInChosen(node.id, choice);
    askedDialogClosed();
  };
  return (
    <form className={styles.form} onSubmit={submitted}>
      <FaultFields fault={choice.fault} onChange={(fault: Fault) => changed({ fault })} />
      {choice.fault.kind !== 'exception' && <Attempts nodeId={node.id} choice={choice} onChange={changed} />}
      <div className={styles.buttons}>
        <Button onClick={askedDialogClosed}>Cancel</Button>
        <Button type="submit" look="primary" icon="fault">
          Set the fault
        </Button>
      </div>
    </form>
  );
}

/** A fault as it was chosen; else a new one, after which the fixture goes on that answered until now. */
function begun(chosen: StandIn | undefined): FaultChoice {
  if (chosen?.type === 'fault') return chosen;
  return { type: 'fault', fault: newFault('status'), attempts: 'all', then: chosen?.id ?? null };
}

interface AttemptsProps {
  readonly nodeId: string;
  readonly choice: FaultChoice;
  readonly onChange: (change: Partial<FaultChoice>) => void;
}

function Attempts({ nodeId, choice, onChange }: AttemptsProps) {
  const fixtures = useFixtures().filter(({ id, node }) => node === nodeId || id === choice.then);
  const { attempts } = choice;
  return (
    <div className={styles.line}>
      <Field label="For">
        <Select
          value={attempts === 'all' ? 'all' : 'first'}
          options={[
            { value: 'all', label: 'Every attempt' },
            { value: 'first', label: 'The first attempts' },
          ]}
          onChange={(value) => onChange({ attempts: value === 'all' ? 'all' : 1 })}
        />
      </Field>
      {attempts !== 'all' && (
        <>
          <Field label="How many">
            <NumberField
              value={attempts}
              min={1}
              max={100}
              onChange={(value) => onChange({ attempts: value ?? 1 })}
            />
          </Field>
          <Field label="Then">
            <Select
              value={choice.then ?? 'live'}
              options={[
                { value: 'live', label: 'Live' },
                ...fixtures.map(({ id, name }) => ({ value: id, label: name, icon: 'fixture' as const })),
              ]}
              onChange={(value) => onChange({ then: fixtures.find(({ id }) => id === value)?.id ?? null })}
            />
          </Field>
        </>
      )}
    </div>
  );
}
