import { useId, type ReactNode, type RefObject } from 'react';
import { Button } from '../button/button.tsx';
import { Dialog } from './dialog.tsx';

interface FormDialogProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly description: string;
  /** What the button says that does it; Enter in a field does the same. */
  readonly action: string;
  /** What the button says that does nothing; "Cancel" without it. */
  readonly cancel?: string | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** The field that has the focus first. */
  readonly initialFocus: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A short form over the window: fields, and two buttons below them. */
export function FormDialog(props: FormDialogProps) {
  const { action, cancel = 'Cancel', children, description, initialFocus, onClose, onSubmit, title } = props;
  const formId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      width="wide"
      title={title}
      description={description}
      initialFocus={initialFocus}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
