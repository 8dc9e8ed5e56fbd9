// The settings of a Loop: its list, the names of item and index, and how many items it may have.
import { use, useDeferredValue, useMemo, useState } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { loopBody } from '#shared/flow/loop-body.ts';
import { loopTrouble } from '#shared/flow/loop-trouble.ts';
import { previewLoop } from '#shared/flow/preview-loop.ts';
import { isVariableName } from '#shared/flow/variable-name.ts';
import { flowGraph } from '#shared/interpreter/flow-graph.ts';
import { loopLimits, type BeyondLimit } from '#shared/nodes/loop-node.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';
import { VariableField, variableTrouble } from './variable-field.tsx';
import styles from './inspector.module.css';

interface LoopEditorProps {
  readonly flow: Flow;
  readonly node: NodeOf<'loop'>;
}

const beyondLimits: readonly { readonly value: BeyondLimit; readonly label: string }[] = [
  { value: 'fail', label: 'End the run as failed' },
  { value: 'leave-out', label: 'Leave the rest out' },
];

/** What a Loop goes through, under which names, and which nodes it repeats. */
export function LoopEditor({ flow, node }: LoopEditorProps) {
  const { beyondLimit, itemVariable, limit, list } = node.config;
  return (
    <InspectorBody>
      <ListField flow={flow} node={node} />
      <TemplatePreview source={list} field="json" />
      <div className={styles.waitLine}>
        <VariableField
          flow={flow}
          label="Item variable"
          className={styles.grow}
          value={itemVariable}
          onChange={(name) => configEdited(flow.id, node, { itemVariable: name }, 'itemVariable')}
        />
        <IndexField flow={flow} node={node} />
      </div>
      <div className={styles.waitLine}>
        <Field label="Limit" className={styles.waitUnit}>
          <NumberField
            min={loopLimits.min}
            max={loopLimits.max}
            unit="items"
            value={limit}
            onChange={(next) =>
              configEdited(flow.id, node, { limit: next === null ? loopLimits.usual : Math.round(next) })
            }
          />
        </Field>
        <Field label="When the list is longer" className={styles.grow}>
          <Select
            value={beyondLimit}
            options={beyondLimits}
            onChange={(next) => configEdited(flow.id, node, { beyondLimit: next })}
          />
        </Field>
      </div>
      <Body flow={flow} node={node} />
    </InspectorBody>
  );
}

function ListField({ flow, node }: LoopEditorProps) {
  const { list } = node.config;
  const { unknownNames, error, warning } = useNameCheck(flow, node.id)(list);
  const preview = useLoopPreview(list);
  const count = preview?.ok === true ? preview.value : null;
  return (
    <Field
      label="List"
      error={loopTrouble(node.config) ?? error}
      warning={warning ?? (preview?.ok === false ? `With the last values: ${preview.failure}` : undefined)}
      hint={
        count === null
          ? 'An expression that gives a list, such as {{order.body.items}}, or a list in JSON.'
          : `${count === 1 ? '1 item' : `${count.toLocaleString('en')} items`} with the last values.`
      }
    >
      <TemplateField
        field="json"
        placeholder="{{order.body.items}}"
        value={list}
        unknownNames={unknownNames}
        onChange={(next) => configEdited(flow.id, node, { list: next }, 'list')}
      />
    </Field>
  );
}

/** How many items the list has with the values that previews have. */
function useLoopPreview(list: string) {
  const { previewValues } = use(TemplateContext);
  const [now] = useState(() => new Date().toISOString());
  const shown = useDeferredValue(list);
  return useMemo(() => previewLoop(shown, previewValues, now), [shown, previewValues, now]);
}

function IndexField({ flow, node }: LoopEditorProps) {
  const { indexVariable, itemVariable } = node.config;
  const clash = indexVariable === itemVariable ? 'The item has this name already.' : undefined;
  const trouble =
    indexVariable === '' || isVariableName(indexVariable) ? clash : variableTrouble(indexVariable);
  return (
    <Field label="Index variable" className={styles.grow} error={trouble} hint="0 for the first item.">
      <TextField
        mono
        icon="variable"
        placeholder="none"
        value={indexVariable}
        onChange={(name) => configEdited(flow.id, node, { indexVariable: name }, 'indexVariable')}
      />
    </Field>
  );
}

/** The nodes that are repeated: what a connection makes part of the body is easily overlooked. */
function Body({ flow, node }: LoopEditorProps) {
  const names = useMemo(() => {
    const body = loopBody(flowGraph(flow), node.id);
    return flow.nodes.filter(({ id }) => body.has(id)).map(({ name }) => name);
  }, [flow, node.id]);
  return (
    <Field
      label="Body"
      as="group"
      count={names.length}
      hint="What can be come to by each alone. Coming back here begins the next round; leaving for any other node ends the loop."
    >
      <p className={styles.names}>
        {names.length === 0 ? 'Connect each to the first node that is to be repeated.' : names.join(', ')}
      </p>
    </Field>
  );
}
