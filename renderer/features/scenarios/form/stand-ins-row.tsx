import type { NodeId } from '#shared/ids/ids.ts';
import type { ScenarioStandIn } from '#shared/scenario/scenario.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import type { StandIn } from '#shared/stand-in/stand-in.ts';
import { useFixtures } from '../../../store/stand-ins.ts';
import { documentOpened } from '../../../store/view-store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { FixtureSelect } from './fixture-select.tsx';
import { ItemList } from './item-list.tsx';
import { NodeSelect } from './node-select.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { withMember } from './with-member.ts';
import styles from './form.module.css';

/** What answers the calls in place of the network. */
export function StandInsRow() {
  const { edit, nodes, scenario } = useScenarioForm();
  const calls = nodes.all.flatMap(({ node }) => (node.kind === 'api-call' ? [node.id] : []));
  const fixtures = useFixtures();
  const fresh = (): ScenarioStandIn => {
    const taken = new Set(scenario.standIns.map(({ node }) => node));
    const node = calls.find((id) => !taken.has(id)) ?? calls[0];
    if (node === undefined) throw new Error('There is no API Call that anything could stand in for.');
    const fixture = fixtures.find((each) => each.node === node);
    return { node, use: fixture === undefined ? 'live' : { type: 'fixture', id: fixture.id } };
  };
  return (
    <FormRow title="Stand-ins" hint="What answers an API Call in place of the network">
      <ItemList
        label="Stand-ins"
        one="stand-in"
        items={scenario.standIns}
        fresh={fresh}
        freshRefused={calls.length === 0 ? 'The flow makes no API Call.' : undefined}
        onChange={(standIns, field) => edit((before) => ({ ...before, standIns: [...standIns] }), field)}
      >
        {(standIn, onChange) => <StandInFields standIn={standIn} onChange={onChange} />}
      </ItemList>
    </FormRow>
  );
}

interface StandInFieldsProps {
  readonly standIn: ScenarioStandIn;
  readonly onChange: (standIn: ScenarioStandIn, field: string | null) => void;
}

function StandInFields({ onChange, standIn }: StandInFieldsProps) {
  const fixtures = useFixtures().filter(({ node }) => node === standIn.node);
  const { use } = standIn;
  const kind = use === 'live' ? 'live' : use.type;
  const kindPicked = (next: 'live' | 'fixture' | 'fault') => {
    const fixture = fixtures[0]?.id;
    if (next === 'live') onChange({ ...standIn, use: 'live' }, null);
    else if (next === 'fault') onChange({ ...standIn, use: faultInPlaceOf(use) }, null);
    else if (fixture !== undefined) onChange({ ...standIn, use: { type: 'fixture', id: fixture } }, null);
  };
  return (
    <>
      <div className={styles.line}>
        <NodeSelect
          label="API Call"
          value={standIn.node}
          kinds={['api-call']}
          onChange={(node) => node !== undefined && onChange({ ...standIn, node }, null)}
        />
        <Field label="Call">
          <NumberField
            min={1}
            max={10_000}
            placeholder="every one"
            value={standIn.call ?? null}
            onChange={(call) =>
              onChange(withMember(standIn, 'call', call === null ? undefined : Math.round(call)), null)
            }
          />
        </Field>
        <Field
          label="Answered by"
          hint={
            fixtures.length === 0 && kind !== 'fixture'
              ? 'This API Call has no fixture yet. Pin a response of it, or record one.'
              : undefined
          }
        >
          <Select
            value={kind}
            options={[
              ...(fixtures.length > 0 || kind === 'fixture'
                ? [{ value: 'fixture' as const, label: 'A fixture', icon: 'fixture' as const }]
                : []),
              { value: 'fault' as const, label: 'A fault', icon: 'fault' as const },
              { value: 'live' as const, label: 'The network', icon: 'endpoint' as const },
            ]}
            onChange={kindPicked}
          />
        </Field>
      </div>
      <UsePart standIn={standIn} onChange={onChange} />
    </>
  );
}

/** What belongs to a fixture or a fault. */
function UsePart({ onChange, standIn }: StandInFieldsProps) {
  const { use } = standIn;
  if (use === 'live') return null;
  if (use.type === 'fault') {
    return (
      <FaultPart
        node={standIn.node}
        use={use}
        onChange={(next) => onChange({ ...standIn, use: next }, 'fault')}
      />
    );
  }
  return (
    <div className={styles.withButton}>
      <FixtureSelect
        label="Fixture"
        node={standIn.node}
        value={use.id}
        onChange={(id) => id !== null && onChange({ ...standIn, use: { type: 'fixture', id } }, null)}
      />
      <Button look="link" onClick={() => documentOpened(use.id)}>
        Open it
      </Button>
    </div>
  );
}

type FaultUse = Extract<StandIn, { type: 'fault' }>;

interface FaultPartProps {
  readonly node: NodeId;
  readonly use: FaultUse;
  readonly onChange: (use: FaultUse) => void;
}

function FaultPart({ node, onChange, use }: FaultPartProps) {
  const { faultFields } = useScenarioForm();
  return (
    <>
      {faultFields(use.fault, (fault) => onChange({ ...use, fault }))}
      {use.fault.kind !== 'exception' && (
        <div className={styles.line}>
          <Field label="Attempts">
            <NumberField
              min={1}
              max={100}
              placeholder="every one"
              value={use.attempts === 'all' ? null : use.attempts}
              onChange={(value) => onChange({ ...use, attempts: value === null ? 'all' : Math.round(value) })}
            />
          </Field>
          {use.attempts !== 'all' && (
            <FixtureSelect
              label="Then"
              none="The network"
              node={node}
              value={use.then}
              onChange={(then) => onChange({ ...use, then })}
            />
          )}
        </div>
      )}
    </>
  );
}

/** A new fault, after which the fixture goes on that answered until now. */
function faultInPlaceOf(use: ScenarioStandIn['use']): FaultUse {
  if (use !== 'live' && use.type === 'fault') return use;
  return { type: 'fault', fault: newFault('status'), attempts: 'all', then: use === 'live' ? null : use.id };
}
