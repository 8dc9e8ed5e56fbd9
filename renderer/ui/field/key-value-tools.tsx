import { Checkbox } from './checkbox.tsx';
import { FieldTools } from './field-tools.tsx';
import styles from './key-value-tools.module.css';
import type { NamedRow, RowFormat } from './row-format.ts';
import { Tooltip } from '../overlay/tooltip.tsx';

interface KeyValueToolsProps<Kind extends NamedRow> {
  readonly label: string;
  readonly rows: readonly Kind[];
  readonly format: RowFormat<Kind>;
  readonly onChange: (rows: readonly Kind[]) => void;
  readonly asText: boolean;
  readonly onTextToggled: () => void;
  readonly textRefused: string | undefined;
}

/** What is done to all rows of a table at once: on and off, and into a text and back. */
export function KeyValueTools<Kind extends NamedRow>(props: KeyValueToolsProps<Kind>) {
  const { label, rows, format, onChange, asText, onTextToggled, textRefused } = props;
  const on = rows.filter(({ enabled }) => enabled).length;
  return (
    <FieldTools>
      <span className={styles.tools}>
        {rows.length > 1 && !asText && (
          <Checkbox
            checked={on === rows.length}
            mixed={on > 0 && on < rows.length}
            onChange={(enabled) => onChange(rows.map((row) => format.withEnabled(row, enabled)))}
          >
            All
          </Checkbox>
        )}
        <Tooltip content={textRefused}>
          <button
            type="button"
            className={styles.button}
            aria-label={`${asText ? 'Edit as rows' : 'Edit as text'}: ${label}`}
            aria-disabled={textRefused !== undefined}
            aria-description={textRefused}
            onClick={textRefused === undefined ? onTextToggled : undefined}
          >
            {asText ? 'Edit as rows' : 'Edit as text'}
          </button>
        </Tooltip>
      </span>
    </FieldTools>
  );
}
