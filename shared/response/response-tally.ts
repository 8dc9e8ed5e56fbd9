import { declaredTally, type ValueTally } from '../value/value-tally.ts';
import type { ResponseVariable } from './response-variable.ts';

/** What a response variable has in any case, known before any call: a member that is forgotten here does not compile. */
const members: Readonly<Record<keyof ResponseVariable, ValueTally>> = {
  status: declaredTally(['text']),
  status_code: declaredTally(['number', 'null']),
  body: declaredTally([]),
  headers: declaredTally(['object']),
  timestamp: declaredTally(['text']),
  raw: declaredTally(['text']),
  error: declaredTally(['text']),
  error_detail: declaredTally(['object'], {
    code: declaredTally(['text']),
    phase: declaredTally(['text']),
    attempts: declaredTally(['number']),
  }),
  parse_error: declaredTally(['object'], {
    message: declaredTally(['text']),
    line: declaredTally(['number']),
    column: declaredTally(['number']),
  }),
};

/** What can be read of a response variable before anything was sent; `raw` only where the call keeps it. */
export function responseTally({ includeRaw }: { readonly includeRaw: boolean }): ValueTally {
  const { raw, ...others } = members;
  return declaredTally(['object'], includeRaw ? { ...others, raw } : others);
}
