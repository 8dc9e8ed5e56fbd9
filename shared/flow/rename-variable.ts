import type { FlowNode } from '../nodes/node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { templateNames } from '../template/template-names.ts';
import type { Flow } from './flow.ts';
import { withNodeTexts } from './node-texts.ts';
import { isVariableName } from './variable-name.ts';
import { usesOfVariable } from './variable-uses.ts';

/** What has names in common with a flow. */
export interface AroundFlow {
  /** The names of the active environment. */
  readonly environmentNames: ReadonlySet<string>;
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
    nodes.push(after);
  }
  return succeeded({ ...flow, nodes });
}

function renamedNode(node: FlowNode, from: string, to: string): FlowNode | null {
  const texts: (string | null)[] = [];
  const after = withNodeTexts(node, (text, { kind }) => {
    const next = kind === 'template' ? renamedIn(text, from, to) : text === from ? to : text;
    texts.push(next);
    return next ?? text;
  });
  return texts.includes(null) ? null : after;
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
    return `The active environment has a value ${to} already, and the variable would hide it.`;
  const endpoint = around.endpointReads.get(from);
  if (endpoint !== undefined)
    return `The API endpoint ${endpoint} reads ${from}, and a rename does not reach it: change it there first.`;
  return null;
}

/** A template with a name replaced where it is read; `null` where the new name would mean something else there. */
function renamedIn(template: string, from: string, to: string): string | null {
  const names = templateNames(template);
  let after = '';
  let done = 0;
  for (const { name, nameStart, nameEnd } of names) {
    if (name !== from) continue;
    after += template.slice(done, nameStart) + writtenLike(template.slice(nameStart, nameEnd), to);
    done = nameEnd;
  }
  if (done === 0) return template;
  after += template.slice(done);
  const found = templateNames(after).map(({ path }) => path.join('\n'));
  const wanted = names.map(({ path: [first = '', ...rest] }) =>
    [first === from ? to : first, ...rest].join('\n'),
  );
  return found.length === wanted.length && found.every((path, at) => path === wanted[at]) ? after : null;
}

/** A name keeps its brackets or quotes, so that renaming back gives the same text. */
function writtenLike(written: string, name: string): string {
  const mark = written.charAt(0);
  if (mark === '[') return `[${name}]`;
  return mark === '"' || mark === "'" ? mark + name + mark : name;
}
