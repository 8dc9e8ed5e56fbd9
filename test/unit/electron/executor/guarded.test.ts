import { describe, expect, it } from 'vitest';
import { guarded } from '#electron/executor/guarded.ts';

describe('A guarded handler', () => {
  it('gives on its arguments, and what it throws to whoever guards it', () => {
    const heard: unknown[] = [];
    const handler = guarded(
      (left: number, right: number) => {
        if (left === right) throw new Error('equal');
        heard.push([left, right]);
      },
      (error) => heard.push((error as Error).message),
    );
    handler(1, 2);
    handler(3, 3);
    expect(heard).toEqual([[1, 2], 'equal']);
  });
});
