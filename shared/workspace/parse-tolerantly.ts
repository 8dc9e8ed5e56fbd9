import type { z } from 'zod';
import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';

type Issue = z.core.$ZodIssue;

/**
 * Parses plain JSON by a strict schema, leaving out keys that the schema does not know, at every level: a newer minor
 * version may have written them, and `keepUnknownKeys` puts them back when the document is saved.
 *
 * The schemas stay strict for everything that is not a file, where an unknown key is a mistake. `plain` is used up.
 */
export function parseTolerantly<Schema extends z.ZodType>(
  schema: Schema,
  plain: unknown,
): Outcome<z.infer<Schema>, Issue> {
  for (;;) {
    const parsed = schema.safeParse(plain);
    if (parsed.success) return succeeded(parsed.data);
    const { issues } = parsed.error;
    const mistake = issues.find((issue) => !isUnknownKeys(issue));
    if (mistake !== undefined) return failed(mistake);
    // Every round takes at least one key away, so this ends.
    for (const issue of issues.filter(isUnknownKeys)) removeKeys(plain, issue);
  }
}

function isUnknownKeys(issue: Issue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

function removeKeys(plain: unknown, issue: z.core.$ZodIssueUnrecognizedKeys): void {
  const holder = issue.path.reduce<unknown>((at, key) => memberOf(at, key), plain);
  if (typeof holder !== 'object' || holder === null) return;
  for (const key of issue.keys) Reflect.deleteProperty(holder, key);
}

function memberOf(holder: unknown, key: PropertyKey): unknown {
  return typeof holder === 'object' && holder !== null ? (Reflect.get(holder, key) as unknown) : undefined;
}
