import type { RecentWorkspace } from '#shared/settings/settings.ts';

/** As many as a menu can show without scrolling. */
const mostRemembered = 10;

/** The list with a workspace at its top that was just opened; a folder is there once, under its present name. */
export function withRecentWorkspace(
  recent: readonly RecentWorkspace[],
  opened: RecentWorkspace,
): RecentWorkspace[] {
  const others = recent.filter((each) => each.folder !== opened.folder);
  return [opened, ...others].slice(0, mostRemembered);
}
