import { useRef, useState } from 'react';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import { fixedCommands, type KeyMap, withKeys } from '#shared/commands/key-map.ts';
import { keysTrouble } from '#shared/commands/keys-trouble.ts';
import { appStore, useApp } from '../../store/app-store.ts';
import { keyMapOf } from '../../store/command-keys.ts';
import { keysChanged } from '../../store/settings-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { ChordField } from './chord-field.tsx';

interface RecordKeysProps {
  readonly id: CommandId;
  readonly onClose: () => void;
}

/** Asks for further keys of a command by having them pressed, and says who has them now. */
export function RecordKeys({ id, onClose }: RecordKeysProps) {
  const [chord, setChord] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const map = useApp(keyMapOf);
  const isMac = useApp(({ info }) => info.platform === 'darwin');
  const { holder, trouble } = judged(chord, id, map, isMac);
  const saved = () => {
    if (chord === null || trouble !== null) return;
    const chords = [chord, ...(map.ofCommand.get(id) ?? [])];
    const changes = withKeys(appStore.getState().settings.keys, id, chords, isMac);
    const told = holder !== undefined ? { title: `${titleOf(holder)} has other keys now` } : null;
    keysChanged(changes, told);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      width="wide"
      title={`Keys for “${titleOf(id)}”`}
      description="They are shown in menus and tips, before the keys that the command has already."
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabledReason={chord === null ? 'Press keys first.' : (trouble ?? undefined)}
            onClick={saved}
          >
            {holder !== undefined ? 'Take the keys' : 'Save'}
          </Button>
        </>
      }
    >
      <Field
        label="Keys"
        error={trouble ?? undefined}
        warning={holder !== undefined && `These are keys of “${titleOf(holder)}”, which loses them.`}
        hint="Press the keys together, then Enter; Escape leaves everything as it is."
      >
        <ChordField ref={field} chord={chord} onPress={setChord} onEnter={saved} />
      </Field>
    </Dialog>
  );
}

/** Which other command has the keys that were pressed, and why they cannot be used. */
function judged(
  chord: string | null,
  id: CommandId,
  { byKeys }: KeyMap,
  isMac: boolean,
): { readonly trouble: string | null; readonly holder?: CommandId } {
  if (chord === null) return { trouble: null };
  const holder = byKeys.get(chord);
  const trouble = keysTrouble(chord, isMac) ?? fixedTrouble(holder);
  return holder === undefined || holder === id || trouble !== null ? { trouble } : { trouble, holder };
}

function fixedTrouble(holder: CommandId | undefined): string | null {
  if (holder === undefined || !fixedCommands.has(holder)) return null;
  return `These keys are always those of “${titleOf(holder)}”: press others.`;
}

/** What a command is called. */
export function titleOf(id: CommandId): string {
  return commands.find((each) => each.id === id)?.title ?? '';
}
