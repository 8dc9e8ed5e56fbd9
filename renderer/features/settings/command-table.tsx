import { useApp } from '../../store/app-store.ts';
import type { CommandId } from '#shared/commands/commands.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Kbd } from '../../ui/status/kbd.tsx';
import { chordInWords, type CommandRow } from './command-rows.ts';
import styles from './settings.module.css';

interface CommandTableProps {
  readonly rows: readonly CommandRow[];
  readonly onAdd: (id: CommandId) => void;
  readonly onRemove: (row: CommandRow, chord: string) => void;
  readonly onReset: (row: CommandRow) => void;
}

/** Commands under the menus that have them. */
export function CommandTable({ rows, ...acts }: CommandTableProps) {
  const menus = [...new Set(rows.map(({ menu }) => menu))];
  return menus.map((menu) => (
    <table key={menu} className={styles.table}>
      <caption>
        <h2 className={styles.group}>{menu}</h2>
      </caption>
      <tbody>
        {rows
          .filter((row) => row.menu === menu)
          .map((row) => (
            <Row key={row.id} row={row} {...acts} />
          ))}
      </tbody>
    </table>
  ));
}

function Row({
  row,
  onAdd,
  onRemove,
  onReset,
}: Omit<CommandTableProps, 'rows'> & { readonly row: CommandRow }) {
  const isMac = useApp(({ info }) => info.platform === 'darwin');
  const { chords, id, isChanged, isFixed, title } = row;
  return (
    <tr className={styles.row} data-command={id}>
      <th scope="row" className={styles.command}>
        {title}
      </th>
      <td className={styles.keys}>
        <div className={styles.chords}>
          {chords.map((chord) => (
            <span key={chord} className={styles.chord}>
              <Kbd keys={chord} />
              {!isFixed && (
                <IconButton
                  icon="x"
                  size={20}
                  label={`Take ${chordInWords(chord, isMac)} from ${title}`}
                  onClick={() => onRemove(row, chord)}
                />
              )}
            </span>
          ))}
          {isFixed && <span className={styles.fixed}>always these</span>}
        </div>
      </td>
      <td className={styles.tools}>
        <div className={styles.acts}>
          {isChanged && (
            <IconButton icon="reset" label={`Reset the keys of ${title}`} onClick={() => onReset(row)} />
          )}
          {!isFixed && <IconButton icon="plus" label={`Add keys for ${title}`} onClick={() => onAdd(id)} />}
        </div>
      </td>
    </tr>
  );
}
