import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { EnvironmentDot } from '../status/environment-dot.tsx';
import type { EditorTab } from './editor-tab.ts';
import styles from './editor-tabs.module.css';

export interface EditorTabHeadProps {
  readonly tab: EditorTab;
  readonly active: boolean;
  readonly tabStop: boolean;
  readonly onActivate: (id: string) => void;
  readonly onClose: (id: string) => void;
}

/** One tab of the editor; its cross is for the pointer, the keyboard closes with Delete and Ctrl+W. */
export function EditorTabHead({ tab, active, tabStop, onActivate, onClose }: EditorTabHeadProps) {
  const unsaved = tab.unsaved !== undefined;
  return (
    <div
      role="presentation"
      data-tab-id={tab.id}
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
        <span dir="auto">
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
