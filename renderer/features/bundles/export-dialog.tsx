import { useRef, useState, type RefObject } from 'react';
import { isPassphraseShort, shortestPassphrase } from '#shared/secret/passphrase.ts';
import {
  bundleExportAsked,
  bundleExportClosed,
  bundleExported,
  useBundleExport,
  type ExportChoice,
} from '../../store/bundle-export.ts';
import { useCommands } from '../../store/command-registry.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/field/checkbox.tsx';
import { Field } from '../../ui/field/field.tsx';
import { HiddenField, type HiddenFieldHandle } from '../../ui/field/hidden-field.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import styles from './bundles.module.css';
import { ExportChoices } from './export-choices.tsx';
import { ExportContents } from './export-contents.tsx';

/** Makes a bundle: chooses what goes in, shows exactly that, and asks where it goes. */
export function ExportDialog() {
  const hasFlows = useDocuments(({ documents }) =>
    Object.values(documents).some(({ document }) => document.format === 'flowbench.flow'),
  );
  useCommands({ 'bundle.export': hasFlows ? () => void bundleExportAsked() : null });
  const choice = useBundleExport();
  return choice === null ? null : <Form choice={choice} />;
}

function Form({ choice }: { readonly choice: ExportChoice }) {
  const { environments, failure, flows, isWriting, view } = choice;
  const [isSealed, setSealed] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const first = useRef<HiddenFieldHandle>(null);
  const again = useRef<HiddenFieldHandle>(null);
  const here = view?.needed.filter((each) => each.isHere).length ?? 0;
  const sealing = isSealed && here > 0;
  const submit = () => {
    const passphrase = sealing ? typed(first) : null;
    const wrong = passphrase === null ? null : troubleOf(passphrase, typed(again));
    setTrouble(wrong);
    if (wrong !== null) (wrong.field === 'first' ? first : again).current?.focus();
    else void bundleExported(passphrase);
  };
  return (
    <Dialog
      open
      onClose={bundleExportClosed}
      keepsTyped
      width="broad"
      title="Export a bundle"
      description="One file with flows and all that they need to run elsewhere. Values of secrets are not in it."
      footer={
        <>
          <Button onClick={bundleExportClosed}>Cancel</Button>
          <Button
            look="primary"
            icon="download"
            disabledReason={reasonAgainst(choice)}
            onClick={isWriting ? undefined : submit}
          >
            Export…
          </Button>
        </>
      }
    >
      <div className={styles.halves}>
        <div className={styles.half}>
          <ExportChoices flows={flows} environments={environments} />
        </div>
        <div className={styles.half} role="region" aria-label="What goes in" tabIndex={0}>
          <ExportContents view={view} failure={failure} />
        </div>
      </div>
      {here > 0 && (
        <div className={styles.sealing}>
          <Checkbox checked={isSealed} onChange={setSealed}>
            {`Take ${here === 1 ? 'the secret' : `the ${String(here)} secrets`} along, encrypted by a passphrase`}
          </Checkbox>
          {isSealed && <Passphrase first={first} again={again} trouble={trouble} />}
        </div>
      )}
    </Dialog>
  );
}

function typed(field: RefObject<HiddenFieldHandle | null>): string {
  return field.current?.read() ?? '';
}

function reasonAgainst({ failure, view }: ExportChoice): string | undefined {
  if (view !== null && failure === null) return undefined;
  return failure?.message ?? 'What goes in is being looked at.';
}

interface Trouble {
  readonly field: 'first' | 'again';
  readonly sentence: string;
}

function troubleOf(first: string, again: string): Trouble | null {
  if (isPassphraseShort(first))
    return { field: 'first', sentence: `Give it at least ${String(shortestPassphrase)} characters.` };
  return first === again ? null : { field: 'again', sentence: 'The two are not the same.' };
}

interface PassphraseProps {
  readonly first: RefObject<HiddenFieldHandle | null>;
  readonly again: RefObject<HiddenFieldHandle | null>;
  readonly trouble: Trouble | null;
}

function Passphrase({ again, first, trouble }: PassphraseProps) {
  const sentenceOf = (field: Trouble['field']) => (trouble?.field === field ? trouble.sentence : undefined);
  return (
    <div className={styles.passphrases}>
      <Field
        label="Passphrase"
        hint={`${String(shortestPassphrase)} characters or more. Without it nobody opens them, you neither.`}
        error={sentenceOf('first')}
      >
        <HiddenField ref={first} />
      </Field>
      <Field label="Passphrase again" error={sentenceOf('again')}>
        <HiddenField ref={again} />
      </Field>
    </div>
  );
}
