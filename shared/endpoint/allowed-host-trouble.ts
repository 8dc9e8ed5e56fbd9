import { isHostEntry } from '../request/allowed-host.ts';

/** Why a text that was typed cannot join the hosts an endpoint allows, in a sentence; `null` where it can. */
export function allowedHostTrouble(text: string, hosts: readonly string[]): string | null {
  if (!isHostEntry(text)) return `${text} is no host: enter one such as api.example.com or localhost:8080.`;
  return hosts.includes(text) ? `${text} is in the list already.` : null;
}
