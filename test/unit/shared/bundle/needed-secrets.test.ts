// The secrets of a bundle by name and purpose: each has a name of its own that an environment variable can have.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededSecretSchema } from '#shared/bundle/bundle.ts';
import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { secretSlotsOf } from '#shared/workspace/duplicate-document.ts';
import { anyDocument } from '../../../support/any-document.ts';
import { bundleSlots, bundleStory } from '../../../support/bundle-story.ts';
import { runs } from '../../../support/runs.ts';

const { shop, staging } = bundleStory;

describe('the secrets that a bundle needs', () => {
  it('are named after who has them and what they are for', () => {
    expect(neededSecrets([shop, staging])).toEqual([
      {
        name: 'SHOP_API_TOKEN',
        purpose: 'Bearer token of Shop API',
        holder: shop.id,
        slot: bundleSlots.token,
        use: 'request',
        origin: 'https://shop.example',
      },
      {
        name: 'SHOP_API_X_SHOP_CLIENT',
        purpose: 'Header X-Shop-Client of Shop API',
        holder: shop.id,
        slot: bundleSlots.header,
        use: 'request',
        origin: 'https://shop.example',
      },
      {
        name: 'STAGING_SHOP_KEY',
        purpose: 'Value shop_key of Staging',
        holder: staging.id,
        slot: bundleSlots.value,
      },
    ]);
  });

  it.each([
    ['Müller & Söhne', 'MULLER_SOHNE_TOKEN'],
    ['3rd party', '_3RD_PARTY_TOKEN'],
    ['天气', 'TOKEN'],
  ])('are called what every shell can call them: %s', (name, expected) => {
    const endpoint = endpointSchema.parse({ ...shop, name, headers: [] });
    expect(neededSecrets([endpoint]).map((each) => each.name)).toEqual([expected]);
  });

  it('are all there, each under a name of its own', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 6 }), (documents) => {
        const needed = neededSecrets(documents);
        expect(needed.map(({ slot }) => slot)).toEqual(documents.flatMap(secretSlotsOf));
        expect(new Set(needed.map(({ name }) => name)).size).toBe(needed.length);
        for (const each of needed) expect(neededSecretSchema.safeParse(each).success).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});
