import path from 'node:path';
import { silenceReason, withoutSilence, withSilence, type SilencedRule } from '#shared/lint/silenced-rule.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { readWorkspaceFile } from '#shared/workspace/read-stored-file.ts';
import { workspaceFileSchema } from '#shared/workspace/workspace-file.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import { writeStoredFile } from '#shared/workspace/write-stored-file.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import { readTextFile } from './read-text-file.ts';
import { workspaceFileName } from './read-workspace.ts';

/** A rule, and why it shall be told of nothing in a workspace; `null` lets it be told again. */
export interface RuleSilence {
  readonly rule: string;
  readonly reason: string | null;
}

/**
 * Writes into the file of a workspace which rule is silenced for all of it, or no longer is. What else is in the file stays,
 * also what another program wrote since it was opened. Gives all that are silenced now.
 */
export async function silenceRule(
  folder: string,
  { reason, rule }: RuleSilence,
): Promise<Outcome<readonly SilencedRule[], DocumentFailure>> {
  const text = await readTextFile(folder, workspaceFileName);
  if (!text.ok) return notWritten(text.failure.message);
  const before = readWorkspaceFile(workspaceFileName, text.value.text ?? '');
  if (!before.ok) return notWritten(before.failure.message);
  const { content } = before.value;
  if (silenceReason(content, rule) === reason) return succeeded(content.silenced ?? []);
  const next = reason === null ? withoutSilence(content, rule) : withSilence(content, rule, reason);
  const file = path.join(folder, workspaceFileName);
  const written = await writeFileAtomically(file, writeStoredFile(workspaceFileSchema, next, before.value));
  return written.ok
    ? succeeded(next.silenced ?? [])
    : notWritten(`${workspaceFileName} was not written: ${written.failure.reason}.`);
}

function notWritten(message: string): Outcome<never, DocumentFailure> {
  return failed({ code: 'not-written', message });
}
