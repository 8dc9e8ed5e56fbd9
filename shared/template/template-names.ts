import { pathFromTop, scopeInside, topScope, type NameScope } from './evaluation/name-scope.ts';
import { roughNames } from './rough-names.ts';
import { parseTemplate } from './syntax/parse-template.ts';
import { scanPlainTemplate } from './syntax/scan-plain-template.ts';
import type { BlockNode, Operand, PathOperand, TreeNode } from './syntax/template-tree.ts';
import type { TemplateName } from './template-name.ts';
import { TemplateStop } from './template-problem.ts';

export type { TemplateName } from './template-name.ts';

/**
 * The variables and system names that a template reads, in the order of the source; items of blocks, named locals and
 * places in loops are none. For a template that cannot be read it is a good guess, and it never fails.
 */
export function templateNames(source: string): readonly TemplateName[] {
  let nodes: readonly TreeNode[];
  try {
    nodes = scanPlainTemplate(source) ?? parseTemplate(source);
  } catch (stop) {
    if (stop instanceof TemplateStop) return roughNames(source);
    throw stop;
  }
  return namesInNodes(nodes, topScope, source);
}

function namesInNodes(nodes: readonly TreeNode[], scope: NameScope, source: string): readonly TemplateName[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    if (node.kind === 'expression') return namesInOperand(node.operand, scope, source);
    return namesInBlock(node, scope, source);
  });
}

function namesInBlock(block: BlockNode, scope: NameScope, source: string): readonly TemplateName[] {
  const inside = block.name === 'each' || block.name === 'with' ? scopeInside(block, scope) : scope;
  return [
    ...block.params.flatMap((param) => namesInOperand(param, scope, source)),
    ...block.options.flatMap(({ operand }) => namesInOperand(operand, scope, source)),
    ...namesInNodes(block.body, inside, source),
    ...namesInNodes(block.otherwise, scope, source),
  ];
}

function namesInOperand(operand: Operand, scope: NameScope, source: string): readonly TemplateName[] {
  if (operand.kind === 'literal') return [];
  if (operand.kind === 'path') return nameOfPath(operand, scope, source);
  return [...operand.params, ...operand.options.map((option) => option.operand)].flatMap((inner) =>
    namesInOperand(inner, scope, source),
  );
}

function nameOfPath(operand: PathOperand, scope: NameScope, source: string): readonly TemplateName[] {
  const path = pathFromTop(operand, scope);
  const name = path?.[0];
  if (path === null || name === undefined) return [];
  const { start, end } = operand;
  const written = source.slice(start, end);
  const before = name === '@root' ? '' : (/^(?:@root[./]|(?:\.\.?|this)[./])*/.exec(written)?.[0] ?? '');
  const nameStart = start + before.length;
  const first =
    /^(?:\[(?:\\\]|[^\]])*\]|"[^]*"$|'[^]*'$|\.+|@?[^./]+)/.exec(written.slice(before.length))?.[0] ?? '';
  return [{ name, path, start, end, nameStart, nameEnd: nameStart + first.length }];
}
