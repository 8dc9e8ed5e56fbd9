// Reports are written over what is there: what a run reads, and another report, have to stay whole.
import { stat } from 'node:fs/promises';
import { isOfWorkspace, realPlace } from '../workspace-place.ts';
import type { ReportWish } from './report-wishes.ts';

/** What reports are written beside. */
export interface BesideReports {
  /** The real path of a workspace whose documents are read; `null` where there is none. */
  readonly workspace: string | null;
  /** Files that are read: a bundle, rows, answers, secrets, parts of a run. */
  readonly inputs: readonly (string | null)[];
  /** The file of `--timings`, which is written too. */
  readonly timings: string | null;
}

/** Says in a sentence which report would be written over another one or over what is read; `null` where none is. */
export async function reportClash(
  wishes: readonly ReportWish[],
  { inputs, timings, workspace }: BesideReports,
): Promise<string | null> {
  const reads = await Promise.all(inputs.filter((file) => file !== null).map(realPlace));
  const written = new Map(timings === null ? [] : [[await realPlace(timings), '--timings']]);
  for (const { file, name } of wishes) {
    if (file === null || (await isDevice(file))) continue;
    const place = await realPlace(file);
    if (reads.includes(place) || (workspace !== null && isOfWorkspace(workspace, place)))
      return `The report ${name} would be written over ${file}, which is read or is a part of the workspace. Give it another file.`;
    const other = written.get(place);
    if (other !== undefined)
      return `--reporter ${name} and ${other} would be written into one file, ${file}. Give each a file of its own.`;
    written.set(place, `--reporter ${name}`);
  }
  return null;
}

/** What is there and no file, such as `/dev/null`, keeps nothing that could be lost. */
async function isDevice(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && !found.isFile();
}
