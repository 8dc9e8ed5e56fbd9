/** What a workspace or a bundle has names of, which a shell can complete. */
export const nameKinds = ['flow', 'scenario', 'tag', 'environment'] as const;
export type NameKind = (typeof nameKinds)[number];

/** An option of a command: what reads it, what help says of it and what a shell offers after it are made from this. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** Whether it may be there several times. */
  readonly multiple?: true;
  /** What stands for its value in help; an option without a value has none. */
  readonly value?: string;
  /** Half a sentence or more for help, which breaks it into lines. */
  readonly help: string;
  /** What may be its value: one of some words, the name of a file, or one that the workspace has; absent, any text. */
  readonly values?: readonly string[] | 'file' | { readonly names: NameKind };
}

/** Whether an option takes a name that the workspace has. */
export function isNames(values: CommandOption['values']): values is { readonly names: NameKind } {
  return typeof values === 'object' && 'names' in values;
}

/** The options of a command by their names, without the dashes. */
export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** What a command takes besides options: files, words of its own, both or nothing. */
export interface CommandOperands {
  readonly files: boolean;
  readonly words: readonly string[];
}
