import type { IconName } from '../icon/icon.tsx';

/** A document that is open in the editor. */
export interface EditorTab {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** Why what the tab shows is not saved; saving is automatic, so this means that it failed or is in conflict. */
  readonly unsaved?: string | undefined;
}
