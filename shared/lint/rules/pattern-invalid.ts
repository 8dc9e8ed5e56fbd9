import { patternTrouble } from '../../interpreter/answers/answer-pattern.ts';
import { nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Prompts whose pattern is no regular expression that a run can look for. */
export const patternInvalid: LintRule = {
  id: 'pattern-invalid',
  severity: 'error',
  why: 'A run that comes to the prompt ends as failed before it asks.',
  doc: 'Told for the pattern of a text answer that is no regular expression of RE2, such as one with a bracket that is not closed, with look-around or with a back-reference, and for one that is too large. There is no rule for patterns that take long: what RE2 can read takes time in proportion to the answer, and an answer too long to be looked through in time has the pattern not.',
  checks: {
    node: (node) => {
      if (node.kind !== 'prompt' || node.config.answerType !== 'text') return [];
      const pattern = node.config.textRules?.pattern ?? '';
      const message = pattern === '' ? null : patternTrouble(pattern);
      if (message === null) return [];
      const fix = nodeFix('Remove the pattern', node, (now) =>
        now.config.textRules?.pattern === pattern
          ? { ...now, config: { ...now.config, textRules: { ...now.config.textRules, pattern: '' } } }
          : now,
      );
      return [{ message, at: { field: 'Pattern' }, fixes: [fix] }];
    },
  },
};
