import { Field } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';

interface SideFieldProps {
  readonly label: string;
  readonly limits: { readonly min: number; readonly max: number; readonly usual?: number };
  readonly px: number;
  readonly onChange: (px: number) => void;
}

/** A side of something on the canvas; left empty, it has its usual length again, or is as short as it may be. */
export function SideField({ label, limits, px, onChange }: SideFieldProps) {
  return (
    <Field label={label}>
      <NumberField
        unit="px"
        step={8}
        min={limits.min}
        max={limits.max}
        value={px}
        onChange={(next) => onChange(Math.round(next ?? limits.usual ?? limits.min))}
      />
    </Field>
  );
}
