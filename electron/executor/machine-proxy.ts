import { goesDirect } from '#shared/request/goes-direct.ts';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { readProxyServer } from '#shared/request/proxy-server.ts';
import type { MachineProxy } from '#shared/settings/machine-proxy.ts';
import type { SystemProxy } from './system-proxy.ts';

/** The password for the proxy at an address: empty where none was set, `null` where what was set cannot be had. */
export type ProxyPassword = (address: string) => Promise<string | null>;

/** The way that a person's settings say, asked anew for each call; where they leave it to the system, the system's. */
export function machineProxy(
  settings: () => MachineProxy,
  system: SystemProxy,
  passwordFor: ProxyPassword,
): SystemProxy {
  return (url) => {
    const proxy = settings();
    if (proxy.mode === 'system') return system(url);
    if (proxy.mode === 'none' || goesDirect(url, proxy.noProxy)) return null;
    return manualRoute(proxy, passwordFor);
  };
}

async function manualRoute(
  { url, userName }: Extract<MachineProxy, { mode: 'manual' }>,
  passwordFor: ProxyPassword,
): Promise<ProxyRoute | null> {
  const server = readProxyServer(url);
  if (server === null) return null;
  const password = userName === undefined ? null : await passwordFor(url);
  // Without its password the proxy is asked all the same, and its refusal says what is missing.
  const credentials = userName === undefined || password === null ? null : { userName, password };
  return { server, credentials };
}
