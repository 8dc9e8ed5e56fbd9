// The reference page of failures is made from the closed list; it has to be the page that is there.
import path from 'node:path';
import { expect, it } from 'vitest';
import { failureGuide } from '../../../support/failure-guide.ts';

const page = path.resolve('docs/guides/failures.md');

it('docs/guides/failures.md is what the list of statuses makes of it', async () => {
  await expect(await failureGuide()).toMatchFileSnapshot(page);
});
