import type { ProxyCredentials, ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { goesDirect } from '#shared/request/goes-direct.ts';
import { type ProxyScheme, readProxyServer } from '#shared/request/proxy-server.ts';

/** Which way the system takes to an address; `null` is straight. Nothing is thrown: who cannot tell goes straight. */
export type SystemProxy = (url: URL) => ProxyRoute | null | Promise<ProxyRoute | null>;

/** The variables of the environment that name proxies, as most programs read them; the small letters come first. */
export interface ProxyVariables {
  readonly http: string | undefined;
  readonly https: string | undefined;
  /** For both, where there is none of its own. */
  readonly all: string | undefined;
  readonly no: string | undefined;
}

/** The proxies that the environment names; `null` where it names none. */
export function environmentProxy({ all, http, https, no }: ProxyVariables): SystemProxy | null {
  const plain = environmentRoute(http ?? all);
  const secure = environmentRoute(https ?? all);
  if (plain === null && secure === null) return null;
  const entries = environmentEntries(no ?? '');
  return (url) => {
    if (goesDirect(url, entries)) return null;
    return url.protocol === 'https:' ? secure : plain;
  };
}

/** Reads `http://user:password@host:port`; the scheme may be left out, and user name and password are percent-encoded. */
function environmentRoute(value: string | undefined): ProxyRoute | null {
  if (value === undefined) return null;
  const text = value.trim().replace(/^socks:/i, 'socks5h:');
  const address = /^[a-z][a-z0-9]*:\/\//i.test(text) ? text : `http://${text}`;
  const server = readProxyServer(address.replace(/\/\/.*@/, '//'));
  const user = /\/\/(.*)@/.exec(address)?.[1];
  if (server === null) return null;
  return { server, credentials: user === undefined ? null : environmentCredentials(user) };
}

function environmentCredentials(user: string): ProxyCredentials {
  const [userName = '', ...password] = user.split(':');
  return { userName: decoded(userName), password: decoded(password.join(':')) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In the environment a name stands for all names below as well, with or without a dot before it. */
function environmentEntries(list: string): readonly string[] {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) =>
      /^[*<]|\//.test(entry) ? [entry] : [entry.replace(/^\./, ''), `.${entry.replace(/^\./, '')}`],
    );
}

/**
 * The way that a browser engine would take, which knows the settings of the system and their scripts.
 *
 * @param resolve answers as a proxy script does: `PROXY a:1; SOCKS5 b:2; DIRECT`
 */
export function engineProxy(resolve: (url: string) => Promise<string>): SystemProxy {
  return async (url) => {
    if (goesDirect(url, [])) return null;
    try {
      // A script sees the address, which is the API's business and not the script's beyond the host.
      return scriptRoute(await resolve(`${url.origin}/`));
    } catch {
      return null;
    }
  };
}

/** The first way of a proxy script's answer that can be gone. */
export function scriptRoute(answer: string): ProxyRoute | null {
  for (const way of answer.split(';').map((text) => text.trim())) {
    const [kind = '', address = ''] = way.split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return null;
    const scheme = scriptSchemes[kind.toUpperCase()];
    const server = scheme === undefined ? null : readProxyServer(`${scheme}://${address}`);
    if (server !== null) return { server, credentials: null };
  }
  return null;
}

/** Engines leave the look-up of names to the proxy. */
const scriptSchemes: Readonly<Record<string, ProxyScheme | undefined>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5h',
  SOCKS5: 'socks5h',
};
