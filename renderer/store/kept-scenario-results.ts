import type { ChannelOutput } from '#shared/ipc/contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { filePrintsArrived, keptResultsArrived, scenarioRunsStore, filesIn } from './scenario-runs.ts';

type Piece = ChannelOutput<'scenario.results'>;

/** Tells one reading from the next: another workspace may be open before the first is answered. */
let reading = 0;

/** Reads what came of the scenarios before the workspace was opened. */
export async function keptResultsWanted(): Promise<void> {
  reading += 1;
  const mine = reading;
  let after: Piece['next'] = null;
  do {
    const piece: Piece = await bridge.call['scenario.results']({ after });
    if (mine !== reading) return;
    keptResultsArrived(piece.results);
    after = piece.next;
  } while (after !== null);
  await filesLookedAt();
}

/** Coming back to the window, the person may have written files that requests send: nobody watches those. */
export function startLookingAtFiles(): void {
  window.addEventListener('focus', () => void filesLookedAt());
}

async function filesLookedAt(): Promise<void> {
  const mine = reading;
  const { runs } = scenarioRunsStore.getState();
  const results = Object.values(runs).flatMap(({ rows }) => rows.flatMap(({ result }) => result ?? []));
  const names = Object.keys(filesIn(results));
  if (names.length === 0) return;
  const prints = await bridge.call['scenario.file-prints']({ names });
  if (mine === reading) filePrintsArrived(prints);
}
