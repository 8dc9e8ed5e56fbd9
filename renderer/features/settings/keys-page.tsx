import { useState } from 'react';
import type { CommandId } from '#shared/commands/commands.ts';
import { withDefaultKeys, withKeys } from '#shared/commands/key-map.ts';
import { keysAsText } from '#shared/commands/keys-as-text.ts';
import { bridge } from '../../bridge/bridge.ts';
import { appStore, useApp } from '../../store/app-store.ts';
import { keyMapOf } from '../../store/command-keys.ts';
import { keysChanged } from '../../store/settings-actions.ts';
import { toasts } from '../../store/toasts.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Button } from '../../ui/button/button.tsx';
import { SearchBox } from '../../ui/field/search-box.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { ChordField } from './chord-field.tsx';
import { commandRows, type CommandFilter } from './command-rows.ts';
import { CommandTable } from './command-table.tsx';
import { PasteKeys } from './paste-keys.tsx';
import { RecordKeys } from './record-keys.tsx';
import styles from './settings.module.css';

/** Every command with its keys: found by name or by pressing keys, added, taken away and reset. */
export function KeysPage() {
  const [filter, setFilter] = useState<CommandFilter>({ by: 'name', words: '' });
  const [recording, setRecording] = useState<CommandId | null>(null);
  const map = useApp(keyMapOf);
  const isMac = useApp(({ info }) => info.platform === 'darwin');
  const rows = commandRows(map, isMac, filter);
  const given = (id: CommandId, chords: readonly string[]) =>
    keysChanged(withKeys(appStore.getState().settings.keys, id, chords, isMac), null);
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <header className={styles.head}>
          <h1 className={styles.title}>Keyboard shortcuts</h1>
          <Search filter={filter} onChange={setFilter} />
          <KeysMenu />
        </header>
        {rows.length === 0 && (
          <p className={styles.none} role="status">
            {filter.by === 'keys' ? 'No command has these keys.' : 'No command is called that.'}
          </p>
        )}
        <CommandTable
          rows={rows}
          onAdd={setRecording}
          onRemove={({ id, chords }, chord) =>
            given(
              id,
              chords.filter((each) => each !== chord),
            )
          }
          onReset={({ id }) =>
            keysChanged(withDefaultKeys(appStore.getState().settings.keys, id, isMac), null)
          }
        />
        {recording !== null && <RecordKeys id={recording} onClose={() => setRecording(null)} />}
      </div>
    </div>
  );
}

interface SearchProps {
  readonly filter: CommandFilter;
  readonly onChange: (filter: CommandFilter) => void;
}

function Search({ filter, onChange }: SearchProps) {
  const byName = () => onChange({ by: 'name', words: '' });
  const isByKeys = filter.by === 'keys';
  return (
    <div className={styles.pressed}>
      {isByKeys ? (
        <div className={styles.pressedField}>
          <ChordField
            ref={(field) => field?.focus()}
            label="Search by keys"
            chord={filter.chord}
            onPress={(chord) => onChange({ by: 'keys', chord })}
            onEscape={byName}
          />
        </div>
      ) : (
        <SearchBox
          className={styles.pressedField}
          label="Search commands"
          placeholder="Search commands"
          value={filter.words}
          onChange={(words) => onChange({ by: 'name', words })}
        />
      )}
      <IconButton
        icon="keyboard"
        label="Search by pressing keys"
        pressed={isByKeys}
        onClick={() => (isByKeys ? byName() : onChange({ by: 'keys', chord: null }))}
      />
    </div>
  );
}

function KeysMenu() {
  const [pasting, setPasting] = useState(false);
  const isChanged = useApp(({ settings }) => Object.keys(settings.keys).length > 0);
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon="more">All keys</Button>}
        entries={[
          {
            kind: 'action',
            icon: 'copy',
            label: 'Copy as text',
            onSelect: () => void copied(),
          },
          { kind: 'action', icon: 'file', label: 'Use keys from a text…', onSelect: () => setPasting(true) },
          { kind: 'separator' },
          {
            kind: 'action',
            icon: 'reset',
            label: 'Reset all keys',
            disabledReason: isChanged ? undefined : 'All keys are as they came.',
            onSelect: () => keysChanged({}, { title: 'All keys are as they came' }),
          },
        ]}
      />
      {pasting && <PasteKeys onClose={() => setPasting(false)} />}
    </>
  );
}

async function copied(): Promise<void> {
  await bridge.call['clipboard.write']({ text: keysAsText(appStore.getState().settings.keys) });
  toasts.show({ title: 'Copied the keys that you changed', icon: 'copy' });
}
