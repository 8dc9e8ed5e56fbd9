import type { RunEvent } from '#shared/run-events/run-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import { transcript } from '#shared/run-events/transcript.ts';
import type { RunView } from '#shared/run-events/run-view.ts';

/** The conversation of a run as text, the way the Simulator copies it; nothing where no run began. */
export function conversationLines(
  events: readonly RunEvent[],
  nodeName: (nodeId: string) => string,
): readonly string[] {
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  return view === undefined ? [] : transcript(view, 'plain', nodeName).trimEnd().split('\n');
}
