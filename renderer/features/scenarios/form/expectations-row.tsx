import { useMemo } from 'react';
import { exitName } from '#shared/nodes/exit-name.ts';
import { expectationInWords, type ExpectationNames } from '#shared/scenario/expectation-words.ts';
import { type Expectation, type ExpectationType } from '#shared/scenario/expectation.ts';
import { useTroublesOfRows } from '../../../store/troubles-of-rows.ts';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { ItemList } from './item-list.tsx';
import { newExpectation } from './new-expectation.ts';
import { useScenarioForm } from './scenario-form-context.ts';
import type { ScenarioNodes } from './scenario-nodes.ts';

/** What has to come of a run. */
export function ExpectationsRow() {
  const { edit, nodes, scenario } = useScenarioForm();
  const changed = (expect: readonly Expectation[], field: string | null) =>
    edit((before) => ({ ...before, expect: [...expect] }), field);
  const names = useMemo(() => namesIn(nodes), [nodes]);
  const troubles = useTroublesOfRows(scenario.id, 'Expectations');
  const offered = types.filter(({ value }) => newExpectation(value, nodes) !== null);
  return (
    <FormRow
      title="Expectations"
      hint="What has to come of it. Without one about the end, a run has to end normally"
    >
      <ItemList
        label="Expectations"
        one="expectation"
        items={scenario.expect}
        onChange={changed}
        summary={(expectation, at) => ({
          kind: typeLabels.get(expectation.type) ?? '',
          words: expectationInWords(expectation, names),
          trouble: troubles.get(at) ?? null,
        })}
        kinds={offered.map(({ label, value }) => ({ label, make: () => newExpectation(value, nodes) }))}
      >
        {(expectation, onChange) => (
          <>
            <Field label="What is expected" labelHidden>
              <Select
                value={expectation.type}
                options={types.filter((each) => each.value === expectation.type || offered.includes(each))}
                onChange={(type) => {
                  const made = type === expectation.type ? null : newExpectation(type, nodes);
                  if (made !== null) onChange(made, null);
                }}
              />
            </Field>
            <ExpectationFields expectation={expectation} onChange={onChange} />
          </>
        )}
      </ItemList>
    </FormRow>
  );
}

const types: readonly { readonly value: ExpectationType; readonly label: string }[] = [
  { value: 'message', label: 'The bot says' },
  { value: 'variable', label: 'A variable at the end' },
  { value: 'exit', label: 'A node is left by an exit' },
  { value: 'path', label: 'The path through the nodes' },
  { value: 'call', label: 'One call' },
  { value: 'calls', label: 'The number of calls' },
  { value: 'call-order', label: 'The order of the calls' },
  { value: 'end', label: 'How it ends' },
  { value: 'duration', label: 'How long it takes' },
];

const typeLabels: ReadonlyMap<string, string> = new Map(types.map(({ label, value }) => [value, label]));

function namesIn({ byId }: Pick<ScenarioNodes, 'byId'>): ExpectationNames {
  return {
    node: (id) => byId.get(id)?.node.name ?? 'a node that is gone',
    exit: (id, exit) => exitName(byId.get(id)?.node, exit),
  };
}
