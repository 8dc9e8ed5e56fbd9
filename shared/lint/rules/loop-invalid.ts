import { loopTrouble } from '../../flow/loop-trouble.ts';
import type { NodeOf } from '../../nodes/node.ts';
import { nodeFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Loops that cannot begin. */
export const loopInvalid: LintRule = {
  id: 'loop-invalid',
  severity: 'error',
  why: 'A run that comes to the loop ends as failed before the first item.',
  doc: 'Told for a loop without a list, one whose list is words and no expression, one whose list in JSON is longer than its limit, and one that stores the index under the name of the item. What an expression gives only a run can tell.',
  checks: {
    node: (node) => (node.kind === 'loop' ? [...listFound(node), ...indexFound(node)] : []),
  },
};

function listFound({ config }: NodeOf<'loop'>): readonly Found[] {
  const message = loopTrouble(config);
  return message === null ? [] : [{ message, at: { field: 'List' } }];
}

function indexFound(node: NodeOf<'loop'>): readonly Found[] {
  const { indexVariable, itemVariable } = node.config;
  if (indexVariable === '' || indexVariable !== itemVariable) return [];
  const fix = nodeFix('Store no index', node, (now) => ({
    ...now,
    config: { ...now.config, indexVariable: '' },
  }));
  const message = `The item and its index cannot both be stored under ${itemVariable}.`;
  return [{ message, at: { field: 'Index variable' }, fixes: [fix] }];
}
