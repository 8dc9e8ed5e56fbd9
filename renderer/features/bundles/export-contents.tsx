import type { ExportView, ExportViewFailure } from '#shared/bundle/export-view.ts';
import type { DocumentId, DocumentKind } from '#shared/workspace/document.ts';
import { bundleExportClosed, type ExportChoice } from '../../store/bundle-export.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Note } from '../../ui/status/note.tsx';
import { BundledFiles } from './bundled-files.tsx';
import styles from './bundles.module.css';
import { kindWords } from '../../store/kind-words.ts';
import { ListedRows } from './listed-rows.tsx';

/** Exactly what goes into a bundle, or why there is none. */
export function ExportContents({ failure, view }: Pick<ExportChoice, 'failure' | 'view'>) {
  return (
    <>
      {failure !== null && <Refusal failure={failure} />}
      {view === null && failure === null && <p className={styles.quiet}>Looking at what goes in…</p>}
      {view !== null && <Contents view={view} />}
    </>
  );
}

/** Names the secret and the place, and never the value. */
function Refusal({ failure: { code, inside, message } }: { readonly failure: ExportViewFailure }) {
  if (code === 'nothing-chosen') return <p className={styles.quiet}>{message}</p>;
  if (inside === undefined)
    return (
      <Note tone="error" title="This cannot be exported" live>
        {message}
      </Note>
    );
  return (
    <Note tone="error" title="The value of a secret stands in what goes in" live>
      <p>Take it out there, or leave that part out. Nothing is exported until then.</p>
      <ul className={styles.places} aria-label="Places of secrets">
        {inside.slice(0, shownPlaces).map(({ documentId, name, where }) => (
          <li key={`${name} ${where} ${documentId ?? ''}`} className={styles.place}>
            <span className={styles.secretName}>{name}</span> in{' '}
            {documentId === null ? (
              <span className={styles.file}>{where}</span>
            ) : (
              <Button look="link" onClick={() => gone(documentId)}>
                {where}
              </Button>
            )}
          </li>
        ))}
        {inside.length > shownPlaces && (
          <li className={styles.place}>and {String(inside.length - shownPlaces)} more places</li>
        )}
      </ul>
    </Note>
  );
}

const shownPlaces = 20;

function gone(id: DocumentId): void {
  bundleExportClosed();
  documentOpened(id);
}

function Contents({ view }: { readonly view: ExportView }) {
  const { documents, files, missing, needed, unopened } = view;
  return (
    <>
      {missing.length > 0 && (
        <Note tone="warning" title="Something is missing">
          <Sentences sentences={missing} />
        </Note>
      )}
      {unopened.length > 0 && (
        <Note tone="warning" title="Some secrets cannot be opened here">
          Nobody could look whether these stand in it: {unopened.join(', ')}.
        </Note>
      )}
      {(Object.keys(kindWords) as DocumentKind[]).map((kind) => (
        <Documents key={kind} kind={kind} documents={documents.filter((each) => each.kind === kind)} />
      ))}
      <BundledFiles files={files} />
      {needed.length > 0 && (
        <Section title="Secrets to enter where it is imported" count={needed.length}>
          <ListedRows
            label="Secrets"
            rows={needed.map(({ name, origin, purpose }, at) => ({
              id: `${name} ${String(at)}`,
              shown: (
                <>
                  <Icon name="lock" size={14} className={styles.icon} />
                  <span className={styles.name} title={purpose}>
                    {purpose}
                  </span>
                  <span className={styles.meta}>{origin ?? name}</span>
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface DocumentsProps {
  readonly kind: DocumentKind;
  readonly documents: ExportView['documents'];
}

function Documents({ documents, kind }: DocumentsProps) {
  if (documents.length === 0) return null;
  const [, title] = kindWords[kind];
  const isPart = kind === 'flow' || kind === 'environment';
  return (
    <Section title={title} count={documents.length}>
      <ListedRows
        label={title}
        rows={documents.map(({ file, id, isChosen, name }) => ({
          id,
          shown: (
            <>
              <Icon name={kind} size={14} className={styles.icon} />
              <span dir="auto" className={styles.name} title={file}>
                {name}
              </span>
              {isPart && !isChosen && <span className={styles.meta}>needed by others</span>}
            </>
          ),
        }))}
      />
    </Section>
  );
}
