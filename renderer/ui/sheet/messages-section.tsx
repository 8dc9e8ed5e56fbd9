import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { ConfirmDialog } from '../overlay/confirm-dialog.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { Field } from '../field/field.tsx';
import { TextField } from '../field/text-field.tsx';
import { EmptyState } from '../status/empty-state.tsx';
import { HeldBackNotes } from '../status/held-back-note.tsx';
import { Note } from '../status/note.tsx';
import { Progress } from '../status/progress.tsx';
import { Cell, Line, SheetSection } from './cell.tsx';
import { LiveToasts } from './live-toasts.tsx';
import { DialogPicture, MenuPicture, ToastPicture, TooltipPicture } from './pictures.tsx';

/** Everything that speaks: notes, dialogs, toasts, empty places, long work. */
export function MessagesSection() {
  const [asking, setAsking] = useState(false);
  const [filling, setFilling] = useState(false);
  const [name, setName] = useState('');
  return (
    <SheetSection title="Messages">
      <Cell caption="dialog: only where undo is impossible" width={380}>
        <DialogPicture />
      </Cell>
      <Cell caption="toast: done, with undo" width={280}>
        <ToastPicture />
      </Cell>
      <Cell caption="empty list" width={280}>
        <EmptyState icon="flow" title="No flows yet" action={<Button>New flow</Button>}>
          A flow is one conversation, from its first message to its end.
        </EmptyState>
      </Cell>
      <Cell caption="long work" width={260}>
        <Progress label="Importing crm.openapi.json" done={41} total={118} onCancel={() => undefined} />
      </Cell>
      <Cell caption="secrets that nobody let go to an address" width={300}>
        <HeldBackNotes
          secrets={[
            {
              names: ['token', 'signing_key'],
              environment: 'staging',
              origin: 'https://shop.example',
              onLetGo: () => undefined,
            },
          ]}
        />
      </Cell>
      <Cell caption="exception, with ways on" width={300}>
        <Note
          tone="exception"
          title="Endpoint “Shop API” is missing"
          actions={
            <>
              <Button size="s">Pick an endpoint</Button>
              <Button size="s" look="quiet">
                Restore file
              </Button>
            </>
          }
        >
          Its file was removed outside Flowbench. Until you pick another one this call ends as an exception.
        </Note>
      </Cell>
      <Cell caption="warning" width={300}>
        <Note tone="warning" title="The file changed on disk">
          Another program wrote staging.json after you opened it.
        </Note>
      </Cell>
      <Cell caption="paused, error, info" width={300}>
        <Note tone="paused" title="Paused before this node" />
        <br />
        <Note tone="error" title="The flow could not be saved">
          The disk is full. Your edits are kept here until there is room.
        </Note>
        <br />
        <Note tone="info" title="Exit no-answer is not connected" />
      </Cell>
      <Cell caption="menu" width={220}>
        <MenuPicture />
      </Cell>
      <Cell caption="tooltip">
        <TooltipPicture />
      </Cell>
      <Cell caption="live: dialogs" width={140}>
        <Line>
          <Button onClick={() => setAsking(true)}>Ask</Button>
          <Button onClick={() => setFilling(true)}>Fill in</Button>
        </Line>
      </Cell>
      <Cell caption="live: toasts" width={300}>
        <LiveToasts />
      </Cell>
      <ConfirmDialog
        open={asking}
        title="Forget the token of Shop API?"
        safeLabel="Keep"
        confirmLabel="Forget token"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        It cannot be brought back. 6 API Calls will end as an exception until a new one is set.
      </ConfirmDialog>
      <Dialog
        open={filling}
        onClose={() => setFilling(false)}
        keepsTyped
        title="Run Order lookup"
        description="Start asks for what has no default."
        width="wide"
        footer={
          <>
            <Button onClick={() => setFilling(false)}>Cancel</Button>
            <Button look="primary" onClick={() => setFilling(false)}>
              Run
            </Button>
          </>
        }
      >
        <Field label="order_id">
          <TextField mono value={name} onChange={setName} />
        </Field>
      </Dialog>
    </SheetSection>
  );
}
