import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { RunId } from '#shared/ids/ids.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { readStoredEvent } from '#shared/run-history/read-stored-event.ts';
import { type RunRecord, runRecordSchema } from '#shared/run-history/run-record.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { type RunTally, tallyAfter } from '#shared/run-history/summarize-run.ts';
import type { RunFiles } from './run-files.ts';
import { runSizeBytes } from './run-size.ts';
import { summaryOfRun } from './summary-of-run.ts';

/** The events that a summary is made from; the others need not be parsed. */
const telling =
  /"type":"(?:run-started|asked|answered|answer-refused|paused|resumed|variable-edited|call-ended|run-ended)"/;

/**
 * The summary of a run from its own files, for an index that does not have it. A run without its end was interrupted.
 * `null` where there is no beginning that this version can read.
 */
export async function readRunFolder(files: RunFiles, runId: RunId): Promise<RunSummary | null> {
  const { flowId, tally } = await tallyOf(files.events);
  if (tally === null || flowId === null) return null;
  const record = (await readRecord(files)) ?? unknownRecord(runId, flowId, tally.flowName);
  return summaryOfRun(record, tally, {
    outcome: tally.outcome === 'running' ? 'interrupted' : tally.outcome,
    sizeBytes: await runSizeBytes(files),
    incomplete: record.incomplete,
  });
}

/** What is known of a run besides its events; `null` where that is missing or damaged. */
export async function readRecord({ record }: RunFiles): Promise<RunRecord | null> {
  try {
    const parsed = runRecordSchema.safeParse(JSON.parse(await readFile(record, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What can be said of a run whose record is lost: its events still tell what happened. */
export function unknownRecord(runId: RunId, flowId: RunRecord['flowId'], name: string): RunRecord {
  return {
    format: 'flowbench.run',
    version: 1,
    runId,
    origin: { type: 'flow' },
    name,
    flowId,
    flowPrint: '',
    others: [],
    nodes: [],
    inputs: null,
    pinned: false,
    incomplete: false,
  };
}

async function tallyOf(file: string) {
  let tally: RunTally | null = null;
  let flowId: RunRecord['flowId'] | null = null;
  let last = '';
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines) {
      const event: RunEvent | null = telling.test(line) ? readStoredEvent(line) : null;
      if (event?.type === 'run-started') ({ flowId } = event);
      if (event === null) last = line;
      else tally = tallyAfter(tally, event);
    }
  } catch {
    // A file that is not there, or that the disk does not give: what was read so far counts.
  }
  const end = readStoredEvent(last);
  return { flowId, tally: end === null ? tally : tallyAfter(tally, end) };
}
