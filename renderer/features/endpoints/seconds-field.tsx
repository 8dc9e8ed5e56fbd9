import { NumberField } from '../../ui/field/number-field.tsx';
import styles from './endpoint-editor.module.css';

interface SecondsFieldProps {
  readonly label: string;
  readonly valueMs: number | null;
  readonly onChange: (valueMs: number | null) => void;
  readonly placeholder?: string | undefined;
}

const longestS = 24 * 3600;

/** A time that is kept in milliseconds and typed in seconds. */
export function SecondsField({ label, valueMs, onChange, placeholder }: SecondsFieldProps) {
  return (
    <label className={styles.inlineField}>
      <span className={styles.inlineLabel}>{label}</span>
      <NumberField
        label={label}
        className={styles.number}
        unit="s"
        min={0.001}
        max={longestS}
        placeholder={placeholder}
        value={valueMs === null ? null : valueMs / 1000}
        onChange={(seconds) => onChange(seconds === null ? null : Math.max(1, Math.round(seconds * 1000)))}
      />
    </label>
  );
}
