// Who decides the way of an exchange, and that a system that never says does not hold a call up.
import { describe, expect, it } from 'vitest';
import { CallStop } from '#electron/executor/call-stop.ts';
import { findRoute } from '#electron/executor/find-route.ts';
import type { PreparedProxy, ProxyRoute } from '#shared/request/prepared-proxy.ts';

const route: ProxyRoute = { server: { scheme: 'http', host: 'proxy.test', port: 3128 }, credentials: null };
const url = new URL('https://api.test/');
const never = () => new Promise<null>(() => undefined);

function limits(connectMs = 60_000, signal = new AbortController().signal) {
  return { stop: new CallStop(signal, null), connectMs };
}

describe('The way of an exchange', () => {
  it.each<[string, PreparedProxy | undefined, ProxyRoute | null]>([
    ['nothing is said', undefined, null],
    ['none is wanted', { mode: 'none' }, null],
    ['the system is asked', { mode: 'system' }, route],
    ['one is given', { mode: 'manual', route, noProxy: [] }, route],
    ['the list excepts it', { mode: 'manual', route, noProxy: ['.test'] }, null],
  ])('where %s', async (_, proxy, expected) => {
    expect(await findRoute(url, proxy, () => Promise.resolve(route), limits())).toBe(expected);
  });

  it('is straight where the system has nobody to ask, or says nothing in time', async () => {
    expect(await findRoute(url, { mode: 'system' }, undefined, limits())).toBeNull();
    expect(await findRoute(url, { mode: 'system' }, never, limits(5))).toBeNull();
  });

  it('is not waited for after a cancel', async () => {
    const controller = new AbortController();
    const found = findRoute(url, { mode: 'system' }, never, limits(60_000, controller.signal));
    controller.abort();
    expect(await found).toBeNull();
  });

  it('that a defect hides is told, not taken for a straight one', async () => {
    const broken = () => Promise.reject(new Error('a defect'));
    await expect(findRoute(url, { mode: 'system' }, broken, limits())).rejects.toThrow('a defect');
  });
});
