import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

type ScenarioHandlers = Pick<
  Handlers,
  'scenario.run' | 'scenario.stop' | 'scenario.results' | 'scenario.file-prints'
>;

/** Handlers of `scenario.*`; how scenarios go is told to the page unasked. */
export function scenarioHandlers(workbench: Workbench): ScenarioHandlers {
  const scenarios = async () => (await workbench.current()).scenarios;
  return {
    'scenario.run': async ({ ids }) => {
      (await scenarios()).run(ids);
      return null;
    },
    'scenario.stop': async ({ ids }) => {
      await (await scenarios()).stop(ids);
      return null;
    },
    'scenario.results': async ({ after }) => (await scenarios()).keptResults(after),
    'scenario.file-prints': async ({ names }) => (await scenarios()).filePrints(names),
  };
}
