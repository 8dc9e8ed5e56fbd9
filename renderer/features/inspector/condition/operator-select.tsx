import { conditionOperators, operatorOf } from '#shared/condition/operator-registry.ts';
import type { OperatorId } from '#shared/condition/operator-ids.ts';
import { Select, type SelectOption } from '../../../ui/field/select.tsx';
import styles from './rules.module.css';

const options: readonly SelectOption<OperatorId>[] = conditionOperators.map(({ id, label, group }) => ({
  value: id,
  label,
  group,
}));

interface OperatorSelectProps {
  readonly label: string;
  readonly value: OperatorId;
  readonly onChange: (operator: OperatorId) => void;
}

/** Picks an operator among those of the registry, under the kinds of values that they compare. */
export function OperatorSelect({ label, value, onChange }: OperatorSelectProps) {
  return (
    <Select
      label={label}
      value={value}
      options={options}
      tip={operatorOf(value).description}
      className={styles.operator}
      onChange={onChange}
    />
  );
}
