import type { App } from 'electron';
import type { AppInfo } from '#shared/ipc/channels/app-channels.ts';

/** What the window tells about the program it belongs to. */
export function appInfo(
  app: Pick<App, 'getVersion' | 'commandLine'>,
  { platform, versions }: Pick<NodeJS.Process, 'platform' | 'versions'>,
): AppInfo {
  return {
    version: app.getVersion(),
    platform: platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other',
    electron: versions.electron,
    chrome: versions.chrome,
    node: versions.node,
    sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
  };
}
