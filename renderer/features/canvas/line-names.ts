import type { FlowExit } from '#shared/flow/insert-on-connection.ts';
import type { NodeId } from '#shared/ids/ids.ts';

/** An exit as it is named outside a document. An exit has one connection at most, so that it names that too. */
export interface ExitName {
  readonly node: string;
  readonly exit: string;
}

/** The name of a line is that of the exit it leaves from. */
export const lineId = (node: string, exit: string): string => `${node}/${exit}`;

/** Whether a line is that of one exit; those that leave a collapsed group are drawn together. */
export const isExitLine = (id: string): boolean => id.includes('/');

/** The exit that a line is drawn for. */
export function exitOfLine(id: string): ExitName {
  const at = id.indexOf('/');
  return { node: id.slice(0, at), exit: id.slice(at + 1) };
}

/** The exit as a document names it. */
export function flowExit({ node, exit }: ExitName): FlowExit {
  return { node: node as NodeId, exit };
}
