import { ContextMenu } from '../overlay/context-menu.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import type { MountedEditor } from './editor/open-editor.ts';
import { menuEntries } from './field-menu-entries.ts';
import styles from './template-field.module.css';

interface FieldMenuProps {
  readonly editor: () => MountedEditor | null;
  /** Called with the element that the menu hangs on, and with `null` when it goes. */
  readonly onTrigger: (trigger: HTMLElement | null) => void;
  readonly onHeld: (held: boolean) => void;
}

/**
 * The menu of a field that is being edited. It hangs on an element of its own, so that fields at rest, of which a form has
 * many, do not each bring a menu.
 */
export function FieldMenu({ editor, onTrigger, onHeld }: FieldMenuProps) {
  const entries = (): readonly MenuEntry[] => {
    const open = editor();
    return open === null ? [] : menuEntries(open);
  };
  return (
    <ContextMenu entries={entries} onOpenChange={onHeld}>
      <span ref={onTrigger} aria-hidden className={styles.menu} />
    </ContextMenu>
  );
}
