import type { EnvironmentColour } from '#shared/environment/environment.ts';
import type { IconName } from '../icon/icon.tsx';

/** A document that is open in the editor. */
export interface EditorTab {
  readonly id: string;
  readonly label: string;
  /** What tells it from another one of that name, such as its folder. */
  readonly detail?: string | undefined;
  readonly icon: IconName;
  /** The colour of an environment, as a dot in place of the icon; its name is beside it. */
  readonly colour?: EnvironmentColour | undefined;
  /** Why what the tab shows is not saved; saving is automatic, so this means that it failed or is in conflict. */
  readonly unsaved?: string | undefined;
}
