import type { RunId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { isWholeFlow, type RunSummary } from '#shared/run-history/run-summary.ts';
import type { HistorySettings } from '#shared/settings/settings.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore } from './documents-store.ts';
import { limitsAsked } from './history-store.ts';
import { pastRunLeft, pastRunRead, pastRunShown } from './past-runs.ts';
import { runWithInputs } from './run-actions.ts';
import { callPickCleared, callPicked, runsStore } from './runs-store.ts';
import { settingsChanged } from './settings-actions.ts';
import { toasts } from './toasts.ts';
import { documentOpened, openingHeld, panelTabShown, tabOpened, viewStore } from './view-store.ts';

/** The document that shows a run: its flow, or the endpoint that was tested. */
export function ownerOf({ flowId, origin }: Pick<RunSummary, 'flowId' | 'origin'>): string {
  return origin.type === 'endpoint' ? origin.endpointId : flowId;
}

/** Shows a run where it belongs: on its flow or at its endpoint, or on a page of its own where that is gone. */
export async function pastRunWanted(
  run: Pick<RunSummary, 'runId' | 'name' | 'flowId' | 'origin'>,
): Promise<void> {
  const owner = ownerOf(run);
  const open = openingHeld();
  const hasDocument = documentsStore.getState().documents[owner] !== undefined;
  if (hasDocument && shownLive(run, owner, open)) return;
  const read = await pastRunRead(run.runId);
  if (!read.ok) {
    toasts.show({ title: 'The run cannot be shown', body: read.failure, icon: 'warning' });
    return;
  }
  const { runId, name } = run;
  pastRunShown(hasDocument ? owner : runId, read.value);
  callPickCleared();
  open(() => (hasDocument ? documentOpened(owner) : tabOpened({ type: 'run', runId, name })));
  panelTabShown(isWholeFlow(run.origin) ? viewStore.getState().panelTab : 'response');
}

/** What the window follows already is not shown a second time as something past. */
function shownLive(
  { runId }: Pick<RunSummary, 'runId'>,
  owner: string,
  open: ReturnType<typeof openingHeld>,
): boolean {
  const { latestOfFlow, runs, singleCalls } = runsStore.getState();
  const live = runs[runId];
  const isNewest = (latestOfFlow[owner] ?? singleCalls[owner]) === runId;
  if (live === undefined || !(isNewest || live.outcome === 'running')) return false;
  pastRunLeft(owner);
  open(() => documentOpened(owner));
  if (isNewest) callPickCleared();
  else callPicked(runId, 0);
  return true;
}

/** Runs a flow once more with the inputs of an earlier run. */
export async function repeatWanted({ flowId, runId }: RunSummary): Promise<void> {
  const inputs = await keptInputs(runId);
  if (!inputs.ok || documentsStore.getState().documents[flowId] === undefined) {
    notRepeated(inputs.ok ? 'Its flow was deleted.' : inputs.failure);
    return;
  }
  documentOpened(flowId);
  const failure = await runWithInputs(flowId, inputs.value);
  if (failure === null || failure.field === null) return;
  // What is wrong with an input would stand in its field; here there is none. Any other trouble was told.
  if (Object.hasOwn(inputs.value, failure.field)) notRepeated(failure.message);
}

async function keptInputs(runId: RunId): Promise<Outcome<Readonly<Record<string, string>>, string>> {
  const read = await bridge.call['history.open']({ runId, offset: 0 });
  if (!read.ok) return failed(read.failure.message);
  const inputs = read.value.record?.inputs ?? null;
  return inputs === null ? failed('Its inputs are not kept.') : succeeded(inputs);
}

function notRepeated(body: string): void {
  toasts.show({ title: 'The run was not repeated', body, icon: 'warning', urgent: true });
}

export async function runIdCopied({ runId }: RunSummary): Promise<void> {
  await bridge.call['clipboard.write']({ text: runId });
  toasts.show({ title: `Copied ${runId}`, icon: 'copy' });
}

/** How much is kept from now on; what is beyond goes at once. */
export async function historyLimitsSet(history: HistorySettings): Promise<void> {
  limitsAsked(false);
  await settingsChanged({ history });
}
