/** A name that templates can always read, whatever the flow. */
export interface SystemName {
  /** With its `@`. */
  readonly name: string;
  /** One sentence, for completion, hover and the guide. */
  readonly description: string;
  /** What can be read of it by a dot; none where it is a value itself, or where that depends on the run. */
  readonly keys: readonly {
    readonly key: string;
    readonly description: string;
    readonly isObject?: boolean;
  }[];
}

/**
 * The system names, in the order in which they are listed (SEMANTICS, Templates, Names). `@env` has the values of the
 * active environment as keys. The loop's own names (`@index` and its kin) belong to blocks and are not among them.
 */
export const systemNames: readonly SystemName[] = [
  { name: '@now', description: 'The time, ISO 8601 in UTC; one reading for the whole node.', keys: [] },
  { name: '@today', description: 'The date in UTC, such as 2025-03-04.', keys: [] },
  { name: '@uuid', description: 'A new identifier at each use.', keys: [] },
  { name: '@env', description: 'The values of the active environment.', keys: [] },
  {
    name: '@request',
    description: 'The person whom the simulator plays.',
    keys: [
      { key: 'platform', description: 'Where the conversation takes place.' },
      { key: 'user', description: 'What is known of the person.', isObject: true },
    ],
  },
  {
    name: '@flow',
    description: 'The flow that runs.',
    keys: [
      { key: 'id', description: 'The stable id of the flow.' },
      { key: 'name', description: 'The name of the flow.' },
    ],
  },
  {
    name: '@run',
    description: 'The run.',
    keys: [
      { key: 'id', description: 'The id of the run.' },
      { key: 'started_at', description: 'When the run began, ISO 8601 in UTC.' },
    ],
  },
];
