import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type RunSummary, runSummarySchema } from '#shared/run-history/run-summary.ts';
import { setAside } from '../../workspace/files/set-aside.ts';
import { systemErrorCode } from '../../workspace/files/system-error.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';
import { NotWritten } from './not-written.ts';

/** Rows are looked at one by one, so that one of another version costs its own folder a reading and not all. */
const indexSchema = z.object({
  format: z.literal('flowbench.run-index'),
  version: z.literal(1),
  runs: z.array(z.unknown()),
});

/** What an index file held. */
export interface ReadIndex {
  readonly runs: readonly RunSummary[];
  /** Where a damaged one was put. */
  readonly setAside: string | null;
}

/**
 * The summaries of an index file. It only saves the reading of every run: one that is missing or damaged is made again from
 * the runs' own folders, and a damaged one is set aside.
 */
export async function readIndex(file: string): Promise<ReadIndex> {
  try {
    const { runs } = indexSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const read = runs.map((run) => runSummarySchema.safeParse(run));
    return { runs: read.flatMap((run) => (run.success ? [run.data] : [])), setAside: null };
  } catch (error) {
    const isThere = systemErrorCode(error) === '';
    return { runs: [], setAside: isThere ? await setAside(file) : null };
  }
}

/** Writes the index in one piece. */
export async function writeIndex(file: string, runs: readonly RunSummary[]): Promise<void> {
  const content = JSON.stringify({ format: 'flowbench.run-index', version: 1, runs });
  const written = await writeFileAtomically(file, content, { mode: 0o600 });
  if (!written.ok) throw new NotWritten(written.failure.reason);
}
