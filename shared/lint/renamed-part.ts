import type { Flow } from '../flow/flow.ts';
import type { NodeText } from '../flow/node-text.ts';
import { nodeTexts, withNodeTexts } from '../flow/node-texts.ts';
import { renameVariable } from '../flow/rename-variable.ts';
import { variableUses } from '../flow/variable-uses.ts';
import type { FlowNode } from '../nodes/node.ts';
import { freeVariableName } from './free-variable-name.ts';

/** Every name that a flow's nodes set or read. */
export function namesInFlow(flow: Flow): ReadonlySet<string> {
  return new Set(variableUses(flow.nodes).map(({ name }) => name));
}

/** Where a variable is meant: the nodes whose storing, and those whose reading, is of it and not of another of its name. */
export interface RenamedPart {
  readonly sets: (node: FlowNode) => boolean;
  readonly reads: (node: FlowNode) => boolean;
}

/**
 * The flow with a variable called otherwise where it is meant, under a name that is free; unchanged where a template could
 * not read the new name.
 */
export function renamedIn(flow: Flow, name: string, taken: ReadonlySet<string>, part: RenamedPart): Flow {
  const free = freeVariableName(name, new Set([...namesInFlow(flow), ...taken]));
  const isMeant = (node: FlowNode, { kind }: Pick<NodeText, 'kind'>) =>
    kind !== 'inner' && (kind === 'template' ? part.reads(node) : part.sets(node));
  // What is not meant is not there for the rename.
  const nodes = flow.nodes.map((node) =>
    withNodeTexts(node, (text, place) => (isMeant(node, place) ? text : '')),
  );
  const renamed = renameVariable({ ...flow, nodes }, name, free);
  if (!renamed.ok) return flow;
  const after = flow.nodes.map((node, at) => {
    const texts = nodeTexts(renamed.value.nodes[at] ?? node).map(({ text }) => text);
    let next = 0;
    return withNodeTexts(node, (text, place) => {
      const changed = texts[next] ?? text;
      next += 1;
      return isMeant(node, place) ? changed : text;
    });
  });
  return { ...flow, nodes: after };
}
