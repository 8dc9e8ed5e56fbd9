import { canBeErrorNode } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import { documentEdited } from '../../store/documents-store.ts';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { PanelHead } from '../../ui/layout/panel-head.tsx';
import { errorNodeField } from './error-node-field.ts';
import { InspectorBody } from './inspector-body.tsx';
import { FlowsThatRun } from './sub-flow/flows-that-run.tsx';
import styles from './inspector.module.css';

const none = 'none';

/** What holds for a whole flow. */
export function FlowSettings({ flow }: { readonly flow: Flow }) {
  const edit = (change: Partial<Flow>) =>
    documentEdited<Flow>(flow.id, (before) => ({ ...before, ...change }));
  const targets = flowOrder(flow).filter(({ node }) => canBeErrorNode(node));
  return (
    <>
      <PanelHead icon="flow" title={flow.name} aside="Flow" ruled />
      <InspectorBody>
        <Field
          label={errorNodeField}
          hint="Where a run goes from an exit of trouble that has no connection of its own."
        >
          <Select
            value={flow.errorNode ?? none}
            options={[
              { value: none, label: 'None: the run ends as failed' },
              ...targets.map(({ node }) => ({ value: node.id, label: node.name, icon: node.kind })),
            ]}
            onChange={(id) => edit({ errorNode: id === none ? null : id })}
          />
        </Field>
        <Field
          as="group"
          label="Unknown variables"
          hint="Otherwise they become empty text, with a warning on the run."
        >
          <div className={styles.switchLine}>
            <Switch checked={flow.strict} onChange={(strict) => edit({ strict })}>
              Strict: a call that reads one is an exception
            </Switch>
          </div>
        </Field>
        <FlowsThatRun flow={flow} />
      </InspectorBody>
    </>
  );
}
