import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { noteSizes } from '#shared/nodes/note-node.ts';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { SideField } from './side-field.tsx';
import styles from './inspector.module.css';

/** What a note says, and how large it is. */
export function NoteEditor({ flow, node }: { readonly flow: Flow; readonly node: NodeOf<'note'> }) {
  const { text, width, height } = node.config;
  const sized = (change: { readonly width?: number; readonly height?: number }) =>
    configEdited(flow.id, node, change);
  return (
    <InspectorBody>
      <Field label="Text" hint="For whoever reads the flow: a run never comes here.">
        <TextArea
          rows={5}
          placeholder="What should one know here?"
          value={text}
          onChange={(next) => configEdited(flow.id, node, { text: next }, 'text')}
        />
      </Field>
      <div className={styles.numbers}>
        <SideField
          label="Width"
          limits={noteSizes.width}
          px={width}
          onChange={(px) => sized({ width: px })}
        />
        <SideField
          label="Height"
          limits={noteSizes.height}
          px={height}
          onChange={(px) => sized({ height: px })}
        />
      </div>
    </InspectorBody>
  );
}
