import { getRandomValues } from 'node:crypto';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { snapshotOf } from '#shared/scenario/judge-conversation.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { ScenarioId } from '#shared/ids/ids.ts';
import { openWorkspace } from '../../workspace/workspace.ts';

/** Writes the conversation of a run into its scenario as the snapshot. The failure is a sentence. */
export async function writeSnapshot(
  folder: string,
  userData: string,
  id: ScenarioId,
  events: readonly RunEvent[],
): Promise<Outcome<null, string>> {
  const ports = { userData, now: () => new Date(), fillRandom: getRandomValues, watch: false };
  const opened = await openWorkspace(folder, ports);
  if (!opened.ok) return failed(opened.failure.message);
  const workspace = opened.value;
  try {
    const stored = workspace.document(id);
    if (stored?.document.format !== 'flowbench.scenario')
      return failed('The scenario is not there any more.');
    const document = { ...stored.document, snapshot: [...snapshotOf(runFacts(events))] };
    const saved = await workspace.save({ document, revision: stored.revision, overwrite: false });
    return saved.ok ? succeeded(null) : failed(`The snapshot was not written: ${saved.failure.message}`);
  } finally {
    await workspace.close();
  }
}
