import { useRef, useState } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Checkbox } from '../../../ui/field/checkbox.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { TextArea } from '../../../ui/field/text-area.tsx';
import { FormDialog } from '../../../ui/overlay/form-dialog.tsx';
import { readData, withRowsBelow } from './edit-data.ts';
import styles from './form.module.css';

interface PasteRowsDialogProps {
  readonly data: Scenario['data'];
  readonly onRows: (data: Scenario['data']) => void;
  readonly onClose: () => void;
}

/** A larger file is no table that somebody wants to read in a form. */
const largestFileBytes = 5_000_000;

/** Takes rows from a text or a file: CSV with the names of the columns in its first line, or a JSON list of objects. */
export function PasteRowsDialog({ data, onClose, onRows }: PasteRowsDialogProps) {
  const [text, setText] = useState('');
  const [below, setBelow] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const typed = (next: string) => {
    setText(next);
    setTrouble(null);
  };
  const submitted = () => {
    const read = readData(text);
    if (read.ok) onRows(below ? withRowsBelow(data, read.value) : read.value);
    else setTrouble(read.failure);
  };
  const filePicked = async (picked: File | undefined) => {
    if (picked === undefined) return;
    if (picked.size > largestFileBytes) setTrouble(`${picked.name} is larger than 5 MB.`);
    else typed(await picked.text());
  };
  return (
    <FormDialog
      title="Rows of data"
      description="CSV with the names of the columns in its first line, or a JSON list of objects."
      action="Take the rows"
      initialFocus={field}
      onClose={onClose}
      onSubmit={submitted}
    >
      <div className={styles.dialog}>
        <Field
          label="Rows"
          error={trouble}
          aside={
            <Button look="link" onClick={() => file.current?.click()}>
              From a file…
            </Button>
          }
        >
          <TextArea
            ref={field}
            mono
            rows={8}
            placeholder={'number,said\n10482,Your order is shipped.'}
            value={text}
            onChange={typed}
          />
        </Field>
        <input
          ref={file}
          type="file"
          accept=".csv,.json,text/csv,application/json"
          aria-label="File with rows"
          className={styles.hiddenFile}
          onChange={(event) => void filePicked(event.currentTarget.files?.[0])}
        />
        {data.rows.length > 0 && (
          <Checkbox checked={below} onChange={setBelow}>
            Keep the rows that are there, and put these below them
          </Checkbox>
        )}
      </div>
    </FormDialog>
  );
}
