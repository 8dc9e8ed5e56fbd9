import { useRef } from 'react';
import { questionsOf, writtenBy } from '#shared/bundle/import-decisions.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';
import {
  bundleImportAsked,
  bundleImportClosed,
  bundleImported,
  useBundleImport,
  type ImportChoice,
} from '../../store/bundle-import.ts';
import { useCommands } from '../../store/command-registry.ts';
import { Button } from '../../ui/button/button.tsx';
import type { HiddenFieldHandle } from '../../ui/field/hidden-field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { Note } from '../../ui/status/note.tsx';
import styles from './bundles.module.css';
import { BundledFiles } from './bundled-files.tsx';
import { DifferenceDialog } from './difference-dialog.tsx';
import { Sentences } from './export-contents.tsx';
import { ImportDocuments } from './import-documents.tsx';
import { enteredSecrets, ImportSecrets, type SecretInputs } from './import-secrets.tsx';

/** Looks at a bundle before it is imported: what is in it, what it asks for, and what becomes of what is here already. */
export function ImportDialog() {
  useCommands({ 'bundle.import': () => void bundleImportAsked() });
  const choice = useBundleImport();
  return choice === null ? null : <Form key={choice.view.handle} choice={choice} />;
}

function Form({ choice }: { readonly choice: ImportChoice }) {
  const { answers, failure, isWriting, view } = choice;
  const inputs = useRef<SecretInputs>(new Map());
  const passphrase = useRef<HiddenFieldHandle>(null);
  // Nothing that decides has the focus before somebody has looked.
  const cancel = useRef<HTMLButtonElement>(null);
  const written = writtenBy(view.documents, answers);
  const needed = view.needed.filter(({ holder }) => written.has(holder));
  const isClosed = failure !== null && ['wrong-passphrase', 'damaged'].includes(failure.code);
  const submit = async () => {
    const typed = passphrase.current?.read() ?? '';
    const given = {
      secrets: enteredSecrets(needed, inputs.current),
      passphrase: typed === '' ? null : typed,
    };
    if (!(await bundleImported(given))) passphrase.current?.focus();
  };
  return (
    <Dialog
      open
      onClose={bundleImportClosed}
      keepsTyped
      width="broad"
      initialFocus={cancel}
      title={`Import ${view.name}`}
      description={`${view.file}, made by ${view.madeBy.name} ${view.madeBy.version}. Nothing of it was run or fetched.`}
      footer={
        <>
          <Button ref={cancel} onClick={bundleImportClosed}>
            Cancel
          </Button>
          <Button
            look="primary"
            icon="import"
            disabledReason={reasonAgainst(choice)}
            onClick={isWriting ? undefined : () => void submit()}
          >
            Import
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure !== null && !isClosed && (
          <Note tone="error" title="Nothing was imported" live>
            {failure.message}
          </Note>
        )}
        <Origin view={view} />
        <ImportDocuments view={view} answers={answers} />
        <DifferenceDialog view={view} answers={answers} />
        <BundledFiles files={view.files} />
        <ImportSecrets
          needed={needed}
          isSealed={view.isSealed}
          inputs={inputs}
          passphrase={passphrase}
          trouble={isClosed ? failure.message : undefined}
        />
      </div>
    </Dialog>
  );
}

function reasonAgainst({ answers, view }: ImportChoice): string | undefined {
  const open = questionsOf(view.documents, answers).filter(({ id }) => answers[id] === undefined);
  if (open.length === 0) return undefined;
  const [first] = open;
  return open.length === 1
    ? `Say what becomes of ${first?.name ?? 'it'}.`
    : `Say what becomes of ${String(open.length)} documents that are here in another version.`;
}

/** Whether it is whole, and what deserves a look before anybody trusts it with a secret. */
function Origin({ view: { sha256, weakened } }: { readonly view: ImportView }) {
  return (
    <>
      <p className={styles.digest} title={`SHA-256 ${sha256}`}>
        <Icon name="circle-check" size={14} className={styles.whole} />
        <span>
          It is whole: its content matches its SHA-256 ({sha256.slice(0, 8)}…). That says nothing about who
          made it.
        </span>
      </p>
      {weakened.length > 0 && (
        <Note tone="warning" title="Look at these before you trust it">
          <Sentences sentences={weakened.map(({ endpoint, what }) => `${endpoint}: ${what}`)} />
        </Note>
      )}
    </>
  );
}
