/** A name that the system gives a value, as a path. */
export interface SystemName {
  /** With its `@`. */
  readonly path: readonly string[];
  readonly type: 'text' | 'object';
  /** What it stands for, in one sentence. */
  readonly meaning: string;
}

/** The system names that every template can read (SEMANTICS, Templates); those of loops and of the environment are not here. */
export const systemNames: readonly SystemName[] = [
  { path: ['@today'], type: 'text', meaning: 'The date in UTC, one reading for a node.' },
  { path: ['@now'], type: 'text', meaning: 'The time in UTC, one reading for a node.' },
  { path: ['@uuid'], type: 'text', meaning: 'A new identifier at each use.' },
  { path: ['@run', 'id'], type: 'text', meaning: 'The run.' },
  { path: ['@run', 'started_at'], type: 'text', meaning: 'When the run started.' },
  { path: ['@flow', 'id'], type: 'text', meaning: 'The flow.' },
  { path: ['@flow', 'name'], type: 'text', meaning: 'The name of the flow.' },
  { path: ['@request', 'platform'], type: 'text', meaning: 'The channel that the simulator plays.' },
  { path: ['@request', 'user'], type: 'object', meaning: 'The person whom the simulator plays.' },
];
