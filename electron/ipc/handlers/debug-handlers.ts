import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

type DebugHandlers = Pick<
  Handlers,
  | 'run.pause'
  | 'run.continue'
  | 'run.step'
  | 'run.run-to'
  | 'run.set-breakpoints'
  | 'run.edit-variable'
  | 'run.rerun-from'
>;

/** Handlers of what the debugger does to runs. */
export function debugHandlers(workbench: Workbench): DebugHandlers {
  const debug = async () => (await workbench.current()).runs.debug;
  return {
    'run.pause': async (input) => (await debug()).pause(input),
    'run.continue': async (input) => (await debug()).continue(input),
    'run.step': async (input) => (await debug()).step(input),
    'run.run-to': async (input) => (await debug()).runTo(input),
    'run.set-breakpoints': async (input) => (await debug()).setBreakpoints(input),
    'run.edit-variable': async (input) => (await debug()).editVariable(input),
    'run.rerun-from': async (input) => (await debug()).rerunFrom(input),
  };
}
