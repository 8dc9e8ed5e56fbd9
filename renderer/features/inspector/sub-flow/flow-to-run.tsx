import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { useFlows, useFoldersOfRepeated } from '../../../store/use-documents.ts';
import { documentOpened } from '../../../store/view-store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { Note } from '../../../ui/status/note.tsx';
import { configEdited } from '../edit-node.ts';
import styles from '../inspector.module.css';

interface FlowToRunProps {
  readonly flow: Flow;
  readonly node: NodeOf<'sub-flow'>;
  /** The flow that is chosen; `undefined` where none is, or where it is gone. */
  readonly inner: Flow | undefined;
}

/** The flow that a node runs, and the way to it. */
export function FlowToRun({ flow, inner, node }: FlowToRunProps) {
  const flows = useFlows();
  const folders = useFoldersOfRepeated();
  const missing = node.config.flow !== null && inner === undefined;
  return (
    <>
      {missing && (
        <Note tone="exception" title="The flow it runs is missing">
          The file is gone from flows/. Until you pick another one, the node is left by failed.
        </Note>
      )}
      <Field
        label="Flow"
        hint={inner?.id === flow.id && 'This flow itself: it goes on as deep as its limit.'}
        aside={
          inner !== undefined && (
            <Button look="link" tooltip={`Open ${inner.name}`} onClick={() => documentOpened(inner.id)}>
              Open
            </Button>
          )
        }
      >
        <Select
          placeholder="Pick a flow"
          invalid={missing}
          shown={missing ? <span className={styles.missing}>missing</span> : undefined}
          value={inner?.id ?? null}
          options={flows.map((each) => ({
            value: each.id,
            label: each.name,
            meta: folders.get(each.id),
            icon: 'flow',
          }))}
          onChange={(id) => configEdited(flow.id, node, { flow: id })}
        />
      </Field>
    </>
  );
}
