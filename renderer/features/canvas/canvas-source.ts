import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import type { ProblemMark } from '../../store/problems-store.ts';
import type { FlowSelection } from '../../store/selection-store.ts';

/** What a canvas shows of a run. */
export type CanvasRun = Pick<RunView, 'nodes' | 'taken' | 'outcome' | 'currentNodeId'>;

/** What a canvas is drawn from: the document, the selection, and the run that it shows. */
export interface CanvasSource {
  readonly flow: Flow;
  /** The names of what nodes need: endpoints and flows. */
  readonly documentNames: ReadonlyMap<string, string>;
  readonly selection: FlowSelection;
  readonly run: CanvasRun | undefined;
  readonly breakpoints: readonly Breakpoint[];
  readonly problems: ReadonlyMap<string, ProblemMark>;
  /** What answers API Calls in place of the network, by node. */
  readonly standIns?: ReadonlyMap<string, StandInShown> | undefined;
  /** The groups that are shown as one card. */
  readonly collapsed: ReadonlySet<string>;
  /** The nodes in which something was found that is looked for. */
  readonly found?: ReadonlySet<string> | undefined;
}
