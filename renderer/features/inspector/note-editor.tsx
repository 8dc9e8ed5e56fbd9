import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { noteSizes } from '#shared/nodes/note-node.ts';
import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
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

interface SideFieldProps {
  readonly label: string;
  readonly limits: { readonly min: number; readonly max: number; readonly usual: number };
  readonly px: number;
  readonly onChange: (px: number) => void;
}

/** A side of the note; left empty, it has its usual length again. */
function SideField({ label, limits, px, onChange }: SideFieldProps) {
  return (
    <Field label={label}>
      <NumberField
        unit="px"
        step={8}
        min={limits.min}
        max={limits.max}
        value={px}
        onChange={(next) => onChange(Math.round(next ?? limits.usual))}
      />
    </Field>
  );
}
