// Opens workspaces in plain Node with a fixed clock, for tests that tell only what they change.
import { webcrypto } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { afterEach } from 'vitest';
import { openWorkspace, type Workspace } from '#electron/workspace/workspace.ts';
import type { WorkspacePorts } from '#electron/workspace/workspace-state.ts';
import { frozenWorkspace } from './workspace-fixture.ts';

/** The moment at which tests of workspaces take place, unless they say otherwise. */
export const testNow = new Date('2025-03-04T10:20:30.000Z');

/** Ports of a workspace whose data lies in a folder, and that is not watched. */
export function workspacePorts(userData: string, more: Partial<WorkspacePorts> = {}): WorkspacePorts {
  const fillRandom = (bytes: Uint8Array) => webcrypto.getRandomValues(bytes);
  return { userData, now: () => testNow, fillRandom, watch: false, ...more };
}

/** Opens workspaces and closes them when the test is over. */
export function useWorkspaces() {
  const open = new Set<Workspace>();
  afterEach(async () => {
    for (const workspace of open) await workspace.close();
    open.clear();
  });
  return {
    async open(folder: string, ports: WorkspacePorts): Promise<Workspace> {
      const opened = await openWorkspace(folder, ports);
      if (!opened.ok) throw new Error(opened.failure.message);
      open.add(opened.value);
      return opened.value;
    },
  };
}

/** Copies the frozen workspace of version 1 into a folder. */
export async function copyFrozenWorkspace(folder: string): Promise<void> {
  await cp(frozenWorkspace('v1'), folder, { recursive: true });
}
