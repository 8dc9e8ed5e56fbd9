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
        name: 'SHOP_KEY',
        purpose: 'shop_key of the environment Staging',
        holder: staging.id,
        slot: bundleSlots.value,
      },
      {
        name: 'SHOP_API_TOKEN',
        purpose: 'token of the API endpoint Shop API',
        holder: shop.id,
        slot: bundleSlots.token,
        use: 'request',
        origin: 'https://shop.example',
      },
      {
        name: 'SHOP_API_X_SHOP_CLIENT',
        purpose: 'X-Shop-Client of the API endpoint Shop API',
        holder: shop.id,
        slot: bundleSlots.header,
        use: 'request',
        origin: 'https://shop.example',
      },
    ]);
  });

  it.each([
    ['Müller & Söhne', 'MULLER_SOHNE_TOKEN'],
    ['3rd party', 'SECRET_3RD_PARTY_TOKEN'],
    ['天气', 'TOKEN_SECRET'],
  ])('are called what every shell can call them: %s', (name, expected) => {
    const endpoint = endpointSchema.parse({ ...shop, name, headers: [] });
    expect(neededSecrets([endpoint]).map((each) => each.name)).toEqual([expected]);
  });

  it('are all there, each under a name of its own', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 6 }), (documents) => {
        const needed = neededSecrets(documents);
        const slots = documents.flatMap((document) =>
          secretSlotsOf(document).map((slot) => `${document.id} ${slot}`),
        );
        expect(new Set(needed.map(({ holder, slot }) => `${holder} ${slot}`))).toEqual(new Set(slots));
        // Environments have one name for the same value, since one of them is active at a time.
        const ofEndpoints = needed.filter(({ holder }) => holder.startsWith('ep_'));
        expect(new Set(ofEndpoints.map(({ name }) => name)).size).toBe(
          new Set(ofEndpoints.map(({ slot }) => slot)).size,
        );
        for (const each of needed) expect(neededSecretSchema.safeParse(each).success).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});
