import { useState, type ReactNode } from 'react';
import type { ComparedCell } from '#shared/environment/compare-environments.ts';
import { isSecretValue, type Environment, type EnvironmentValue } from '#shared/environment/environment.ts';
import { valueRenamed, valueRenameTrouble, valueTyped } from '../../store/compare-actions.ts';
import { secretEntered } from '../../store/secret-actions.ts';
import { classNames } from '../../ui/class-names.ts';
import { SecretField } from '../../ui/field/secret-field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { nameOf, type GridCell } from '../../ui/list/use-grid-cursor.ts';
import { CompareField } from './compare-field.tsx';
import type { SecretStatesByDocument } from './use-all-secret-states.ts';
import styles from './compare.module.css';

interface CellProps extends GridCell {
  readonly tabStop: boolean;
  /** The letter with which editing began, where this cell is being edited. */
  readonly editing: { readonly typed: string | null } | null;
  readonly onBegin: () => void;
  /** Editing is over; the cursor moves by so many cells. */
  readonly onEnd: (by?: Partial<GridCell>) => void;
}

/** A name, which is the head of its row. */
export function NameCell({ name, editing, onEnd, ...place }: CellProps & { readonly name: string }) {
  return (
    <Cell {...place} role="rowheader" className={styles.name} title={name}>
      {editing === null ? (
        <span className={styles.text}>{name}</span>
      ) : (
        <CompareField
          label={`New name of ${name}`}
          value={name}
          troubleWith={(typed) => (typed === name ? null : valueRenameTrouble(name, typed))}
          onCommit={(typed) => {
            if (typed !== name) valueRenamed(name, typed);
          }}
          onEnd={onEnd}
        />
      )}
    </Cell>
  );
}

interface ValueCellProps extends CellProps {
  readonly name: string;
  readonly environment: Environment;
  readonly cell: ComparedCell;
  readonly secrets: SecretStatesByDocument;
}

/** How a name stands in one environment. */
export function ValueCell({ name, environment, cell, secrets, editing, onEnd, ...place }: ValueCellProps) {
  const look = cell.kind === 'own' && cell.overrides ? 'overriding' : cell.kind;
  return (
    <Cell {...place} role="gridcell" className={styles[look]}>
      {editing === null ? (
        <Shown cell={cell} state={stateOf(cell, secrets)} />
      ) : (
        <Edited name={name} environment={environment} cell={cell} typed={editing.typed} onEnd={onEnd} />
      )}
    </Cell>
  );
}

function Edited({ name, environment, cell, typed, onEnd }: EditedProps) {
  const label = `${name} in ${environment.name}`;
  const own = cell.kind === 'own' ? cell.value : null;
  if (own !== null && isSecretValue(own)) {
    const place = { documentId: environment.id, slot: own.secret };
    return (
      <span
        className={styles.secretEditor}
        ref={focusInput}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Escape' || !(event.target instanceof HTMLInputElement)) return;
          event.target.value = '';
          onEnd();
        }}
      >
        <SecretField
          look="cell"
          label={label}
          placeholder="Paste the secret"
          setAt={null}
          onSubmit={async (value) => {
            const isKept = await secretEntered(place, value);
            if (isKept) onEnd();
            return isKept;
          }}
        />
      </span>
    );
  }
  return <EditedText name={name} environment={environment} cell={cell} typed={typed} onEnd={onEnd} />;
}

type EditedProps = Pick<ValueCellProps, 'name' | 'environment' | 'cell' | 'onEnd'> & {
  readonly typed: string | null;
};

/**
 * A value while it is typed. Where the environment says something of the name it is kept after a pause already, and Escape
 * brings that back; elsewhere, as where a row is off, nothing changes before the end.
 */
function EditedText({ name, environment, cell, typed, onEnd }: EditedProps) {
  const label = `${name} in ${environment.name}`;
  const before = cell.kind === 'missing' || isSecretValue(cell.value) ? '' : cell.value.value;
  const own = cell.kind === 'own' ? before : null;
  const [first] = useState(own);
  return (
    <CompareField
      label={label}
      value={typed ?? before}
      isTyped={typed !== null}
      before={own}
      onCommit={(text) => valueTyped(environment.id, name, text)}
      {...(first !== null && { onRevert: () => valueTyped(environment.id, name, first) })}
      onEnd={onEnd}
    />
  );
}

// One function for all renderings, so that it is called once.
const focusInput = (element: HTMLElement | null): void => element?.querySelector('input')?.focus();

function Shown({ cell, state }: { readonly cell: ComparedCell; readonly state: SecretWord }) {
  if (cell.kind === 'missing') {
    return (
      <>
        <Icon name="warning" size={12} />
        <span className={styles.text}>missing</span>
      </>
    );
  }
  return <ValueText value={cell.value} state={state} isInherited={cell.kind === 'inherited'} />;
}

function ValueText({
  value,
  state,
  isInherited,
}: {
  readonly value: EnvironmentValue;
  readonly state: SecretWord;
  readonly isInherited: boolean;
}) {
  const remark = isInherited && <span className={styles.from}>default</span>;
  if (isSecretValue(value)) {
    return (
      <>
        <span className={styles.lock} data-unset={state === 'set' ? undefined : ''}>
          <Icon name="lock" size={12} label="Secret" />
        </span>
        <span className={styles.secretWord}>{state}</span>
        {remark}
      </>
    );
  }
  return (
    <>
      <span dir="auto" className={classNames(styles.text, value.value === '' && styles.emptyText)}>
        {value.value === '' ? 'empty' : value.value}
      </span>
      {remark}
    </>
  );
}

/** What may be told of a secret. */
export type SecretWord = 'set' | 'not set' | 'not readable' | '';

/** What is known of a cell's secret, in words. */
export function stateOf(cell: ComparedCell | undefined, secrets: SecretStatesByDocument): SecretWord {
  if (cell === undefined || cell.kind === 'missing' || !isSecretValue(cell.value)) return '';
  const { secret } = cell.value;
  const state = Object.values(secrets)
    .flat()
    .find(({ slot }) => slot === secret)?.state;
  if (state === undefined) return '';
  return state === 'missing' ? 'not set' : state === 'unreadable' ? 'not readable' : 'set';
}

interface BoxProps extends Omit<CellProps, 'editing' | 'onEnd'> {
  readonly role: 'gridcell' | 'rowheader';
  readonly className: string | undefined;
  readonly title?: string;
  readonly children: ReactNode;
}

function Cell({ row, column, tabStop, onBegin, role, className, title, children }: BoxProps) {
  return (
    <span
      role={role}
      aria-colindex={column + 1}
      data-cell={nameOf({ row, column })}
      tabIndex={tabStop ? 0 : -1}
      title={title}
      className={classNames(styles.cell, className)}
      onDoubleClick={onBegin}
    >
      {children}
    </span>
  );
}
