import os from 'node:os';
import path from 'node:path';
import type { AppInfo } from '#shared/ipc/channels/app-channels.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { documentKind } from '#shared/workspace/document.ts';
import type { Workbench } from '../workbench.ts';
import { logTail } from './log-tail.ts';
import { reportText } from './report-text.ts';
import { scrubReport, type ReportPlaces } from './scrub-report.ts';

/** What a report is made from. */
export interface ApplicationReportParts {
  readonly info: AppInfo;
  readonly settings: () => Settings;
  readonly workbench: Pick<Workbench, 'current'>;
  readonly userData: string;
  readonly logs: string;
  /** Takes the secrets out that this process knows. */
  readonly scrub: (text: string) => string;
}

/** The text of a report about this application now, without secrets, paths and names. */
export async function applicationReport(parts: ApplicationReportParts): Promise<string> {
  const { info, logs, scrub, workbench } = parts;
  const settings = parts.settings();
  const { workspace } = await workbench.current();
  const documents: Record<string, number> = {};
  for (const { document } of workspace.snapshot().documents) {
    const kind = documentKind(document);
    documents[kind] = (documents[kind] ?? 0) + 1;
  }
  const text = reportText({
    info,
    settings,
    documents,
    system: `${os.release()}, ${os.arch()}`,
    log: await logTail(logs),
    now: new Date(),
  });
  return scrubReport(scrub(text), placesOf(parts, settings, workspace.folder));
}

function placesOf({ userData }: ApplicationReportParts, settings: Settings, open: string): ReportPlaces {
  const known = [open, ...settings.recentWorkspaces.map(({ folder }) => folder)];
  return {
    folders: [
      ...known.map((folder) => [folder, '<workspace>'] as const),
      [userData, '<user data>'],
      [os.homedir(), '~'],
    ],
    names: [
      [os.userInfo().username, '<user>'],
      [os.hostname(), '<computer>'],
      ...known.map((folder) => [path.basename(folder), '<workspace>'] as const),
      ...settings.recentWorkspaces.map(({ name }) => [name, '<workspace>'] as const),
    ],
  };
}
