import { withCallDefaults, type CallDefaults } from '#shared/endpoint/call-defaults.ts';
import type { RunWorkspace } from '../runs/run-ports.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The workspace as runs see it: what endpoints leave to the settings is what the settings say at that moment. */
export function workspaceForRuns(
  workspace: Pick<Workspace, 'id' | 'document' | 'defaults' | 'resolveFile'>,
  callDefaults: () => CallDefaults,
): RunWorkspace {
  return {
    id: workspace.id,
    defaults: () => workspace.defaults(),
    resolveFile: (name) => workspace.resolveFile(name),
    document: (id) => {
      const stored = workspace.document(id);
      return stored?.document.format === 'flowbench.endpoint'
        ? { ...stored, document: withCallDefaults(stored.document, callDefaults()) }
        : stored;
    },
  };
}
