import type { NodeText } from '../flow/node-text.ts';
import { withNodeTexts } from '../flow/node-texts.ts';
import type { Flow } from '../flow/flow.ts';
import { groupsOf } from '../flow/group.ts';
import type { GroupId, NodeId } from '../ids/ids.ts';
import { templateField } from '../lint/node-templates.ts';
import type { FlowNode, NodeOf } from '../nodes/node.ts';

/** What a text that can be found is: what people call something, a template, the name of a variable, a note or a pattern. */
export type FindTextKind = 'name' | 'template' | 'variable' | 'note' | 'pattern';

/** Where a text of a flow stands that can be found, as far as the field that shows it. */
export interface FlowTextPlace {
  readonly kind: FindTextKind;
  /** `null` for the names of the flow and of its groups. */
  readonly nodeId: NodeId | null;
  /** The group of which it is the name; `null` for all else. */
  readonly groupId: GroupId | null;
  /** The label of its field, or that of its table. */
  readonly field: string;
  readonly tab: NodeText['tab'];
  readonly row: NodeText['row'];
  /** A template that has to be JSON when its expressions are values. */
  readonly isJson?: boolean;
}

export interface FlowText extends FlowTextPlace {
  readonly text: string;
}

type Change = (text: string, place: FlowTextPlace) => string;

/** The texts of a flow that can be found: its name, node by node the name and what the inspector has, in its order, then the names of groups. */
export function flowFindTexts(flow: Flow): readonly FlowText[] {
  const texts: FlowText[] = [];
  withFlowFindTexts(flow, (text, place) => {
    texts.push({ ...place, text });
    return text;
  });
  return texts;
}

/**
 * The flow with texts that can be found changed, the same flow where none is: the one walk through them, for finding and
 * for replacing. A change may return any text; a name that would be empty is left as it was, for files have none without.
 */
export function withFlowFindTexts(flow: Flow, change: Change): Flow {
  const place = { kind: 'name', nodeId: null, groupId: null, tab: null, row: null } as const;
  const name = nameOr(flow.name, change(flow.name, { ...place, field: 'Name' }));
  const nodes = flow.nodes.map((node) => withNodeFindTexts(node, change));
  const groups = groupsOf(flow).map((group) => {
    const next = nameOr(
      group.name,
      change(group.name, { ...place, groupId: group.id, field: 'Name of the group' }),
    );
    return next === group.name ? group : { ...group, name: next };
  });
  const isSame =
    name === flow.name &&
    nodes.every((node, at) => node === flow.nodes[at]) &&
    groups.every((group, at) => group === groupsOf(flow)[at]);
  return isSame ? flow : { ...flow, name, nodes, ...(groups.length > 0 && { groups }) };
}

function nameOr(before: string, after: string): string {
  return after.trim() === '' ? before : after;
}

function withNodeFindTexts(node: FlowNode, change: Change): FlowNode {
  const at = (kind: FindTextKind, field: string): FlowTextPlace => ({
    kind,
    nodeId: node.id,
    groupId: null,
    field,
    tab: null,
    row: null,
  });
  const name = nameOr(node.name, change(node.name, at('name', 'Name of the node')));
  const changed = withNodeTexts(node, (text, { kind, field, tab, row }) => {
    const isTemplate = kind === 'template';
    const isJson = isTemplate && templateField(node, { field, row, tab }) === 'json';
    const place = { ...at(isTemplate ? 'template' : 'variable', field), tab, row };
    return change(text, isJson ? { ...place, isJson } : place);
  });
  const whole = withOwnTexts(changed, change, at);
  return name === node.name ? whole : { ...whole, name };
}

/** The texts of a kind that are no templates, and so stand in no walk through those. */
function withOwnTexts(
  node: FlowNode,
  change: Change,
  at: (kind: FindTextKind, field: string) => FlowTextPlace,
): FlowNode {
  switch (node.kind) {
    case 'note': {
      const text = change(node.config.text, at('note', 'Text'));
      return text === node.config.text ? node : { ...node, config: { ...node.config, text } };
    }
    case 'condition':
      return withBranchNames(node, (name, place) => change(name, at('name', `Name of branch ${place}`)));
    case 'prompt': {
      const before = node.config.textRules?.pattern;
      if (before === undefined) return node;
      const pattern = change(before, at('pattern', 'Pattern'));
      if (pattern === before) return node;
      return { ...node, config: { ...node.config, textRules: { ...node.config.textRules, pattern } } };
    }
    default:
      return node;
  }
}

function withBranchNames(
  node: NodeOf<'condition'>,
  change: (name: string, place: string) => string,
): NodeOf<'condition'> {
  const branches = node.config.branches.map((branch, index) => {
    const name = change(branch.name, String(index + 1));
    return name === branch.name ? branch : { ...branch, name };
  });
  const isSame = branches.every((branch, index) => branch === node.config.branches[index]);
  return isSame ? node : { ...node, config: { ...node.config, branches } };
}
