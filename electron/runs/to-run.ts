import type { Flow } from '#shared/flow/flow.ts';
import type { EnvironmentId, NodeId } from '#shared/ids/ids.ts';
import type { Persona } from '#shared/settings/persona.ts';
import type { StandIns } from '#shared/stand-in/stand-in.ts';
import type { BegunRun } from './history/history-port.ts';

/** What is run. */
export interface ToRun {
  readonly flow: Flow;
  readonly environmentId: EnvironmentId | null;
  /** Only this node is tried; such a run cannot be gone back in. */
  readonly endsAfter?: NodeId;
  readonly persona?: Persona | undefined;
  /** What answers its calls in place of the network. */
  readonly standIns?: StandIns | undefined;
  /** What the history is told of it. */
  readonly told: Omit<BegunRun, 'runId' | 'flow' | 'others' | 'persona' | 'madeAt'>;
}
