import type { Flow } from '#shared/flow/flow.ts';
import { connectionOf } from '#shared/flow/edit-flow.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { exitOfLine, lineId, type ExitName } from './line-names.ts';
import { pickAsked } from './quick-pick-store.ts';

/** Asks which of several connections is meant. */
export function askForLine(flow: Flow, lines: readonly ExitName[], onPick: (exit: ExitName) => void): void {
  const nodeWith = (nodeId: string | undefined) => flow.nodes.find(({ id }) => id === nodeId);
  pickAsked({
    title: 'On which connection?',
    items: lines.map(({ node, exit }) => {
      const from = nodeWith(node);
      const name = from === undefined ? exit : `${from.name}, ${exitName(from, exit)}`;
      return {
        key: lineId(node, exit),
        icon: 'arrow-right',
        label: name,
        context: `leads to ${nodeWith(connectionOf(flow, node, exit)?.to)?.name ?? ''}`,
      };
    }),
    onPick: (key) => onPick(exitOfLine(key)),
  });
}
