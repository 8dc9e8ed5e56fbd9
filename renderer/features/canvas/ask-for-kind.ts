import { nodeKindTitles, type NodeKind } from '#shared/nodes/node.ts';
import { pickAsked } from './quick-pick-store.ts';

const offered: readonly (readonly [NodeKind, string])[] = [
  ['api-call', 'sends a request'],
  ['message', 'says a text'],
  ['prompt', 'asks and stores the answer'],
  ['condition', 'takes one of several ways'],
  ['set-variables', 'assigns, unsets, appends, increments'],
  ['sub-flow', 'runs another flow'],
  ['wait', 'pauses'],
  ['end', 'ends the run'],
  ['note', 'a comment on the canvas'],
  ['start', 'where a run begins'],
];

/** Asks which kind of node to add. */
export function askForKind(onPick: (kind: NodeKind) => void): void {
  pickAsked({
    title: 'Add a node',
    items: offered.map(([kind, context]) => ({
      key: kind,
      icon: kind,
      label: nodeKindTitles[kind],
      context,
    })),
    onPick: (key) => {
      const kind = offered.find(([each]) => each === key)?.[0];
      if (kind !== undefined) onPick(kind);
    },
  });
}
