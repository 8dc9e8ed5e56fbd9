import { pathFromTop, scopeInside, topScope, type NameScope } from './evaluation/name-scope.ts';
import { helperNamed } from './helpers/helper-registry.ts';
import { mayAsk } from './helpers/helper.ts';
import { namesSetBy } from './names-set-by.ts';
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
  return namesInNodes(nodes, { scope: topScope, set: new Set(), source });
}

/** Where a part of a template stands. */
interface Place {
  readonly scope: NameScope;
  /** The names that are set here, because a block around it has asked for them. */
  readonly set: ReadonlySet<string>;
  readonly source: string;
}

function namesInNodes(nodes: readonly TreeNode[], place: Place): readonly TemplateName[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    if (node.kind === 'expression') return namesInOperand(node.operand, place, false);
    return namesInBlock(node, place);
  });
}

function namesInBlock(block: BlockNode, place: Place): readonly TemplateName[] {
  const isLoop = block.name === 'each' || block.name === 'with';
  const scope = isLoop ? scopeInside(block, place.scope) : place.scope;
  const asks = block.name === 'if' || block.name === 'unless';
  const { whenTrue, whenFalse } = namesSetBy(block.params[0], place.scope);
  const [body, otherwise] = block.name === 'unless' ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
  return [
    ...block.params.flatMap((param) => namesInOperand(param, place, asks)),
    ...block.options.flatMap(({ operand }) => namesInOperand(operand, place, false)),
    ...namesInNodes(block.body, { ...place, scope, set: new Set([...place.set, ...body]) }),
    ...namesInNodes(block.otherwise, { ...place, set: new Set([...place.set, ...otherwise]) }),
  ];
}

function namesInOperand(operand: Operand, place: Place, asked: boolean): readonly TemplateName[] {
  if (operand.kind === 'literal') return [];
  if (operand.kind === 'path') return nameOfPath(operand, place, asked);
  const helper = helperNamed(operand.name);
  return [
    ...operand.params.flatMap((param, index) =>
      namesInOperand(param, place, helper !== undefined && mayAsk(helper, index)),
    ),
    ...operand.options.flatMap((option) => namesInOperand(option.operand, place, false)),
  ];
}

function nameOfPath(
  operand: PathOperand,
  { scope, set, source }: Place,
  asked: boolean,
): readonly TemplateName[] {
  const path = pathFromTop(operand, scope);
  const name = path?.[0];
  if (path === null || name === undefined) return [];
  const { start, end } = operand;
  const written = source.slice(start, end);
  const before = name === '@root' ? '' : (/^(?:@root[./]|(?:\.\.?|this)[./])*/.exec(written)?.[0] ?? '');
  const nameStart = start + before.length;
  const first =
    /^(?:\[(?:\\\]|[^\]])*\]|"[^]*"$|'[^]*'$|\.+|@?[^./]+)/.exec(written.slice(before.length))?.[0] ?? '';
  const nameEnd = nameStart + first.length;
  return [{ name, path, start, end, nameStart, nameEnd, asked: asked || set.has(name) }];
}
