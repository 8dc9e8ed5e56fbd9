import type { FlowNode } from '../../nodes/node.ts';
import { nodeTakenOut } from '../connect-fixes.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Nodes that say nothing. */
export const textMissing: LintRule = {
  id: 'text-missing',
  severity: 'warning',
  why: 'The person sees an empty bubble and cannot know what is wanted.',
  doc: 'Told for a message without a text and a prompt without a question.',
  checks: { node: missingText },
};

function missingText(node: FlowNode): readonly Found[] {
  if (node.kind === 'message' && node.config.text.trim() === '')
    return [{ message: 'The message says nothing.', at: { field: 'Text' }, fixes: [nodeTakenOut(node)] }];
  if (node.kind === 'prompt' && node.config.text.trim() === '')
    return [{ message: 'The prompt asks nothing.', at: { field: 'Question' } }];
  return [];
}
