import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import { silenceReason } from '#shared/lint/silenced-rule.ts';
import { type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Silences in a workspace that was made of a bundle what the workspace of the bundle silences. What is silenced already keeps
 * its reason. No other workspace takes it: a bundle would quiet what the linter tells of documents that did not come with it.
 */
export async function bringSilences(
  workspace: Pick<Workspace, 'silence' | 'silenced'>,
  { silenced }: Pick<ReadBundle, 'silenced'>,
): Promise<Outcome<null, DocumentFailure>> {
  for (const { reason, rule } of silenced) {
    if (silenceReason({ silenced: workspace.silenced() }, rule) !== null) continue;
    const done = await workspace.silence({ rule, reason });
    if (!done.ok) return done;
  }
  return succeeded(null);
}
