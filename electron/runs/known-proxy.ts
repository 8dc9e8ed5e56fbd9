import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { SystemProxy } from '../executor/system-proxy.ts';
import type { KnownSecrets } from './known-secrets.ts';

/** The way of the system, whose password is known to be secret before it is sent. */
export function knownProxy(
  system: SystemProxy,
  secrets: Pick<KnownSecrets, 'add'>,
  onSecret: (value: string) => void,
): SystemProxy {
  const noted = (route: ProxyRoute | null) => {
    const credentials = route?.credentials ?? null;
    if (credentials === null || credentials.password === '') return route;
    secrets.add([{ value: credentials.password, user: credentials.userName }]);
    onSecret(credentials.password);
    return route;
  };
  return (url) => {
    const route = system(url);
    return route instanceof Promise ? route.then(noted) : noted(route);
  };
}
