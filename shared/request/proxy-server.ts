import { isAddress } from './is-address.ts';

export type ProxyScheme = 'http' | 'https' | 'socks5' | 'socks5h';

/** A proxy: how it is spoken to, and where it is. */
export interface ProxyServer {
  readonly scheme: ProxyScheme;
  /** A name or an address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

const standardPorts: Readonly<Record<ProxyScheme, number>> = {
  http: 80,
  https: 443,
  socks5: 1080,
  socks5h: 1080,
};

/** Reads the address of a proxy; `null` where it is none. A path has no meaning there, and user names stand elsewhere. */
export function readProxyServer(address: string): ProxyServer | null {
  const [, scheme = '', rest = ''] =
    /^(https?|socks5h?):\/\/([^/?#\\@\s{}]+)\/?$/i.exec(address.trim()) ?? [];
  const kind = scheme.toLowerCase() as ProxyScheme;
  if (rest === '' || !isAddress(`http://${rest}`)) return null;
  // The standard leaves out the port of the scheme, so that one of two schemes always shows it.
  const written = new URL(`http://${rest}`).port || new URL(`https://${rest}`).port;
  const host = new URL(`http://${rest}`).hostname.replace(/^\[|\]$/g, '');
  return { scheme: kind, host, port: written === '' ? standardPorts[kind] : Number(written) };
}

/** `host:port`, as people see it. */
export function proxyLabel({ host, port }: Pick<ProxyServer, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What the password of a proxy is bound to: where it is sent. Text that is no address yet counts as a whole. */
export function proxyOrigin(address: string): string {
  const server = readProxyServer(address);
  return server === null ? `proxy ${address.trim()}` : `${server.scheme}://${proxyLabel(server)}`;
}

/** What is wrong with the address of a proxy as it is typed, in a sentence that says what to do; `null` where nothing is. */
export function proxyUrlTrouble(address: string): string | null {
  const text = address.trim();
  if (text === '') return 'Enter the address of the proxy, such as http://127.0.0.1:3128.';
  if (readProxyServer(text) !== null) return null;
  if (text.includes('{{'))
    return 'The address of a proxy is plain text: expressions are not read here, so that its password goes nowhere else.';
  if (!/^(https?|socks5h?):\/\//i.test(text)) return 'Begin with http://, https://, socks5:// or socks5h://.';
  if (/^[^/]*\/\/[^/]*@/.test(text))
    return 'Leave user name and password out of the address and enter them below, where the password is encrypted.';
  if (/^[^/]*\/\/[^/]+\/+[^/]/.test(text)) return 'A proxy has no path: end the address after the port.';
  return 'Write the host and the port of the proxy, such as http://127.0.0.1:3128.';
}
