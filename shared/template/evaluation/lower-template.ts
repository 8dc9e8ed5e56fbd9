import type { ExpressionNode, TextNode, TreeNode } from '../syntax/template-tree.ts';
import type { ExpressionPlace } from '../encoders/field-encoder.ts';
import type { RenderedSegment } from '../rendered.ts';
import { lowerBlock } from './lower-block.ts';
import { lowerOperand } from './lower-operand.ts';
import { namesOfOperands, topScope, type NameScope } from './name-scope.ts';
import type { RenderState, Step } from './render-state.ts';

/** A template made ready to render any number of times, for any field and scope. */
export interface LoweredTemplate {
  readonly run: Step;
  /** It is one expression and nothing else, so that its value keeps its type. */
  readonly isSole: boolean;
}

/** Turns a tree into closures, once, and checks helpers, blocks and arguments everywhere in it. */
export function lowerTemplate(nodes: readonly TreeNode[]): LoweredTemplate {
  return { run: lowerNodes(nodes, topScope), isSole: nodes.length === 1 && nodes[0]?.kind === 'expression' };
}

function lowerNodes(nodes: readonly TreeNode[], names: NameScope): Step {
  const steps = nodes.map((node) => lowerNode(node, names));
  return (state) => {
    for (const step of steps) step(state);
  };
}

function lowerNode(node: TreeNode, names: NameScope): Step {
  switch (node.kind) {
    case 'text':
      return lowerText(node);
    case 'expression':
      return lowerExpression(node, names);
    case 'block':
      return lowerBlock(node, names, lowerNodes);
  }
}

function lowerText({ text, start, end }: TextNode): Step {
  const segment: RenderedSegment = { text, from: 'literal', start, end };
  return (state: RenderState) => state.writeLiteral(segment);
}

function lowerExpression({ operand, raw, start, end }: ExpressionNode, names: NameScope): Step {
  const read = lowerOperand(operand, { names, tag: { start, end } });
  const place: ExpressionPlace = {
    start,
    end,
    at: operand.start,
    name: operand.name,
    names: namesOfOperands([operand], names),
    raw,
  };
  return (state) => state.writeValue(read(state), place);
}
