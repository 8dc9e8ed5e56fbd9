import type { Handlers } from '#shared/ipc/contract.ts';
import type { Workbench } from '../../app/workbench.ts';

/** Handlers of `cookies.*`. */
export function cookieHandlers(
  workbench: Workbench,
): Pick<Handlers, 'cookies.list' | 'cookies.remove' | 'cookies.clear' | 'cookies.restore'> {
  return {
    'cookies.list': async ({ environmentId }) => (await workbench.current()).cookies.view(environmentId),
    'cookies.remove': async ({ environmentId, cookie }) =>
      (await workbench.current()).cookies.remove(environmentId, cookie),
    'cookies.clear': async ({ environmentId }) => (await workbench.current()).cookies.clear(environmentId),
    'cookies.restore': async ({ cookies, environmentId }) =>
      (await workbench.current()).cookies.restore(environmentId, cookies),
  };
}
