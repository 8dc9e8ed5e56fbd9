import type { NodeId } from '../ids/ids.ts';
import type { FlowNode } from '../nodes/node.ts';
import { templateNames } from '../template/template-names.ts';
import type { NodeText } from './node-text.ts';
import { nodeTexts } from './node-texts.ts';
import { isVariableName } from './variable-name.ts';

/** A place of a flow where a variable is set, unset or read. */
export interface VariableUse extends NodeText {
  readonly name: string;
  readonly nodeId: NodeId;
  readonly nodeName: string;
  readonly does: 'sets' | 'unsets' | 'reads';
  /** What is read of it, `name` first: `['order', 'body', 'id']`; of what is set the name alone. */
  readonly path: readonly string[];
  /** Where the path stands in the field's text: UTF-16 offsets, the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The part of it that is the name, with brackets or quotes where it has them. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

/**
 * Every place where nodes set, unset or read names, in the order of the nodes and of their fields: also in rows that are off,
 * and in templates that cannot be read (as well as can be guessed). Names that no node sets are among those that are
 * read, system names are not, and `this` and `@root`, which read every variable, are called `@root`.
 */
export function variableUses(nodes: readonly FlowNode[]): readonly VariableUse[] {
  return nodes.flatMap(usesInNode);
}

/** The places where one name is set, unset or read. */
export function usesOfVariable(nodes: readonly FlowNode[], name: string): readonly VariableUse[] {
  return variableUses(nodes).filter((use) => use.name === name);
}

// An edit makes one node anew and leaves the others, so that a flow of thousands is not read again for each letter.
const known = new WeakMap<FlowNode, readonly VariableUse[]>();

function usesInNode(node: FlowNode): readonly VariableUse[] {
  const uses = known.get(node) ?? nodeTexts(node).flatMap((text) => usesInText(text, node));
  known.set(node, uses);
  return uses;
}

function usesInText(text: NodeText, { id, name: nodeName }: FlowNode): readonly VariableUse[] {
  const where = { ...text, nodeId: id, nodeName };
  // What another flow has is not this flow's, whatever it is called.
  if (text.kind === 'inner') return [];
  if (text.kind !== 'template') {
    const name = text.text;
    if (!isVariableName(name)) return [];
    const range = { start: 0, end: name.length, nameStart: 0, nameEnd: name.length };
    return [{ ...where, name, does: text.kind === 'unset' ? 'unsets' : 'sets', path: [name], ...range }];
  }
  return templateNames(text.text)
    .filter(({ name }) => name === '@root' || !name.startsWith('@'))
    .map(({ name, path, start, end, nameStart, nameEnd }) => ({
      ...where,
      name,
      does: 'reads',
      path,
      start,
      end,
      nameStart,
      nameEnd,
    }));
}
