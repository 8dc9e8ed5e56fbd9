import type { Handlers } from '#shared/ipc/contract.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';
import type { BundleWork } from '../../bundle/work/work-in-thread.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { appHandlers, type AppPort } from './app-handlers.ts';
import { attachmentHandlers } from './attachment-handlers.ts';
import { bodyHandlers } from './body-handlers.ts';
import { bundleExportHandlers, type BundleShell } from './bundle-export-handlers.ts';
import { bundleImportHandlers } from './bundle-import-handlers.ts';
import { certificateHandlers } from './certificate-handlers.ts';
import { clipboardHandlers } from './clipboard-handlers.ts';
import { cookieHandlers } from './cookie-handlers.ts';
import { debugHandlers } from './debug-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { folderHandlers } from './folder-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { oauthHandlers } from './oauth-handlers.ts';
import { passphraseHandlers } from './passphrase-handlers.ts';
import { proxyHandlers } from './proxy-handlers.ts';
import { reportHandlers, type ReportPort } from './report-handlers.ts';
import { pictureHandlers, type PicturePorts } from './picture-handlers.ts';
import { recoveryHandlers } from './recovery-handlers.ts';
import { runHandlers } from './run-handlers.ts';
import { scenarioHandlers } from './scenario-handlers.ts';
import { secretHandlers } from './secret-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { vaultHandlers } from './vault-handlers.ts';
import { viewHandlers } from './view-handlers.ts';
import { workspaceHandlers, type WorkspaceShell } from './workspace-handlers.ts';

/** Everything that the handlers delegate to. */
export interface HandlerPorts {
  readonly app: AppPort;
  readonly workbench: Workbench;
  readonly settings: SettingsStore;
  readonly dialogs: PersonDialogs;
  readonly workspaceShell: Omit<WorkspaceShell, 'dialogs'>;
  readonly pictures: Omit<PicturePorts, 'dialogs'>;
  readonly bundleWork: BundleWork;
  readonly showFile: BundleShell['showFile'];
  readonly writeClipboard: (text: string) => Promise<void>;
  readonly report: ReportPort;
  /** Takes a sentence for the log. */
  readonly note: (sentence: string) => void;
  /** Hears of each secret that is entered, so that the log can keep it out. */
  readonly onSecret: (value: string) => void;
}

/** The handler of every channel; one that is missing does not compile. */
export function allHandlers(ports: HandlerPorts): Handlers {
  const { workbench, settings, dialogs } = ports;
  return {
    ...appHandlers(ports.app),
    ...settingsHandlers(settings),
    ...proxyHandlers(workbench, settings, ports.onSecret),
    ...clipboardHandlers(ports.writeClipboard),
    ...workspaceHandlers(workbench, { ...ports.workspaceShell, dialogs }),
    ...viewHandlers(workbench),
    ...documentHandlers(workbench, ports.note),
    ...folderHandlers(workbench, ports.note),
    ...recoveryHandlers(workbench, ports.note),
    ...attachmentHandlers(workbench, dialogs),
    ...vaultHandlers(workbench, () => void settings.change({ vaultKeeper: 'session' })),
    ...passphraseHandlers(workbench),
    ...secretHandlers(workbench, dialogs, ports.onSecret),
    ...certificateHandlers(dialogs),
    ...cookieHandlers(workbench),
    ...oauthHandlers(workbench),
    ...runHandlers(workbench),
    ...debugHandlers(workbench),
    ...scenarioHandlers(workbench),
    ...bodyHandlers(workbench, dialogs),
    ...historyHandlers(workbench),
    ...reportHandlers(ports.report, dialogs),
    ...pictureHandlers({ ...ports.pictures, dialogs }),
    ...bundleExportHandlers(workbench, dialogs, ports.bundleWork, {
      version: ports.app.info.version,
      showFile: ports.showFile,
    }),
    ...bundleImportHandlers(workbench, dialogs, ports.bundleWork, ports.onSecret),
  };
}
