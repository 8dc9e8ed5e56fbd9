import type { FlowNode } from '../nodes/node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { Flow } from './flow.ts';
import type { NodeText } from './node-text.ts';
import { withNodeTexts } from './node-texts.ts';
import { renamedInTemplate } from './rename-in-template.ts';
import { renamedWhereRun } from './rename-where-run.ts';
import { isVariableName } from './variable-name.ts';
import { usesOfVariable } from './variable-uses.ts';

/** What has names in common with a flow. */
export interface AroundFlow {
  /** The names of the active environment and of the defaults behind it. */
  readonly environmentNames: ReadonlySet<string>;
  /** Those of them that come from the defaults; none where it is absent. */
  readonly defaultNames?: ReadonlySet<string>;
  /** The names that the endpoints of its API Calls read, each with the name of such an endpoint. */
  readonly endpointReads: ReadonlyMap<string, string>;
}

const nothingAround: AroundFlow = { environmentNames: new Set(), endpointReads: new Map() };

/**
 * The flow with a variable called otherwise wherever a node sets or reads it, also in rows that are off; or why that cannot
 * be, in one sentence. Nothing else changes: a run does the same with the new name, and renaming back gives the same flow.
 *
 * What reads all variables at once (`this`, `@root`, `lookup @root "…"`) is not seen: there a name is data.
 */
export function renameVariable(
  flow: Flow,
  from: string,
  to: string,
  around: AroundFlow = nothingAround,
): Outcome<Flow, string> {
  const trouble = troubleWithNames(flow, from, to, around);
  if (trouble !== null) return failed(trouble);
  const nodes: FlowNode[] = [];
  for (const node of flow.nodes) {
    const after = renamedNode(node, from, to);
    if (after === null)
      return failed(`"${node.name}" has a template in which ${to} would not be read as a variable.`);
    // A flow that runs itself gives its own inputs values, and takes outputs from its own variables.
    const renamed = renamedWhereRun(after, flow.id, from, to);
    if (!renamed.ok) return renamed;
    nodes.push(renamed.value);
  }
  return succeeded({ ...flow, nodes });
}

function renamedNode(node: FlowNode, from: string, to: string): FlowNode | null {
  const texts: (string | null)[] = [];
  const after = withNodeTexts(node, (text, { kind }) => {
    const next = renamedText(kind, text, from, to);
    texts.push(next);
    return next ?? text;
  });
  return texts.includes(null) ? null : after;
}

function renamedText(kind: NodeText['kind'], text: string, from: string, to: string): string | null {
  if (kind === 'inner') return text;
  if (kind === 'template') return renamedInTemplate(text, from, to);
  return text === from ? to : text;
}

function troubleWithNames(flow: Flow, from: string, to: string, around: AroundFlow): string | null {
  if (!isVariableName(to))
    return 'A name is letters, digits and _, begins with a letter or _, and is no word such as this or true.';
  if (to === from) return `It is called ${from} already.`;
  const set = usesOfVariable(flow.nodes, from).find(({ does }) => does === 'sets');
  if (set === undefined) return `No node of this flow sets ${from}.`;
  const clash = usesOfVariable(flow.nodes, to)[0];
  if (clash !== undefined)
    return `"${clash.nodeName}" ${clash.does} ${to} already; two variables of one name would become one.`;
  if (around.environmentNames.has(to))
    return `${ownerOf(to, around)} a value ${to} already, and the variable would hide it.`;
  const endpoint = around.endpointReads.get(from);
  if (endpoint !== undefined)
    return `The API endpoint ${endpoint} reads ${from}, and a rename does not reach it: change it there first.`;
  return null;
}

function ownerOf(name: string, { defaultNames }: AroundFlow): string {
  return defaultNames?.has(name) === true
    ? 'The defaults of all environments have'
    : 'The active environment has';
}
