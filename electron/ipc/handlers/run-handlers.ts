import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

type RunHandlers = Pick<
  Handlers,
  'run.start' | 'run.answer' | 'run.cancel' | 'call.test-endpoint' | 'call.try' | 'call.preview'
>;

/** Handlers of `run.*` and `call.*`; what happens in a run goes to the page as events. */
export function runHandlers(workbench: Workbench): RunHandlers {
  const runs = async () => (await workbench.current()).runs;
  return {
    'run.start': async (input) => (await runs()).start(input),
    'run.answer': async (input) => (await runs()).answer(input),
    'run.cancel': async ({ runId }) => {
      await (await runs()).cancel(runId);
      return null;
    },
    'call.test-endpoint': async (input) => (await runs()).testEndpoint(input),
    'call.try': async (input) => (await runs()).tryCall(input),
    'call.preview': async (input) => (await runs()).preview(input),
  };
}
