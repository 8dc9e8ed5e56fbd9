import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';

/** What every part of the API Call's editor is about. */
export interface CallEditorProps {
  readonly flow: Flow;
  readonly node: NodeOf<'api-call'>;
}
