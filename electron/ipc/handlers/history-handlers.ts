import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

type HistoryHandlers = Pick<
  Handlers,
  'history.list' | 'history.open' | 'history.delete' | 'history.restore' | 'history.pin'
>;

/** Handlers of `history.*`: past runs of the open workspace. */
export function historyHandlers(workbench: Workbench): HistoryHandlers {
  const history = async () => (await workbench.current()).history;
  return {
    'history.list': async (input) => (await history()).list(input),
    'history.open': async (input) => (await history()).open(input),
    'history.delete': async (input) => (await history()).remove(input),
    'history.restore': async (input) => (await history()).restore(input),
    'history.pin': async (input) => (await history()).pin(input),
  };
}
