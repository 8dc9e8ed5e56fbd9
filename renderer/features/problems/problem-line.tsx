import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { problemFixed, problemShown } from '../../store/problem-actions.ts';
import { fixesOffered } from '../../store/problems-store.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import { menuOpened } from './menu-opened.ts';
import { fixEntries } from './problem-menu.ts';
import type { ProblemRow } from './problem-rows.ts';
import { SeverityIcon } from './severity-icon.tsx';
import styles from './problems.module.css';

interface ProblemLineProps {
  readonly row: ProblemRow;
  readonly index: number;
  readonly topPx: number;
  readonly tabStop: boolean;
  readonly picked: boolean;
  /** Its ways to mend it are shown. */
  readonly offered: boolean;
  readonly onFold: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: ProblemRow) => void;
}

/** One row of the list: a document, or what is wrong in it, where, and by which rule. */
export const ProblemLine = memo(function ProblemLine(props: ProblemLineProps) {
  const { row, index, topPx, tabStop, picked, onFold, onKeyDown } = props;
  const isHead = row.kind === 'document';
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 1}
      aria-level={isHead ? 1 : 2}
      aria-expanded={isHead ? !row.folded : undefined}
      aria-selected={picked}
      tabIndex={tabStop ? 0 : -1}
      className={classNames(
        styles.line,
        isHead && styles.head,
        picked && styles.picked,
        isSilenced(row) && styles.quiet,
      )}
      style={{ transform: `translateY(${String(topPx)}px)` }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) onKeyDown(event, row);
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, [role="menu"]') !== null) return;
        if (isHead) onFold(row.id);
        else problemShown(row.finding);
      }}
    >
      {isHead ? <HeadCells row={row} /> : <FindingCells {...props} row={row} />}
    </div>
  );
});

const isSilenced = (row: ProblemRow): boolean => row.kind === 'finding' && row.finding.silenced !== null;

function HeadCells({ row }: { readonly row: Extract<ProblemRow, { kind: 'document' }> }) {
  return (
    <span role="gridcell" className={styles.document}>
      <Icon name={row.folded ? 'chevron-right' : 'chevron-down'} size={12} />
      <Icon name={row.icon} size={14} />
      <span dir="auto" className={styles.documentName} title={row.name}>
        {row.name}
      </span>
      <span className={styles.counts}>{row.counts}</span>
    </span>
  );
}

function FindingCells(props: ProblemLineProps & { readonly row: Extract<ProblemRow, { kind: 'finding' }> }) {
  const { finding, node, field } = props.row;
  const place = [node?.name ?? '', field].filter((part) => part !== '').join(' › ');
  const { silenced } = finding;
  return (
    <>
      <span role="gridcell" className={styles.sign}>
        <SeverityIcon severity={finding.severity} />
        <span className={styles.word}>{finding.severity}</span>
      </span>
      <span role="gridcell" className={styles.message} title={finding.message}>
        {silenced !== null && <Silenced reason={silenced} />}
        {finding.message}
      </span>
      <span role="gridcell" className={styles.place} title={place}>
        {node !== null && <Icon name={node.kind} size={12} />}
        <span className={styles.cut}>{place}</span>
      </span>
      <span role="gridcell" className={styles.rule}>
        {finding.ruleId}
      </span>
      <span role="gridcell" className={styles.mend}>
        <Mend {...props} />
      </span>
    </>
  );
}

/** Whoever meets a silenced problem reads why. */
function Silenced({ reason }: { readonly reason: string }) {
  return (
    <span className={styles.silenced} title={`Silenced: ${reason}`}>
      <Icon name="bell-off" size={12} label="Silenced:" /> {reason}
    </span>
  );
}

/** One way to mend it is done by the click; of several, and where they are asked for by a key, one is picked. */
function Mend({
  row: { finding },
  tabStop,
  offered,
}: ProblemLineProps & { readonly row: Extract<ProblemRow, { kind: 'finding' }> }) {
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (offered) menuOpened(trigger.current);
  }, [offered]);
  const { fixes } = finding;
  const [only] = fixes;
  if (only === undefined) return null;
  const tabIndex = tabStop ? 0 : -1;
  if (fixes.length === 1 && !offered)
    return (
      <IconButton
        icon="bulb"
        size={20}
        label={only.title}
        tabIndex={tabIndex}
        onClick={() => problemFixed(finding, only)}
      />
    );
  return (
    <Menu
      align="end"
      entries={fixEntries(finding)}
      onOpenChange={(open) => {
        if (!open) fixesOffered(null);
      }}
      trigger={<IconButton ref={trigger} icon="bulb" size={20} label="Ways to mend it" tabIndex={tabIndex} />}
    />
  );
}
