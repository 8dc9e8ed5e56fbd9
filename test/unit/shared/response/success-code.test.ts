// A call succeeds with 2xx or with the codes that the node names.
import { describe, expect, it } from 'vitest';
import { isSuccessCode } from '#shared/response/success-code.ts';

describe('isSuccessCode', () => {
  it.each([200, 201, 204, 250, 299])('takes %d as a success', (code) => {
    expect(isSuccessCode(code, [])).toBe(true);
  });

  it.each([100, 199, 300, 304, 404, 500, 600])('does not take %d as a success', (code) => {
    expect(isSuccessCode(code, [])).toBe(false);
  });

  it('adds the listed codes and takes none away', () => {
    expect(isSuccessCode(404, [404])).toBe(true);
    expect(isSuccessCode(200, [404])).toBe(true);
    expect(isSuccessCode(410, [404])).toBe(false);
  });
});
