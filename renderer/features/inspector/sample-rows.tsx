import { sampleTyped } from '../../store/sample-store.ts';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './inspector.module.css';
import footStyles from './call-foot.module.css';

interface SampleRowsProps {
  readonly nodeId: string;
  readonly names: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** A field for a sample value of each variable that a node reads. */
export function SampleRows({ nodeId, names, texts }: SampleRowsProps) {
  return names.map((name) => (
    <label key={name} className={footStyles.sampleLine}>
      <span className={footStyles.sampleName} title={name}>
        {name}
      </span>
      <TextField
        mono
        label={`Sample value of ${name}`}
        className={styles.grow}
        placeholder="sample"
        value={texts[name] ?? ''}
        onChange={(text) => sampleTyped(nodeId, name, text)}
      />
    </label>
  ));
}
