import type { RecentWorkspace } from '#shared/settings/settings.ts';

/** The folders that a person has chosen: the page may ask for these and for no others. */
export interface ChosenFolders {
  readonly add: (folder: string) => void;
  readonly has: (folder: string) => boolean;
}

/** Folders from the menu and the command line, together with every workspace that was open before. */
export function chosenFolders(recent: () => readonly RecentWorkspace[]): ChosenFolders {
  const chosen = new Set<string>();
  return {
    add: (folder) => void chosen.add(folder),
    has: (folder) => chosen.has(folder) || recent().some((each) => each.folder === folder),
  };
}
