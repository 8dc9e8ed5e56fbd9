import { waitLengthMs } from '../interpreter/wait-length.ts';
import type { WaitNode } from '../nodes/wait-node.ts';
import { templateParts } from '../template/template-parts.ts';

/** What is wrong with the duration of a wait, in a sentence; `null` where nothing is, or where only a run can tell. */
export function waitTrouble({ amount, unit }: WaitNode['config']): string | null {
  if (templateParts(amount).some(({ kind }) => kind !== 'text')) return null;
  const length = waitLengthMs({ text: amount }, unit);
  return length.ok ? null : length.failure;
}
