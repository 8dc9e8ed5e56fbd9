import type { Command } from './command.ts';
import { completionCommand } from './completion/completion-command.ts';

/** The commands that there are, each loaded when it is asked for: a program need not make ready what it does not do. */
export interface Commands {
  /** `null` where there is none of that name. */
  named(name: string): Promise<Command | null>;
  all(): Promise<readonly Command[]>;
}

type Load = () => Promise<Command>;

/** In the order in which people are told of them. */
const work: Readonly<Record<string, Load>> = {
  run: async () => (await import('./run/run-command.ts')).runCommand,
  report: async () => (await import('./report/report-command.ts')).reportCommand,
  lint: async () => (await import('./lint/lint-command.ts')).lintCommand,
  export: async () => (await import('./bundle/export-command.ts')).exportCommand,
  import: async () => (await import('./bundle/import-command.ts')).importCommand,
  inspect: async () => (await import('./bundle/inspect-command.ts')).inspectCommand,
  call: async () => (await import('./call/call-command.ts')).callCommand,
  render: async () => (await import('./render/render-command.ts')).renderCommand,
  schema: async () => (await import('./schema/schema-command.ts')).schemaCommand,
};

const loadWork = (): Promise<readonly Command[]> => Promise.all(Object.values(work).map((load) => load()));
const completion: Load = async () => completionCommand(await loadWork());

/** Every command there is. */
export const commands: Commands = {
  named: async (name) => {
    const load = name === 'completion' ? completion : Object.hasOwn(work, name) ? work[name] : undefined;
    return (await load?.()) ?? null;
  },
  all: async () => [...(await loadWork()), await completion()],
};
