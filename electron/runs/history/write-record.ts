import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';
import { NotWritten } from './not-written.ts';
import { readRecord, unknownRecord } from './read-run-folder.ts';
import type { RunFiles } from './run-files.ts';

/** Writes into a run's own folder whether it is pinned, so that a new index knows it too. */
export async function writeRecord(
  files: RunFiles,
  { flowId, name, runId }: RunSummary,
  pinned: boolean,
): Promise<void> {
  const record = (await readRecord(files)) ?? unknownRecord(runId, flowId, name);
  const content = JSON.stringify({ ...record, pinned });
  const written = await writeFileAtomically(files.record, content, { mode: 0o600 });
  if (!written.ok) throw new NotWritten(written.failure.reason);
}
