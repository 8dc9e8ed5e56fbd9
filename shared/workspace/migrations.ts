import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import { isValueObject } from '../value/value-kinds.ts';
import type { Value, ValueObject } from '../value/value.ts';

/** Turns a file of one version into the next; pure, and never changed once a release has written its version. */
export type Migration = (file: ValueObject) => ValueObject;

/** For each format its migrations in order: the first turns version 1 into 2. One more than there are is current. */
export type MigrationTable = Readonly<Record<string, readonly Migration[]>>;

/**
 * The formats that a workspace folder holds. Every version that was ever released has a frozen example in
 * `test/fixtures/workspaces`, which must open for ever.
 */
export const migrations: MigrationTable = {
  'flowbench.workspace': [],
  'flowbench.endpoint': [],
  'flowbench.flow': [],
  'flowbench.environment': [],
  'flowbench.fixture': [],
  'flowbench.scenario': [],
  'flowbench.bundle': [],
};

export type MigrationFailure =
  | { readonly code: 'unknown-format' }
  | { readonly code: 'unknown-version' }
  | { readonly code: 'newer-version'; readonly version: number; readonly current: number };

/** Brings a file to the current version of its format. What it does not understand it leaves as it is. */
export function migrated(
  file: Value,
  table: MigrationTable = migrations,
): Outcome<ValueObject, MigrationFailure> {
  const { format, version } = headOf(file);
  const steps = typeof format === 'string' && Object.hasOwn(table, format) ? table[format] : undefined;
  if (steps === undefined) return failed({ code: 'unknown-format' });
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return failed({ code: 'unknown-version' });
  const current = steps.length + 1;
  if (version > current) return failed({ code: 'newer-version', version, current });
  return succeeded(walked(file as ValueObject, version, steps));
}

function headOf(file: Value): { readonly format?: Value; readonly version?: Value } {
  return isValueObject(file) ? file : {};
}

/** The number is set here, so that no migration can forget it. */
function walked(file: ValueObject, from: number, steps: readonly Migration[]): ValueObject {
  return steps
    .slice(from - 1)
    .reduce<ValueObject>((at, migration, index) => ({ ...migration(at), version: from + index + 1 }), file);
}
