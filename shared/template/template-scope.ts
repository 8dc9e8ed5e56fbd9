import type { Value, ValueObject } from '../value/value.ts';

/** Everything that a template can read; names are looked up in the order of the first three members. */
export interface TemplateScope {
  /** The run's variables, also what `this` and `@root` are at the top of a template. */
  readonly variables: ValueObject;
  readonly flowDefaults?: ValueObject;
  /** The values of the active environment, also reached as `@env.name`. */
  readonly environment?: ValueObject;
  readonly system: SystemNames;
  /** An unknown variable is a failure instead of a warning. */
  readonly strict?: boolean;
}

/** What the `@` names stand for. Clock, randomness and time limit come in here, so that a run can be repeated. */
export interface SystemNames {
  /** ISO 8601 in UTC, one reading for all templates of a node; `@today` is its date. */
  readonly now: string;
  /** A new identifier at each call. */
  readonly uuid: () => string;
  /** Platform and user of the simulator, as `@request`. */
  readonly request?: ValueObject;
  readonly flow?: { readonly id: string; readonly name: string };
  /** `startedAt` is read as `@run.started_at`. */
  readonly run?: { readonly id: string; readonly startedAt: string };
  /** Further names: `{ sample: { url } }` gives `@sample.url`. They do not replace the names above. */
  readonly extra?: { readonly [name: string]: Value };
  /** Milliseconds of a clock that never goes back, for the time limit; without it a count of steps limits the work. */
  readonly monotonicMs?: () => number;
}
