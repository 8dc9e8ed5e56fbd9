// Nothing that a secret is in is remembered of the window.
import { expect, it } from 'vitest';
import { viewWithoutSecrets } from '#electron/app/view-without-secrets.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { openViewStore } from '#electron/settings/view-store.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { openConf } from '../../../support/open-conf.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();

it('leaves out a sample in which a secret is that calls have used, and keeps the others', () => {
  const secrets = new KnownSecrets();
  const store = viewWithoutSecrets(openViewStore(folder.file('ws'), { openStore: openConf }), secrets);
  const samples = { one: { city: 'Porto', header: 'Bearer hunter2hunter2' }, other: { city: 'Faro' } };
  store.write({ ...viewStateSchema.parse({}), samples });
  expect(store.read().samples).toEqual(samples);
  secrets.add([{ value: 'hunter2hunter2' }]);
  store.write({ ...viewStateSchema.parse({}), samples });
  store.close();
  const again = openViewStore(folder.file('ws'), { openStore: openConf });
  expect(again.read().samples).toEqual({ one: { city: 'Porto' }, other: { city: 'Faro' } });
});
