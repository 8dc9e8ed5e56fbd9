import { useRef } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { reportClosed, reportSaved, useReport } from '../../store/report-store.ts';
import { toasts } from '../../store/toasts.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';

/** Shows the log that goes with a report, word for word, before it is saved. */
export function ReportDialog() {
  const text = useReport();
  const save = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={text !== null}
      onClose={reportClosed}
      width="broad"
      title="Save a log for a report"
      description="Secrets, paths and names are taken out. Read it through: nothing else goes into the file, and Flowbench sends it nowhere."
      initialFocus={save}
      footer={
        <>
          <Button onClick={reportClosed}>Cancel</Button>
          <Button icon="copy" onClick={() => void copied(text ?? '')}>
            Copy
          </Button>
          <Button ref={save} look="primary" icon="download" onClick={() => void reportSaved()}>
            Save…
          </Button>
        </>
      }
    >
      <Field label="The log">
        <TextArea mono readOnly rows={18} value={text ?? ''} onChange={() => undefined} />
      </Field>
    </Dialog>
  );
}

async function copied(text: string): Promise<void> {
  await bridge.call['clipboard.write']({ text });
  toasts.show({ title: 'Copied the log', icon: 'copy' });
}
