import type { FlowNode } from '../nodes/node.ts';
import type { TemplateName } from '../template/template-name.ts';
import { templateNames } from '../template/template-names.ts';
import { ruleGuards } from './rule-guards.ts';
import { nodeTemplates, type NodeTemplate } from './node-templates.ts';

/** A template of a node and the names that it reads. */
export interface ReadTemplate {
  readonly template: NodeTemplate;
  readonly names: readonly TemplateName[];
}

const known = new WeakMap<FlowNode, readonly ReadTemplate[]>();

/** The templates of a node that read names; read once for all rules that ask. */
export function templatesRead(node: FlowNode): readonly ReadTemplate[] {
  const read = known.get(node) ?? readOf(node);
  known.set(node, read);
  return read;
}

function readOf(node: FlowNode): readonly ReadTemplate[] {
  const guards = node.kind === 'condition' ? ruleGuards(node) : null;
  const namesOf = ({ text, field }: NodeTemplate) => {
    const isAsked = guards?.get(field);
    const names = templateNames(text);
    return isAsked === undefined
      ? names
      : names.map((name) => (isAsked(name.name) ? { ...name, asked: true } : name));
  };
  return nodeTemplates(node)
    .filter(({ kind, text }) => kind === 'template' && text.includes('{{'))
    .map((template) => ({ template, names: namesOf(template) }))
    .filter(({ names }) => names.length > 0);
}
