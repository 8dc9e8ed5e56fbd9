import { environmentProxy, type SystemProxy } from '../executor/system-proxy.ts';

/**
 * The proxies that the environment of this process names (`HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`, in small or
 * capital letters); `null` where it names none.
 */
export function proxyOfEnvironment(): SystemProxy | null {
  return environmentProxy({
    http: process.env['http_proxy'] ?? process.env['HTTP_PROXY'],
    https: process.env['https_proxy'] ?? process.env['HTTPS_PROXY'],
    all: process.env['all_proxy'] ?? process.env['ALL_PROXY'],
    no: process.env['no_proxy'] ?? process.env['NO_PROXY'],
  });
}
