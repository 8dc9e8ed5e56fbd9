import { ipBytes } from './ip-bytes.ts';
import { isAddress } from './is-address.ts';

/**
 * Whether a request to an address goes past the proxy.
 *
 * This machine itself is always reached directly, however it is written (`localhost`, `127.*`, `::1`, `0.0.0.0`): seen from
 * the proxy it would be another machine. The entry `<-loopback>` takes that back. Further entries, each with or without
 * `:port`: a host name, `.example.com` or `*.example.com` for all names below, an address, a range such as `10.0.0.0/8`,
 * `<local>` for names without a dot, and `*` for everything.
 */
export function goesDirect(url: URL, entries: readonly string[]): boolean {
  const host = plainHost(url);
  const port = url.port === '' ? standardPort(url) : url.port;
  const written = entries.map((entry) => entry.trim().toLowerCase());
  if (isLoopback(host) && !written.includes('<-loopback>')) return true;
  return written.some((entry) => covers(entry, host, port));
}

/** Why a text cannot stand in the list, in a sentence; `null` where it can. */
export function noProxyTrouble(text: string, entries: readonly string[]): string | null {
  if (entries.includes(text)) return `${text} is in the list already.`;
  if (isEntry(text.trim().toLowerCase())) return null;
  return `${text} is no host: enter one such as api.example.com, .example.com, 10.0.0.0/8 or localhost:8080.`;
}

/** Whether a host as the URL standard writes it is this machine, in any of its spellings. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const bytes = ipBytes(host);
  if (bytes === null) return false;
  const [first, second, third, fourth] = unmapped(bytes);
  const isUnspecified = [first, second, third, fourth].every((byte) => byte === 0);
  if (unmapped(bytes).length === 4) return first === 127 || isUnspecified;
  return bytes.slice(0, 15).every((byte) => byte === 0) && (bytes[15] ?? 0) <= 1;
}

function plainHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function standardPort({ protocol }: URL): string {
  return protocol === 'https:' ? '443' : '80';
}

/** An IPv4 address that is written as an IPv6 one counts as what it is. */
function unmapped(bytes: readonly number[]): readonly number[] {
  const isMapped = bytes.length === 16 && bytes.slice(0, 12).join() === '0,0,0,0,0,0,0,0,0,0,255,255';
  return isMapped ? bytes.slice(12) : bytes;
}

function isEntry(entry: string): boolean {
  if (entry === '*' || entry === '<local>' || entry === '<-loopback>') return true;
  if (entry.includes('/')) return rangeOf(entry) !== null;
  const { host } = withoutPort(entry);
  return isAddress(`http://${bracketed(host.replace(/^\*?\./, ''))}`) && !/[\s/?#@<>*]/.test(host.slice(1));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry === '<local>') return !host.includes('.') && !host.includes(':');
  const range = rangeOf(entry);
  if (range !== null) return isInRange(host, range);
  const { host: name, port: only } = withoutPort(entry);
  if (only !== null && only !== port) return false;
  if (/^\*?\./.test(name)) return host.endsWith(name.replace(/^\*/, ''));
  return name !== '' && canonical(name) === host;
}

/** `host:port`, `[::1]:port`, or a host alone; an IPv6 address may stand without brackets then. */
function withoutPort(entry: string): { readonly host: string; readonly port: string | null } {
  const [, host, port] = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(entry) ?? [];
  const bare = (host ?? entry).replace(/^\[|\]$/g, '');
  return { host: bare, port: port === undefined ? null : String(Number(port)) };
}

/** As the URL standard writes it, so that spellings do not matter. */
function canonical(host: string): string {
  const address = `http://${bracketed(host)}`;
  return isAddress(address) ? plainHost(new URL(address)) : host;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

interface Range {
  readonly bytes: readonly number[];
  readonly bits: number;
}

function rangeOf(entry: string): Range | null {
  const [, address = '', bits = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry) ?? [];
  const bytes = ipBytes(address);
  return bytes === null || Number(bits) > bytes.length * 8 ? null : { bytes, bits: Number(bits) };
}

function isInRange(host: string, { bits, bytes }: Range): boolean {
  const own = ipBytes(host);
  const compared = own !== null && own.length !== bytes.length ? unmapped(own) : own;
  if (compared?.length !== bytes.length) return false;
  return bytes.every((byte, at) => {
    const mask = 0xff00 >> Math.min(Math.max(bits - at * 8, 0), 8);
    return (((compared[at] ?? 0) ^ byte) & mask & 0xff) === 0;
  });
}
