import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { EnvironmentDot } from '../status/environment-dot.tsx';
import type { EditorTab } from './editor-tab.ts';
import styles from './editor-tabs.module.css';
import { tabDragEnded, tabDragStarted } from './tab-drag.ts';

export interface EditorTabHeadProps {
  readonly tab: EditorTab;
  readonly active: boolean;
  readonly tabStop: boolean;
  /** The strip that it is dragged from; without one it is not dragged. */
  readonly strip: string | undefined;
  /** Where a dragged tab would go in beside it. */
  readonly mark: 'before' | 'after' | undefined;
  readonly onActivate: (id: string) => void;
  readonly onClose: (id: string) => void;
}

/** One tab of the editor; its cross is for the pointer, the keyboard closes with Delete and Ctrl+W. */
export function EditorTabHead(props: EditorTabHeadProps) {
  const { tab, active, tabStop, strip, mark, onActivate, onClose } = props;
  const unsaved = tab.unsaved !== undefined;
  return (
    <div
      role="presentation"
      data-tab-id={tab.id}
      data-drop={mark}
      draggable={strip !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', tab.label);
        if (strip !== undefined) tabDragStarted({ strip, id: tab.id });
      }}
      onDragEnd={tabDragEnded}
      className={classNames(styles.tab, active && styles.active)}
      // The middle button would start scrolling.
      onMouseDown={(event) => {
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === 1) onClose(tab.id);
      }}
    >
      <button
        type="button"
        role="tab"
        data-roving-id={tab.id}
        tabIndex={tabStop ? 0 : -1}
        aria-selected={active}
        aria-keyshortcuts="Delete"
        aria-description={tab.unsaved}
        className={styles.face}
        onClick={() => onActivate(tab.id)}
      >
        {tab.colour === undefined ? (
          <Icon name={tab.icon} size={14} className={styles.icon} />
        ) : (
          <EnvironmentDot colour={tab.colour} />
        )}
        <span dir="auto" title={tab.label}>
          {tab.label}
          {tab.detail !== undefined && <span className={styles.detail}> {tab.detail}</span>}
        </span>
      </button>
      <span
        aria-hidden
        title={tab.unsaved}
        className={classNames(styles.close, unsaved && styles.unsaved)}
        onClick={() => onClose(tab.id)}
      >
        <Icon name="x" size={12} />
      </span>
    </div>
  );
}
