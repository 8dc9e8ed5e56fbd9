import type { AppInfo } from '#shared/ipc/channels/app-channels.ts';
import type { Settings } from '#shared/settings/settings.ts';

/** What a report tells. */
export interface ReportFacts {
  readonly info: AppInfo;
  /** The release and the processor of the system. */
  readonly system: string;
  readonly settings: Settings;
  /** How many documents of each kind are open; `null` while no workspace is. */
  readonly documents: Readonly<Record<string, number>> | null;
  /** The last lines of the log. */
  readonly log: string;
  readonly now: Date;
}

/** A report as text, before it is scrubbed: versions, system, settings, the size of the workspace, the end of the log. */
export function reportText({ documents, info, log, now, settings, system }: ReportFacts): string {
  const { chrome, electron, node, platform, sandboxed, version } = info;
  return [
    `Flowbench ${version}, ${now.toISOString()}`,
    `Electron ${electron}, Chrome ${chrome}, Node ${node}`,
    `${platform}, ${system}${sandboxed ? '' : ', without a sandbox'}`,
    '',
    'Settings',
    JSON.stringify(shownSettings(settings), null, 2),
    '',
    'Documents of the open workspace',
    documents === null ? 'none is open' : JSON.stringify(documents, null, 2),
    '',
    'The last lines of the log',
    log === '' ? 'nothing was logged' : log,
    '',
  ].join('\n');
}

/** What settings say of how Flowbench is used, and not of where and for whom. */
function shownSettings({ lastWorkspace, proxy, recentWorkspaces, ...others }: Settings) {
  return {
    ...others,
    proxy: proxy.mode === 'manual' ? { mode: proxy.mode, hostsWithout: proxy.noProxy.length } : proxy,
    recentWorkspaces: recentWorkspaces.length,
    opensLastWorkspace: lastWorkspace !== null,
  };
}
