// The guide of problems says of every rule what the rule itself says.
import { expect, it } from 'vitest';
import { lintRules } from '#shared/lint/lint-rules.ts';
import { problemGuide } from '../../support/problem-guide.ts';

it('is the page that the rules make', async () => {
  await expect(await problemGuide(lintRules)).toMatchFileSnapshot('../../../docs/guides/problems.md');
});
