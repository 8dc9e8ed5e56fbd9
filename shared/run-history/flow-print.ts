import type { Flow } from '../flow/flow.ts';
import { compareTexts, contentPrint } from '../value/content-print.ts';

/**
 * A short text that two versions of a flow share as long as they run alike: names and places of nodes may differ, what the
 * nodes do and how they are connected may not.
 */
export function flowPrint({ connections, errorNode, nodes, strict }: Flow): string {
  const doing = nodes
    .filter(({ kind }) => (kind as string) !== 'note')
    .map(({ config, id, kind }) => [id, kind, config] as const)
    .sort(([one], [other]) => compareTexts(one, other));
  const ways = connections.map(({ from, to }) => `${from.node} ${from.exit} ${to}`).sort(compareTexts);
  return contentPrint([strict, errorNode, doing, ways]);
}
