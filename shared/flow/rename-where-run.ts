import type { FlowNode } from '../nodes/node.ts';
import type { SubFlowNode } from '../nodes/sub-flow-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { templateNames } from '../template/template-names.ts';
import type { Flow } from './flow.ts';
import { nodeTexts, withNodeTexts } from './node-texts.ts';
import { renamedInTemplate } from './rename-in-template.ts';

/**
 * The flows that run a flow, with a variable of that flow called otherwise: where an input is given by its name, and where
 * an output reads it. Flows in which nothing changes are left out; or why that cannot be, in one sentence.
 */
export function renameWhereRun(
  callers: readonly Flow[],
  flowId: string,
  from: string,
  to: string,
): Outcome<readonly Flow[], string> {
  const changed: Flow[] = [];
  for (const caller of callers) {
    if (caller.id === flowId) continue;
    const nodes: FlowNode[] = [];
    for (const node of caller.nodes) {
      const after = renamedWhereRun(node, flowId, from, to);
      if (!after.ok) return failed(`In the flow "${caller.name}": ${after.failure}`);
      nodes.push(after.value);
    }
    if (nodes.some((node, at) => node !== caller.nodes[at])) changed.push({ ...caller, nodes });
  }
  return succeeded(changed);
}

/** A node with the variable of the flow that it runs called otherwise, or why that cannot be, in a sentence. */
export function renamedWhereRun(
  node: FlowNode,
  flowId: string,
  from: string,
  to: string,
): Outcome<FlowNode, string> {
  if (node.kind !== 'sub-flow' || node.config.flow !== flowId) return succeeded(node);
  const known = namesAskedFor(node);
  // Also where it asks for a name that the flow has not: it would ask for the renamed variable from now on.
  if (known.has(to))
    return failed(`"${node.name}" asks for ${to} already; two variables of one name would become one.`);
  if (!known.has(from)) return succeeded(node);
  const texts: (string | null)[] = [];
  const after = withNodeTexts(node, (text, { kind }) => {
    const next = kind === 'inner' ? renamedInTemplate(text, from, to) : text;
    texts.push(next);
    return next ?? text;
  });
  if (texts.includes(null) || after.kind !== 'sub-flow')
    return failed(`"${node.name}" has an output in which ${to} would not be read as a variable.`);
  const inputs = after.config.inputs.map((each) => (each.name === from ? { ...each, name: to } : each));
  return succeeded({ ...after, config: { ...after.config, inputs } });
}

/** The names of the other flow that a node gives values to, and those that its outputs read. */
export function namesAskedFor(node: SubFlowNode): ReadonlySet<string> {
  const read = nodeTexts(node)
    .filter(({ kind }) => kind === 'inner')
    .flatMap(({ text }) => templateNames(text).map(({ name }) => name));
  return new Set([...node.config.inputs.map(({ name }) => name), ...read]);
}
