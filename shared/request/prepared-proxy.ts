import type { ProxyServer } from './proxy-server.ts';

/** What a proxy is told about who calls; it is for the proxy alone and never goes on from there. */
export interface ProxyCredentials {
  readonly userName: string;
  readonly password: string;
}

/** A proxy and what it asks for. */
export interface ProxyRoute {
  readonly server: ProxyServer;
  readonly credentials: ProxyCredentials | null;
}

/** The way that a call takes to wherever its redirects lead. The credentials are secret: only the executor may see them. */
export type PreparedProxy =
  | { readonly mode: 'none' }
  | { readonly mode: 'system' }
  | { readonly mode: 'manual'; readonly route: ProxyRoute; readonly noProxy: readonly string[] };
