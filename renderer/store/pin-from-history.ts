import { madeAtOf, type RunSummary } from '#shared/run-history/run-summary.ts';
import { momentWords } from '../ui/status/moment-words.ts';
import { flowsReaching } from './flows-reached.ts';
import { historyStore } from './history-store.ts';
import { pastRunRead } from './past-runs.ts';
import { pinnableCalls, responsePinned, toldNotPinned } from './pin-fixture.ts';
import { runsStore } from './runs-store.ts';
import { toasts } from './toasts.ts';

/** The node of a call, and its name for sentences. */
interface PinnedNode {
  readonly id: string;
  readonly name: string;
}

/** More are not offered: nobody finds one among more in a menu. */
const mostRuns = 20;

/** Whoever waits longer for a run to be read is told what goes on. */
const slowMs = 300;

/**
 * The newest runs of the history in which a call may have been answered: those of its flow and of flows that come into it,
 * and those that sent it alone. What the window remembers with its calls is left out.
 */
export function runsToPinFrom(flowId: string, nodeId: string): readonly RunSummary[] {
  const { runs } = runsStore.getState();
  const reaches = flowsReaching(flowId);
  const found: RunSummary[] = [];
  for (const run of historyStore.getState().runs) {
    if (found.length === mostRuns) break;
    const isOver = run.outcome !== 'running' && run.calls > 0;
    if (isOver && runs[run.runId] === undefined && maySend(run, nodeId, reaches)) found.push(run);
  }
  return found;
}

function maySend({ flowId, origin }: RunSummary, nodeId: string, reaches: (id: string) => boolean): boolean {
  if (origin.type === 'endpoint') return false;
  return origin.type === 'call' ? origin.nodeId === nodeId : reaches(flowId);
}

/** Reads a run of the history and pins the newest response that it has of a call, or says why there is none. */
export async function pastResponsePinned(summary: RunSummary, node: PinnedNode): Promise<void> {
  const { runId } = summary;
  const moment = momentWords(madeAtOf(summary), Date.now());
  const noLongerSlow = toldWhereSlow(`Reading the run of ${moment}`);
  const read = await pastRunRead(runId).finally(noLongerSlow);
  const [newest] = read.ok ? pinnableCalls({ [runId]: read.value.view }, node.id) : [];
  if (newest !== undefined) await responsePinned({ ...newest, isJustRead: true });
  else toldNotPinned(read.ok ? `${node.name} got no response in the run of ${moment}.` : read.failure);
}

/** Says what one waits for, once that takes long. Gives what ends it. */
function toldWhereSlow(title: string): () => void {
  let shown: string | null = null;
  const timer = window.setTimeout(() => {
    shown = toasts.show({ title, icon: 'history', stays: true });
  }, slowMs);
  return () => {
    window.clearTimeout(timer);
    if (shown !== null) toasts.close(shown);
  };
}
