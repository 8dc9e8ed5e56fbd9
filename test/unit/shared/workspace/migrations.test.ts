// Files of every version are brought up to date step by step, and newer ones are refused.
import { describe, expect, it } from 'vitest';
import { migrated, migrations, type MigrationTable } from '#shared/workspace/migrations.ts';

const table: MigrationTable = {
  'flowbench.flow': [
    (file) => ({ ...file, title: file['name'] ?? null }),
    (file) => ({ ...file, title: [file['title'] ?? null], version: 99 }),
  ],
  'flowbench.environment': [],
};

describe('bringing a file to the current version', () => {
  it('walks every step from the version it has', () => {
    expect(migrated({ format: 'flowbench.flow', version: 1, name: 'A' }, table)).toEqual({
      ok: true,
      value: { format: 'flowbench.flow', version: 3, name: 'A', title: ['A'] },
    });
    expect(migrated({ format: 'flowbench.flow', version: 2, title: 'B' }, table)).toEqual({
      ok: true,
      value: { format: 'flowbench.flow', version: 3, title: ['B'] },
    });
  });

  it('leaves a file of the current version as it is', () => {
    const file = { format: 'flowbench.flow', version: 3, extra: [1, { deep: null }] };
    const current = migrated(file, table);
    expect(current.ok && current.value).toBe(file);
  });

  it('refuses a newer version with both numbers', () => {
    expect(migrated({ format: 'flowbench.environment', version: 2 }, table)).toEqual({
      ok: false,
      failure: { code: 'newer-version', version: 2, current: 1 },
    });
  });

  it.each([0, -1, 1.5, '1', null, undefined, Number.NaN])('refuses the version %j', (version) => {
    const file = version === undefined ? { format: 'flowbench.flow' } : { format: 'flowbench.flow', version };
    expect(migrated(file, table)).toEqual({ ok: false, failure: { code: 'unknown-version' } });
  });

  it.each([
    [null],
    [[]],
    [{}],
    ['flowbench.flow'],
    [{ format: 'flowbench.poem', version: 1 }],
    [{ format: 'toString', version: 1 }],
  ])('does not know the format of %j', (file) => {
    expect(migrated(file, table)).toEqual({ ok: false, failure: { code: 'unknown-format' } });
  });

  it('knows every format that a workspace folder holds, and bundles', () => {
    expect(Object.keys(migrations)).toEqual([
      'flowbench.workspace',
      'flowbench.endpoint',
      'flowbench.flow',
      'flowbench.environment',
      'flowbench.fixture',
      'flowbench.scenario',
      'flowbench.bundle',
    ]);
  });
});
