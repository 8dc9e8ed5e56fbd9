import type { FixtureId, NodeId } from '#shared/ids/ids.ts';
import { useFixtures } from '../../../store/stand-ins.ts';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';

interface FixtureSelectProps {
  readonly label: string;
  /** The API Call that it answers: its own fixtures are offered. */
  readonly node: NodeId;
  readonly value: FixtureId | null;
  /** What the choice is called that picks none; without it one has to be picked. */
  readonly none?: string;
  readonly onChange: (fixture: FixtureId | null) => void;
}

/** Picks a fixture of an API Call by name; says so of one that is gone. */
export function FixtureSelect({ label, node, none, onChange, value }: FixtureSelectProps) {
  const all = useFixtures();
  const fixtures = all.filter((each) => each.node === node || each.id === value);
  const isGone = value !== null && !fixtures.some(({ id }) => id === value);
  const options = fixtures.map(({ id, name }) => ({
    value: id,
    label: name,
    icon: 'fixture' as const,
  }));
  return (
    <Field
      label={label}
      error={isGone ? 'This fixture is gone. Pick another one, or restore it from the trash.' : undefined}
    >
      <Select
        value={value ?? (none === undefined ? null : noFixture)}
        placeholder="Pick a fixture"
        shown={isGone ? 'A fixture that is gone' : undefined}
        options={none === undefined ? options : [{ value: noFixture, label: none }, ...options]}
        onChange={(id) => onChange(id === noFixture ? null : id)}
      />
    </Field>
  );
}

const noFixture = 'none';
