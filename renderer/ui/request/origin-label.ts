import type { MaskedHeader, MaskedSegment, ValueOrigin } from '#shared/request/masked-request.ts';

const documents: Readonly<Record<MaskedHeader['from'], string>> = {
  credential: 'credential',
  endpoint: 'endpoint',
  node: 'node',
  generated: 'Flowbench',
  'cookie-jar': 'cookie jar',
};

const kinds: Readonly<Record<ValueOrigin['kind'], string>> = {
  variable: 'variable',
  default: 'default',
  environment: 'environment',
  system: 'Flowbench',
  unknown: 'no value',
};

/**
 * Where a line of a request came from: the document that it stands in, and what its expressions read. `undefined` where
 * that is not known.
 */
export function originLabel(
  from: MaskedHeader['from'] | null,
  segments: readonly MaskedSegment[],
): string | undefined {
  if (from === null) return undefined;
  const read = segments.flatMap(({ origins = [] }) => origins.map(({ kind }) => kinds[kind]));
  return [...new Set([documents[from], ...read])].join(' · ');
}

/** What an expression read, by name. */
export function originTip({ origins = [] }: MaskedSegment): string | undefined {
  return origins.length === 0
    ? undefined
    : origins.map(({ kind, name }) => `${name}: ${kinds[kind]}`).join(', ');
}
