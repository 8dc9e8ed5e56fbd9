import { getRandomValues } from 'node:crypto';
import { failed, type Outcome } from '#shared/outcome/outcome.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';

/** Opens a workspace for as long as something is written into it. The failure is a sentence. */
export async function writtenBack(
  folder: string,
  userData: string,
  write: (workspace: Workspace) => Promise<Outcome<null, string>>,
): Promise<Outcome<null, string>> {
  const ports = { userData, now: () => new Date(), fillRandom: getRandomValues, watch: false };
  const opened = await openWorkspace(folder, ports);
  if (!opened.ok) return failed(opened.failure.message);
  try {
    return await write(opened.value);
  } finally {
    await opened.value.close();
  }
}
