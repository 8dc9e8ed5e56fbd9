import { matchContext } from '#shared/find/match-context.ts';
import { whyKept } from '#shared/find/replace-in-document.ts';
import { folderInWords } from '#shared/workspace/folder-path.ts';
import { documentKind } from '#shared/workspace/document.ts';
import { useFind } from '../../store/find-store.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { fieldInWords, type FindRow } from './find-rows.ts';
import type { PreviewOf } from './replacement-preview.ts';
import styles from './find.module.css';

interface FindLineProps {
  readonly row: FindRow;
  readonly index: number;
  readonly topPx: number;
  readonly tabStop: boolean;
  /** What comes in the place of what was found; `null` where nothing is replaced. */
  readonly previewOf: PreviewOf | null;
  readonly onOpen: () => void;
  readonly onReplace: (() => void) | null;
}

/** Letters before what was found, in the narrowest side bar. */
const leadInSideBar = 10;

const levels = { document: 1, text: 2, match: 3 } as const;

/** One row of what was found. */
export function FindLine({ row, index, topPx, tabStop, previewOf, onOpen, onReplace }: FindLineProps) {
  const replaceLabel = row.type === 'document' ? `Replace all in ${row.found.document.name}` : 'Replace this';
  return (
    <div
      role="treeitem"
      data-index={index}
      tabIndex={tabStop ? 0 : -1}
      aria-level={levels[row.type]}
      aria-expanded={row.type === 'document' ? row.expanded : undefined}
      aria-selected={false}
      className={classNames(styles.row, styles[row.type])}
      style={{ top: topPx }}
      onClick={onOpen}
    >
      {row.type === 'document' && <DocumentFace row={row} />}
      {row.type === 'text' && <TextFace row={row} />}
      {row.type === 'match' && <MatchFace row={row} previewOf={previewOf} />}
      {onReplace !== null && (
        <span className={styles.act}>
          <IconButton
            icon={row.type === 'document' ? 'replace-all' : 'replace'}
            label={replaceLabel}
            size={20}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              onReplace();
            }}
          />
        </span>
      )}
    </div>
  );
}

type RowOf<Type extends FindRow['type']> = Extract<FindRow, { type: Type }>;

function DocumentFace({ row: { expanded, found } }: { readonly row: RowOf<'document'> }) {
  const { document, count } = found;
  const file = useDocuments((state) => state.documents[document.id]?.file ?? '');
  return (
    <>
      <Icon name={expanded ? 'chevron-down' : 'chevron-right'} size={12} className={styles.icon} />
      <Icon name={documentKind(document)} size={14} className={styles.icon} />
      <span dir="auto" className={styles.name} title={document.name}>
        {document.name}
      </span>
      <span className={styles.folder}>{folderInWords(file)}</span>
      <span className={styles.count}>{count}</span>
    </>
  );
}

function TextFace({ row: { found, text } }: { readonly row: RowOf<'text'> }) {
  const kept = whyKept(text);
  const words = fieldInWords(found, text);
  return (
    <>
      <span dir="auto" className={styles.name} title={words}>
        {words}
      </span>
      {kept !== null && (
        <span title={kept} className={styles.kept}>
          <Icon name="lock" size={12} label={`Not replaced: ${kept}`} />
        </span>
      )}
      {text.ranges.length > 1 && <span className={styles.count}>{text.ranges.length}</span>}
    </>
  );
}

function MatchFace({
  row: { range, text },
  previewOf,
}: { readonly row: RowOf<'match'> } & Pick<FindLineProps, 'previewOf'>) {
  const { after, before, found } = matchContext(text.text, range, leadInSideBar);
  const leavesOut = useFind((state) => state.leavesOutBreaking);
  const preview = previewOf?.(text).get(range.start);
  const breaks = preview?.breaks ?? null;
  return (
    <>
      {breaks !== null && <Breaking why={breaks} leavesOut={leavesOut} />}
      <span className={styles.words}>
        {before}
        {preview === undefined || (breaks !== null && leavesOut) ? (
          <mark className={styles.found}>{found}</mark>
        ) : (
          <>
            <del className={styles.gone}>{found}</del>
            <ins className={styles.come}>{preview.by}</ins>
          </>
        )}
        {after}
      </span>
    </>
  );
}

/** Says before the replacement that a text would break by it. */
function Breaking({ leavesOut, why }: { readonly leavesOut: boolean; readonly why: string }) {
  const words = `${leavesOut ? 'Left out' : 'It breaks'}: ${why}`;
  return (
    <span title={words} className={styles.breaking}>
      <Icon name="warning" size={12} label={words} />
    </span>
  );
}
