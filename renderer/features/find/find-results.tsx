import { useCallback, useMemo, useRef, type KeyboardEvent } from 'react';
import { whyKept } from '#shared/find/replace-in-document.ts';
import { allReplaced, matchShown, placeReplaced } from '../../store/find-actions.ts';
import { findsFolded, useFind } from '../../store/find-store.ts';
import { useVirtualRows } from '../../ui/list/use-virtual-rows.ts';
import { ContextMenu } from '../../ui/overlay/context-menu.tsx';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { FindLine } from './find-line.tsx';
import { findRows, type FindRow } from './find-rows.ts';
import { replacementPreview } from './replacement-preview.ts';
import styles from './find.module.css';

/** Heights as the style sheet draws them. */
const rowPx = { document: 28, text: 22, match: 22 } as const;

/** What was found, by document and field, each place with what stands around it; only the rows in view exist. */
export function FindResults() {
  const found = useFind((state) => state.found);
  const folded = useFind((state) => state.folded);
  const replacing = useFind((state) => state.replacing);
  const by = useFind((state) => state.by);
  const query = useFind((state) => state.query);
  const rows = useMemo(() => findRows(found, folded), [found, folded]);
  const previewOf = useMemo(() => (replacing ? replacementPreview(query, by) : null), [replacing, query, by]);
  const scroller = useRef<HTMLDivElement>(null);
  const heightOf = useCallback((index: number) => rowPx[rows[index]?.type ?? 'match'], [rows]);
  const virtual = useVirtualRows(scroller, rows.length, { rowPx: heightOf, headPx: 0 });

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    virtual.onKeyDown(event);
    const at = Number((event.target as HTMLElement).dataset['index'] ?? NaN);
    const row = rows[at];
    if (event.defaultPrevented || row === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') opened(row);
    else if (event.key === 'ArrowLeft') foldedAt(row, at);
    else if (event.key === 'ArrowRight' && row.type === 'document') findsFolded(row.found.document.id, false);
    else return;
    event.preventDefault();
  };
  const foldedAt = (row: FindRow, at: number) => {
    if (row.type === 'document') findsFolded(row.found.document.id, true);
    else virtual.focusRow(rows.findLastIndex((each, index) => index < at && each.type === 'document'));
  };
  const entriesFor = (asked: Element): readonly MenuEntry[] => {
    const row = rows[Number(asked.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? NaN)];
    return row === undefined ? [] : menuOf(row, replacing);
  };
  return (
    <ContextMenu entries={entriesFor}>
      <div
        ref={scroller}
        role="tree"
        aria-label="Found"
        data-finds
        className={styles.results}
        onFocus={virtual.onFocus}
        onKeyDown={keyPressed}
      >
        <div role="presentation" className={styles.sizer} style={{ height: virtual.heightPx }}>
          {virtual.shown.map(({ index, topPx }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <FindLine
                key={index}
                row={row}
                index={index}
                topPx={topPx}
                tabStop={index === virtual.tabStop}
                previewOf={previewOf}
                onOpen={() => opened(row)}
                onReplace={replacing && canReplace(row) ? () => replacedAt(row) : null}
              />
            );
          })}
        </div>
      </div>
    </ContextMenu>
  );
}

function opened(row: FindRow): void {
  if (row.type === 'document') findsFolded(row.found.document.id, row.expanded);
  else matchShown(row.found, row.text, row.type === 'match' ? row.range : (row.text.ranges[0] ?? null));
}

function canReplace(row: FindRow): boolean {
  if (row.type === 'document') return row.found.texts.some((text) => whyKept(text) === null);
  return row.type === 'match' && whyKept(row.text) === null;
}

function replacedAt(row: FindRow): void {
  if (row.type === 'document') void allReplaced([row.found]);
  if (row.type === 'match')
    void placeReplaced(row.found, { textAt: row.text.textAt, start: row.range.start });
}

function menuOf(row: FindRow, replacing: boolean): readonly MenuEntry[] {
  const { document } = row.found;
  const open: MenuEntry = {
    kind: 'action',
    label: row.type === 'document' ? (row.expanded ? 'Fold' : 'Unfold') : 'Open',
    icon: row.type === 'document' ? 'list' : 'external',
    onSelect: () => opened(row),
  };
  if (!replacing) return [open];
  const one: readonly MenuEntry[] =
    row.type === 'match' && canReplace(row)
      ? [{ kind: 'action', label: 'Replace this', icon: 'replace', onSelect: () => replacedAt(row) }]
      : [];
  return [
    open,
    { kind: 'separator' },
    ...one,
    {
      kind: 'action',
      label: `Replace all in ${document.name}`,
      icon: 'replace-all',
      onSelect: () => void allReplaced([row.found]),
    },
  ];
}
