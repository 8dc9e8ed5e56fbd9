import { useRef, useState } from 'react';
import { keysOfText } from '#shared/commands/keys-as-text.ts';
import { useApp } from '../../store/app-store.ts';
import { keysChanged } from '../../store/settings-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';

/** Takes keys as text in the place of the person's own, which can be undone. */
export function PasteKeys({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isMac = useApp(({ info }) => info.platform === 'darwin');
  const used = () => {
    const read = keysOfText(text, isMac);
    if (!read.ok) {
      setTrouble(read.failure);
      return;
    }
    const { changes, notes } = read.value;
    keysChanged(changes, { title: 'The pasted keys are used now', body: notes.join(' ') });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      width="wide"
      title="Use keys from a text"
      description="Commands that the text does not name get the keys that they came with."
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={used}>
            Use these keys
          </Button>
        </>
      }
    >
      <Field label="Text" error={trouble ?? undefined}>
        <TextArea
          ref={field}
          mono
          rows={8}
          value={text}
          onChange={(next) => {
            setText(next);
            setTrouble(null);
          }}
        />
      </Field>
    </Dialog>
  );
}
