import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { Timings } from '#shared/scenario/shard.ts';
import { withoutByteOrderMark } from '#shared/value/byte-order-mark.ts';
import { systemErrorCode, systemErrorReason } from '../../workspace/files/system-error.ts';
import { makeFolderOf } from './make-folder-of.ts';
import type { ReportedResult } from './reporters/reporter.ts';

const timingsSchema = z.record(z.string(), z.number().min(0));

/** Reads how long scenarios took; a file that is not there yet knows of none. The failure is a sentence. */
export async function readTimings(file: string | null): Promise<Outcome<Timings, string>> {
  if (file === null) return succeeded({});
  try {
    const parsed = timingsSchema.safeParse(JSON.parse(withoutByteOrderMark(await readFile(file, 'utf8'))));
    return parsed.success ? succeeded(parsed.data) : failed(notTimings(file));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return succeeded({});
    return failed(error instanceof SyntaxError ? notTimings(file) : cannot(file, 'read', error));
  }
}

/** Writes how long scenarios took, all of their rows together, over what was known; gives a sentence where that fails. */
export async function writeTimings(
  file: string,
  before: Timings,
  results: readonly ReportedResult[],
): Promise<string | null> {
  const took = new Map<string, number>();
  for (const { outcome, scenario, tookMs } of results)
    if (outcome === 'passed' || outcome === 'failed')
      took.set(scenario.id, (took.get(scenario.id) ?? 0) + Math.round(tookMs));
  const all = Object.entries({ ...before, ...Object.fromEntries(took) }).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  try {
    makeFolderOf(file);
    await writeFile(file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
    return null;
  } catch (error) {
    return cannot(file, 'written', error);
  }
}

function notTimings(file: string): string {
  return `${file} holds no times of scenarios, which an earlier run with --timings writes. Remove it to begin anew.`;
}

function cannot(file: string, what: 'read' | 'written', error: unknown): string {
  return `${file} cannot be ${what}: ${systemErrorReason(error)}.`;
}
