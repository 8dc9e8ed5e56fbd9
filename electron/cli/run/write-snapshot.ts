import type { ScenarioId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { snapshotOf } from '#shared/scenario/judge-conversation.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Writes the conversation of a run into its scenario as the snapshot. The failure is a sentence. */
export async function writeSnapshot(
  workspace: Workspace,
  id: ScenarioId,
  events: readonly RunEvent[],
): Promise<Outcome<null, string>> {
  const stored = workspace.document(id);
  if (stored?.document.format !== 'flowbench.scenario') return failed('The scenario is not there any more.');
  const document = { ...stored.document, snapshot: [...snapshotOf(runFacts(events))] };
  const saved = await workspace.save({ document, revision: stored.revision, overwrite: false });
  return saved.ok ? succeeded(null) : failed(`The snapshot was not written: ${saved.failure.message}`);
}
