import type { Flow } from '../flow/flow.ts';
import type { FlowNode } from '../nodes/node.ts';
import { compareTexts, contentPrint } from '../value/content-print.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';

/** Documents and nodes are never changed but made anew, so what was worked out once holds. */
const known = new WeakMap<object, string>();

/**
 * A short text that two versions of a document share as long as a run that uses it comes to the same: what only the window
 * shows (places, frames, notes, colours) and what the linter is told may differ. Of a scenario its name may, too; names of
 * others are said in messages and stand in results.
 */
export function documentPrint(document: WorkspaceDocument): string {
  const before = known.get(document);
  if (before !== undefined) return before;
  const print = contentPrint(whatCounts(document));
  known.set(document, print);
  return print;
}

function whatCounts(document: WorkspaceDocument): unknown {
  switch (document.format) {
    case 'flowbench.flow':
      return flowParts(document);
    case 'flowbench.scenario': {
      const { description: _, name: __, silenced: ___, tags: ____, ...rest } = document;
      return rest;
    }
    case 'flowbench.environment': {
      const { colour: _, silenced: __, ...rest } = document;
      return rest;
    }
    case 'flowbench.endpoint': {
      const { silenced: _, ...rest } = document;
      return rest;
    }
    case 'flowbench.fixture':
      return document;
  }
}

function flowParts({ connections, errorNode, id, name, nodes, strict }: Flow): unknown {
  const ways = connections.map(({ from, to }) => `${from.node} ${from.exit} ${to}`).sort(compareTexts);
  const doing = nodes.filter(({ kind }) => (kind as string) !== 'note').map(nodePrint);
  return [id, name, strict, errorNode, doing.sort(compareTexts), ways];
}

/** An edit makes one node anew and leaves the others, so that typing in a large flow costs no more than in a small one. */
function nodePrint(node: FlowNode): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const { config, id, kind, name } = node;
  const print = contentPrint([id, kind, name, config]);
  known.set(node, print);
  return print;
}
