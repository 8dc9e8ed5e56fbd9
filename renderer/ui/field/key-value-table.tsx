import { useState } from 'react';
import { KeyValueRows } from './key-value-rows.tsx';
import type { KeyValueTableProps } from './key-value-props.ts';
import { KeyValueText } from './key-value-text.tsx';
import { KeyValueTools } from './key-value-tools.tsx';
import type { NamedRow } from './row-format.ts';
import styles from './key-value-table.module.css';

/**
 * Names and values, as rows or as one text. What the rows have besides a name, a value and a tick (a description) stays
 * with them either way.
 */
export function KeyValueTable<Kind extends NamedRow>(props: KeyValueTableProps<Kind>) {
  const { label, rows, format, unknownNames, textRefused, onChange } = props;
  const [wantsText, setWantsText] = useState(false);
  const asText = wantsText && textRefused === undefined;
  return (
    <div className={styles.whole}>
      <KeyValueTools
        label={label}
        rows={rows}
        format={format}
        onChange={onChange}
        asText={asText}
        onTextToggled={() => setWantsText(!asText)}
        textRefused={textRefused}
      />
      {asText ? (
        <KeyValueText
          field={props.field}
          label={label}
          rows={rows}
          format={format}
          unknownNames={unknownNames}
          onChange={onChange}
        />
      ) : (
        <KeyValueRows {...props} />
      )}
    </div>
  );
}
