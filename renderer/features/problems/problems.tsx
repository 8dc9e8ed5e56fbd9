import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { severities, type Finding, type Severity } from '#shared/lint/finding.ts';
import { countsOf, isSameFinding, useProblems } from '../../store/problems-store.ts';
import { documentsStore } from '../../store/documents-store.ts';
import { useFormat } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { useMeasuredWidth } from '../../ui/layout/use-measured-width.ts';
import { useVirtualRows } from '../../ui/list/use-virtual-rows.ts';
import { ContextMenu } from '../../ui/overlay/context-menu.tsx';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { actOfKey } from './problem-keys.ts';
import { ProblemLine } from './problem-line.tsx';
import { problemEntries } from './problem-menu.ts';
import { problemRows, type ProblemRow } from './problem-rows.ts';
import { ProblemsBar } from './problems-bar.tsx';
import { SilenceDialog } from './silence-dialog.tsx';
import styles from './problems.module.css';

/** Below this width a row has two lines, as problems.module.css draws it. */
const oneLinePx = 960;
const everything: ReadonlySet<Severity> = new Set(severities);

/** What is wrong with the workspace, or with what is in view, and the ways to it. */
export function Problems({ ownerId }: { readonly ownerId: string | null }) {
  const findings = useProblems((state) => state.findings);
  const silenced = useProblems((state) => state.silenced);
  const [silencedShown, setSilencedShown] = useState(false);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(everything);
  const [scope, setScope] = useState<'here' | 'all'>('all');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const isFlow = useFormat(ownerId) === 'flowbench.flow';
  const documentId = scope === 'here' ? ownerId : null;
  // Of what is typed into documents since they were looked through the rows say nothing.
  const rows = useMemo(() => {
    const { documents } = documentsStore.getState();
    const listed = silencedShown ? [...findings, ...silenced] : findings;
    return problemRows(listed, documents, { typed, severities: shown, documentId }, folded);
  }, [findings, silenced, silencedShown, typed, shown, documentId, folded]);
  const isHere = ({ place }: Finding) => documentId === null || place.documentId === documentId;
  const counts = countsOf(findings.filter(isHere));
  if (findings.length + silenced.length === 0)
    return (
      <EmptyState icon="circle-check" title="No problems">
        Flows, API endpoints and environments are looked through whenever you pause.
      </EmptyState>
    );
  return (
    <div className={styles.problems}>
      <ProblemsBar
        {...{ typed, shown, scope, counts, silencedShown }}
        silenced={silenced.filter(isHere).length}
        onSilencedShown={setSilencedShown}
        onTyped={setTyped}
        onShown={setShown}
        onScope={setScope}
        here={isFlow ? 'flow' : 'endpoint'}
      />
      <SilenceDialog />
      {rows.length === 0 ? (
        <NoRows
          isAllSilenced={findings.length === 0}
          onShowAll={() => {
            setTyped('');
            setShown(everything);
            setScope('all');
            if (findings.length === 0) setSilencedShown(true);
          }}
        />
      ) : (
        <ProblemsTable
          rows={rows}
          onFold={(id) =>
            setFolded(
              (before) =>
                new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
            )
          }
        />
      )}
    </div>
  );
}

interface NoRowsProps {
  /** Nothing but what is silenced was found. */
  readonly isAllSilenced: boolean;
  readonly onShowAll: () => void;
}

function NoRows({ isAllSilenced, onShowAll }: NoRowsProps) {
  return (
    <EmptyState
      icon={isAllSilenced ? 'bell-off' : 'search'}
      title={isAllSilenced ? 'No problem that is not silenced' : 'No problem fits'}
      action={<Button onClick={onShowAll}>Show all</Button>}
    >
      {isAllSilenced
        ? 'All that was found is silenced, each with a reason.'
        : 'There are problems that the words, severities or the place chosen above leave out.'}
    </EmptyState>
  );
}

interface ProblemsTableProps {
  readonly rows: readonly ProblemRow[];
  readonly onFold: (id: string) => void;
}

function ProblemsTable({ rows, onFold }: ProblemsTableProps) {
  const current = useProblems((state) => state.current);
  const offered = useProblems((state) => state.offered);
  const scroller = useRef<HTMLDivElement>(null);
  const [measured, widthPx] = useMeasuredWidth();
  const rowPx = widthPx >= oneLinePx ? 24 : 40;
  const virtual = useVirtualRows(scroller, rows.length, { rowPx, headPx: 0 });
  const isOf = (row: ProblemRow, finding: typeof current) =>
    row.kind === 'finding' && finding !== null && isSameFinding(row.finding, finding);
  const { focusRow } = virtual;
  const offeredAt = rows.findIndex((row) => isOf(row, offered));
  // Its menu stands at the row, which has to be there.
  useEffect(() => {
    const isDrawn = scroller.current?.querySelector(`[data-index="${String(offeredAt)}"]`) !== null;
    if (offeredAt !== -1 && !isDrawn) focusRow(offeredAt);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when other fixes are offered, not when rows are drawn
  }, [offeredAt]);
  // A row that is mended goes, and the focus with it: the row that takes its place has it.
  const held = useRef(false);
  const { tabStop } = virtual;
  useEffect(() => {
    if (held.current && document.activeElement === document.body && rows.length > 0) focusRow(tabStop);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the rows are others
  }, [rows]);
  const keyPressed = (event: KeyboardEvent<HTMLElement>, row: ProblemRow) => {
    const act = actOfKey(event, row, onFold);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  return (
    <div ref={measured} className={styles.sized}>
      <ContextMenu
        entries={(asked) => {
          const index = asked.closest<HTMLElement>('[data-index]')?.dataset['index'];
          const row = index === undefined ? undefined : rows[Number(index)];
          return row?.kind === 'finding' ? problemEntries(row.finding) : [];
        }}
      >
        <div
          ref={scroller}
          role="treegrid"
          aria-label="Problems"
          aria-rowcount={rows.length}
          className={styles.table}
          onFocus={(event) => {
            held.current = true;
            virtual.onFocus(event);
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) held.current = false;
          }}
          onKeyDown={virtual.onKeyDown}
        >
          <div role="rowgroup" className={styles.canvas} style={{ height: virtual.heightPx }}>
            {virtual.shown.map(({ index, topPx }) => {
              const row = rows[index];
              return (
                row !== undefined && (
                  <ProblemLine
                    key={row.id}
                    row={row}
                    index={index}
                    topPx={topPx}
                    tabStop={index === virtual.tabStop}
                    picked={isOf(row, current)}
                    offered={isOf(row, offered)}
                    onFold={onFold}
                    onKeyDown={keyPressed}
                  />
                )
              );
            })}
          </div>
        </div>
      </ContextMenu>
    </div>
  );
}
