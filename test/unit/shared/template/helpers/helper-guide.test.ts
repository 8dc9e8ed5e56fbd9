// The page of helpers in the guides must be what the registry says.
import { expect, it } from 'vitest';
import { helpers } from '#shared/template/helpers/helper-registry.ts';
import { helperGuide } from '../../../../support/helper-guide.ts';

it('the guide lists the helpers as the registry has them (after a change: vitest run -u)', async () => {
  await expect(await helperGuide(helpers)).toMatchFileSnapshot(
    '../../../../../docs/guides/template-helpers.md',
  );
});
