import { pathText } from '#shared/template/write-path.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { rowCopies, type RowCopy } from './row-copies.ts';
import { copied } from './row-menu.ts';
import type { VariableRow } from './variable-rows.ts';
import styles from './variables-bar.module.css';

interface VariablesBarProps {
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly picked: VariableRow | undefined;
}

const icons = { expression: 'copy', value: 'code', text: 'code', path: 'variable' } as const;

/** The filter, and what can be copied of the row that has the focus. */
export function VariablesBar({ filter, onFilter, picked }: VariablesBarProps) {
  const row = picked?.kind === 'section' ? undefined : picked;
  const copies = row === undefined ? [] : rowCopies(row).filter(({ keys }) => keys !== undefined);
  return (
    <div className={styles.bar}>
      <SearchBox
        label="Filter variables"
        placeholder="Filter names and paths"
        value={filter}
        onChange={onFilter}
        className={styles.filter}
      />
      {row === undefined ? (
        <span className={styles.hint}>Drag a row into a field, or pick one to copy it</span>
      ) : (
        <code className={styles.path} title={pathText(row.path)}>
          {pathText(row.path)}
        </code>
      )}
      {copies.map((copy) => (
        <CopyButton key={copy.id} copy={copy} />
      ))}
    </div>
  );
}

function CopyButton({ copy }: { readonly copy: RowCopy }) {
  return (
    <IconButton
      icon={icons[copy.id]}
      label={copy.label}
      keys={copy.keys}
      disabledReason={copy.text === null ? copy.missing : undefined}
      onClick={() => void copied(copy)}
    />
  );
}
