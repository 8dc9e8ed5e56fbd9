// Which packings are undone, in which order, and which bodies stay as they came.
import { describe, expect, it } from 'vitest';
import { unpackPlan } from '#shared/response/content-encoding.ts';

describe('unpackPlan', () => {
  it.each([
    [[], []],
    [[''], []],
    [['identity'], []],
    [['gzip'], ['gzip']],
    [['X-GZip'], ['gzip']],
    [['deflate'], ['deflate']],
    [['br'], ['br']],
    [['gzip, br'], ['br', 'gzip']],
    [
      ['gzip', 'br'],
      ['br', 'gzip'],
    ],
    [['gzip, identity,, deflate'], ['deflate', 'gzip']],
  ])('undoes %o backwards', (headers, steps) => {
    expect(unpackPlan(headers)).toEqual({ type: 'unpack', steps });
  });

  it.each([
    [['zstd'], 'zstd'],
    [['gzip, compress'], 'compress'],
    [['own', 'gzip'], 'own'],
    [['constructor'], 'constructor'],
  ])('touches nothing of %o', (headers, unknown) => {
    expect(unpackPlan(headers)).toEqual({ type: 'keep-packed', unknown });
  });
});
