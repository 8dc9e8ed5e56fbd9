import type { FillRandom, WorkspaceId } from '#shared/ids/ids.ts';
import type { DocumentIndex } from './document-index.ts';
import { type OneAtATime } from './files/one-at-a-time.ts';

/** What a workspace needs from those around it. */
export interface WorkspacePorts {
  /** The user data folder: trash, view and vault of every workspace live below it. */
  readonly userData: string;
  readonly now: () => Date;
  readonly fillRandom: FillRandom;
  /** Whether to look out for other programs that change the files; on unless switched off. */
  readonly watch?: boolean;
  /** Takes a sentence for the log. */
  readonly note?: (sentence: string) => void;
}

/** What the operations of one open workspace share. They run one at a time. */
export interface WorkspaceState {
  readonly id: WorkspaceId;
  /** The real path. */
  readonly folder: string;
  /** What belongs to the workspace and not into it; see `workspaceDataFolder`. */
  readonly dataFolder: string;
  readonly index: DocumentIndex;
  readonly queue: OneAtATime;
  readonly ports: WorkspacePorts;
}
