import { goesDirect } from '#shared/request/goes-direct.ts';
import { readProxyServer } from '#shared/request/proxy-server.ts';
import type { MachineProxy } from '#shared/settings/machine-proxy.ts';
import type { SystemProxy } from './system-proxy.ts';

/** The way that a person's settings say, asked anew for each call; where they leave it to the system, the system's. */
export function machineProxy(settings: () => MachineProxy, system: SystemProxy): SystemProxy {
  return (url) => {
    const proxy = settings();
    if (proxy.mode === 'system') return system(url);
    if (proxy.mode === 'none' || goesDirect(url, proxy.noProxy)) return null;
    const server = readProxyServer(proxy.url);
    return server === null ? null : { server, credentials: null };
  };
}
