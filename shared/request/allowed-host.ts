import { isAddress } from './is-address.ts';

/**
 * Whether an address goes to one of the hosts that an endpoint lists. An entry without a port allows every port, one with
 * a port only that one. Both sides are compared after URL parsing, so spelling (case, IDN, short IPv4) does not matter;
 * an entry that is no host allows nothing.
 *
 * @param url a complete `http:` or `https:` address
 */
export function isAllowedHost(url: string, allowedHosts: readonly string[]): boolean {
  const { hostname, port, protocol } = new URL(url);
  const portSent = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return allowedHosts.some((entry) => {
    const allowed = readEntry(entry.trim());
    return allowed?.hostname === hostname && (allowed.port === null || allowed.port === portSent);
  });
}

/** Whether an entry of the list names a host at all, alone or with a port or a scheme. */
export function isHostEntry(entry: string): boolean {
  return readEntry(entry.trim()) !== null;
}

function readEntry(entry: string): { readonly hostname: string; readonly port: string | null } | null {
  // A scheme in front is what people paste; a path behind it says nothing about the host.
  const authority = /^(?:https?:\/\/)?([^/\\?#@\s]+)\/?$/i.exec(entry)?.[1];
  if (authority === undefined || !isAddress(`http://${authority}/`)) return null;
  const port = /:(\d+)$/.exec(authority)?.[1] ?? null;
  return {
    hostname: new URL(`http://${authority}/`).hostname,
    port: port === null ? null : String(Number(port)),
  };
}
