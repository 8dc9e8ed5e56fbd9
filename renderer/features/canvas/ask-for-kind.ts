import { kindStandsBetween } from '#shared/flow/insert-on-connection.ts';
import { nodeKindTitles, type NodeKind } from '#shared/nodes/node.ts';
import { pickAsked } from './quick-pick-store.ts';

const offered: readonly (readonly [NodeKind, string])[] = [
  ['api-call', 'sends a request'],
  ['message', 'says a text'],
  ['prompt', 'asks and stores the answer'],
  ['condition', 'takes one of several ways'],
  ['set-variables', 'assigns, unsets, appends, increments'],
  ['loop', 'repeats a part for each item of a list'],
  ['wait', 'pauses'],
  ['end', 'ends the run'],
  ['note', 'a comment on the canvas'],
  ['start', 'where a run begins'],
];

/** Asks which kind of node to add. */
export function askForKind(onPick: (kind: NodeKind) => void): void {
  kindAsked('Add a node', offered, onPick);
}

/** Asks which kind of node to put onto a connection. */
export function askForBetween(onPick: (kind: NodeKind) => void): void {
  const between = offered.filter(([kind]) => kindStandsBetween(kind));
  kindAsked('Insert a node on the connection', between, onPick);
}

function kindAsked(title: string, kinds: typeof offered, onPick: (kind: NodeKind) => void): void {
  pickAsked({
    title,
    items: kinds.map(([kind, context]) => ({
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
