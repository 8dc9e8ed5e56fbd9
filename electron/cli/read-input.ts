import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { withoutByteOrderMark } from '#shared/value/byte-order-mark.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';

/**
 * Reads one JSON document from standard input, every digit kept. The failure is a sentence.
 *
 * @param take makes of the document what the command needs
 */
export async function readInput<Taken>(
  input: Readable,
  take: (document: Value) => Outcome<Taken, string>,
): Promise<Outcome<Taken, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array));
  const read = readJson(withoutByteOrderMark(Buffer.concat(chunks).toString('utf8')));
  if (read.ok) return take(read.value);
  const { column, line, message } = read.failure;
  return failed(`Standard input is not JSON: line ${String(line)}, column ${String(column)}: ${message}`);
}

/** Checks a part of the input against its schema. The failure names the place and what is wrong there. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Outcome<z.infer<Schema>, string> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeeded(parsed.data);
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the whole' : issue.path.join('.');
  return failed(`Standard input does not fit: ${place}: ${issue?.message ?? 'unknown'}.`);
}
