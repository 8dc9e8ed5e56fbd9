/**
 * What a secret is bound to as people read it (`secretOrigin`): an origin; where the host comes from an expression, the
 * address up to its path and the hosts that it may be.
 */
export function originInWords(origin: string): string {
  const [, address, list] = /^(.*) (\[.*\])$/s.exec(origin) ?? [];
  const hosts = list === undefined ? null : hostsIn(list);
  if (address === undefined || hosts === null) return origin;
  return `${address} (${hosts.length === 0 ? 'no host is allowed yet' : hosts.join(', ')})`;
}

function hostsIn(list: string): readonly unknown[] | null {
  try {
    const hosts: unknown = JSON.parse(list);
    return Array.isArray(hosts) ? hosts : null;
  } catch {
    return null;
  }
}
