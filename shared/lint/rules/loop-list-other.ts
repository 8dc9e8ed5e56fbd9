import type { FlowNode, NodeOf } from '../../nodes/node.ts';
import { templateNames } from '../../template/template-names.ts';
import type { ValueKind } from '../../value/value-kinds.ts';
import type { ValueShape } from '../../value/value-shape.ts';
import type { Fix } from '../finding.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { nodeFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Loops over what has no items. */
export const loopListOther: LintRule = {
  id: 'loop-list-other',
  severity: 'warning',
  why: 'Only a list has items: at anything else the run ends as failed.',
  doc: 'Told for a loop over a path whose values never were a list: an answer, a response as a whole, an object that has the list inside. What the values are comes from the kinds of nodes, from defaults and from runs.',
  checks: { place: (node, facts) => (node.kind === 'loop' ? otherKinds(node, facts) : []) },
};

/** One path in braces and nothing else: what a helper gives only a run can tell. */
const onePath = /^\s*\{\{\{?\s*[\w.[\]]+\s*\}\}\}?\s*$/;

function otherKinds(node: NodeOf<'loop'>, { shapeOf }: FlowFacts): readonly Found[] {
  const { list } = node.config;
  const path = onePath.test(list) ? templateNames(list)[0]?.path : undefined;
  const [root, ...keys] = path ?? [];
  if (path === undefined || root === undefined) return [];
  const shape = shapeAt(shapeOf(root), keys);
  const kind = shape?.kinds.find((each) => each !== 'null');
  if (shape === null || kind === undefined || shape.kinds.includes('list')) return [];
  return [
    {
      message: `${path.join('.')} is ${inWords[kind]}, and only a list has items.`,
      at: { field: 'List' },
      fixes: insteadOf(node, shape, path),
    },
  ];
}

function shapeAt(shape: ValueShape | null, [key, ...rest]: readonly string[]): ValueShape | null {
  if (shape === null || key === undefined) return shape;
  const member = /^\d+$/.test(key) ? (shape.items ?? shape.keys.get(key)) : shape.keys.get(key);
  return shapeAt(member ?? null, rest);
}

/** The lists that an object has, where its keys can be written in a path as they are. */
function insteadOf(
  node: FlowNode & NodeOf<'loop'>,
  { keys }: ValueShape,
  path: readonly string[],
): readonly Fix[] {
  return [...keys]
    .filter(([key, { kinds }]) => kinds.includes('list') && /^\w+$/.test(key))
    .map(([key]) => {
      const longer = [...path, key].join('.');
      return nodeFix(`Go through ${longer}`, node, (now) => ({
        ...now,
        config: { ...now.config, list: `{{${longer}}}` },
      }));
    });
}

const inWords: Readonly<Record<ValueKind, string>> = {
  null: 'null',
  text: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  list: 'a list',
  object: 'an object',
};
