// An address must stay one however often it is asked about: engines compile what is called often, and may err there.
import { describe, expect, it } from 'vitest';
import { isAddress } from '#shared/request/is-address.ts';

describe('isAddress', () => {
  it.each([
    ['https://MÜNCHEN.example/', undefined, true],
    ['/straße', 'https://shop.example/', true],
    ['https://shop.example:99999/', undefined, false],
    ['/straße', undefined, false],
    ['', undefined, false],
  ])('of %j at %j is always %s', (text, base, expected) => {
    const answers = new Set<boolean>();
    for (let call = 0; call < 20_000; call += 1) answers.add(isAddress(text, base));
    expect([...answers]).toEqual([expected]);
  });
});
