import { useMemo, useRef, useState, type SubmitEvent } from 'react';
import { compareEnvironments, type ComparedName } from '#shared/environment/compare-environments.ts';
import type { Environment } from '#shared/environment/environment.ts';
import { isVariableName } from '#shared/flow/variable-name.ts';
import { commandInvoked, useCommands } from '../../store/command-registry.ts';
import { environmentsRedone, environmentsUndone } from '../../store/compare-actions.ts';
import { useAllEnvironments } from '../../store/use-environment-layers.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { WholePage } from '../../ui/layout/whole-page.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { CompareGrid, type CompareGridHandle } from './compare-grid.tsx';
import styles from './compare.module.css';

/** All environments side by side: a name a row, an environment a column, the defaults first. */
export function CompareEnvironments() {
  const environments = useAllEnvironments();
  const [filter, setFilter] = useState('');
  const [added, setAdded] = useState<readonly string[]>([]);
  const grid = useRef<CompareGridHandle>(null);
  const names = useMemo(() => withAdded(environments, added), [environments, added]);
  const shown = useMemo(() => filtered(names, filter), [names, filter]);
  useCommands({ 'edit.undo': environmentsUndone, 'edit.redo': environmentsRedone });
  const nameAdded = (name: string) => {
    setFilter('');
    setAdded([...added, name]);
    grid.current?.edit(name);
  };
  return (
    <WholePage
      title="Compare environments"
      tools={
        <>
          <SearchBox
            className={styles.filter}
            label="Filter names and values"
            value={filter}
            onChange={setFilter}
          />
          <AddName names={names} onAdd={nameAdded} />
          {!environments.some(({ defaults }) => defaults === true) && (
            <Button onClick={() => commandInvoked('environment.defaults')}>Add defaults</Button>
          )}
        </>
      }
    >
      {environments.length === 0 ? (
        <EmptyState
          icon="environment"
          title="No environments yet"
          action={<Button onClick={() => commandInvoked('environment.new')}>New environment</Button>}
        >
          An environment is a set of values, such as the address of a test server. Here they stand side by
          side.
        </EmptyState>
      ) : (
        <CompareGrid
          ref={grid}
          environments={environments}
          names={shown}
          none={
            filter === ''
              ? 'There is no name yet: add the first one above.'
              : 'No name or value is like that.'
          }
        />
      )}
    </WholePage>
  );
}

interface AddNameProps {
  readonly names: readonly ComparedName[];
  readonly onAdd: (name: string) => void;
}

/** Takes the name of a new row; nothing is kept of it until one of its cells has a value. */
function AddName({ names, onAdd }: AddNameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <Button icon="plus" onClick={() => setTyped('')}>
        Add a name
      </Button>
    );
  }
  const name = typed.trim();
  const trouble = name === '' ? null : troubleWith(name, names);
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    if (name === '' || trouble !== null) return;
    setTyped(null);
    onAdd(name);
  };
  return (
    <form className={styles.add} onSubmit={submitted} noValidate>
      <Field label="New name" labelHidden error={trouble}>
        <TextField
          autoFocus
          mono
          placeholder="Name, then Enter"
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null);
          }}
        />
      </Field>
    </form>
  );
}

function troubleWith(name: string, names: readonly ComparedName[]): string | null {
  if (!isVariableName(name)) return 'A name is letters, digits and _, and begins with a letter or _.';
  return names.some((each) => each.name === name) ? `${name} is there already.` : null;
}

function withAdded(environments: readonly Environment[], added: readonly string[]): readonly ComparedName[] {
  const names = compareEnvironments(environments);
  const known = new Set(names.map(({ name }) => name));
  const fresh = added.filter((name) => !known.has(name));
  return [
    ...names,
    ...fresh.map((name) => ({ name, cells: environments.map(() => ({ kind: 'missing' }) as const) })),
  ];
}

/** Secrets are found by their names only. */
function filtered(names: readonly ComparedName[], filter: string): readonly ComparedName[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return names;
  return names.filter(
    ({ cells, name }) =>
      name.toLowerCase().includes(wanted) ||
      cells.some(
        (cell) =>
          cell.kind === 'own' && 'value' in cell.value && cell.value.value.toLowerCase().includes(wanted),
      ),
  );
}
