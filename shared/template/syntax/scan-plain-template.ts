import type { ExpressionNode, PathOperand, TreeNode } from './template-tree.ts';

const tag = /\{\{\s*(@?)([A-Za-z_$][\w$-]*(?:\.(?:[\w$-]+|\[[^\]\\]+\]))*)\s*\}\}/y;
const keys = /\[([^\]]+)\]|[^.]+/g;

/** What Handlebars reads as something else than a name: these heads, and `this` anywhere. */
const reserved = /^(?:else(?!\w)|(?:true|false|null|undefined)(?![\w$-]))|(?:^|\.)this(?:\.|$)/;

/** What is longer than anybody writes is the parser's, which has a limit for it. */
const longestPath = 500;

/**
 * Reads a template of text and plain `{{path}}` only, some thirty times faster than the parser, or gives `null` for any
 * other template, which is then the parser's. For the templates it takes, both read the same (a property test).
 */
export function scanPlainTemplate(source: string): readonly TreeNode[] | null {
  const nodes: TreeNode[] = [];
  let at = 0;
  for (;;) {
    const open = source.indexOf('{{', at);
    const end = open === -1 ? source.length : open;
    if (end > at) nodes.push({ kind: 'text', text: source.slice(at, end), start: at, end });
    if (open === -1) return nodes;
    const expression = source[open - 1] === '\\' ? null : scanTag(source, open);
    if (expression === null) return null;
    nodes.push(expression);
    at = expression.end;
  }
}

function scanTag(source: string, open: number): ExpressionNode | null {
  tag.lastIndex = open;
  const match = tag.exec(source);
  if (match === null) return null;
  const [whole, sign = '', path = ''] = match;
  if (reserved.test(path) || path.length > longestPath) return null;
  const start = source.indexOf(sign + path, open);
  const parts = path.includes('[') ? Array.from(path.matchAll(keys), keyOf) : path.split('.');
  const operand: PathOperand = {
    kind: 'path',
    data: sign !== '',
    depth: 0,
    scoped: false,
    parts,
    name: sign + parts.join('.'),
    start,
    end: start + sign.length + path.length,
  };
  return { kind: 'expression', operand, raw: false, start: open, end: open + whole.length };
}

function keyOf([written, bracketed]: RegExpExecArray): string {
  return bracketed ?? written;
}
