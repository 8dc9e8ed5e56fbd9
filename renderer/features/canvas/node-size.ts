import type { Box } from '#shared/flow/box.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode, NodeKind } from '#shared/nodes/node.ts';
import { noteSizes } from '#shared/nodes/note-node.ts';

/** Where and how large a card is. */
export type CardBox = Box;

/** The space between a card and the one put after it. */
export const gapPx = 64;

/** The parts of a card, as node-card.module.css draws them (DESIGN, Node card). */
export const headPx = 33;
export const exitRowPx = 22;
const border = 1;
const pillPx = 34;
const summaryPx: Readonly<Record<NodeKind, number>> = {
  start: 0,
  message: 40,
  prompt: 24,
  condition: 24,
  'set-variables': 24,
  'api-call': 40,
  loop: 24,
  wait: 24,
  end: 0,
  note: 0,
};
const widthPx: Readonly<Record<NodeKind, number>> = {
  start: 92,
  message: 176,
  prompt: 176,
  condition: 176,
  'set-variables': 196,
  'api-call': 212,
  loop: 196,
  wait: 160,
  end: 112,
  note: noteSizes.width.usual,
};
const exitsAround = 8;
/** Icon, gaps and padding of a pill; an End has its ring besides. */
const pillAround = { start: 54, end: 82 } as const;
const letterPx = 7.2;
const exitNameAroundPx = 24;
const exitLetterPx = 6.2;

/** Start and End are drawn as pills. */
export function isPill(kind: NodeKind): boolean {
  return kind === 'start' || kind === 'end';
}

/** Whether the node has nothing but `next`, whose port then sits on the head line instead of in a row. */
export function hasLoneExit(node: FlowNode): boolean {
  const exits = nodeExits(node);
  return exits.length === 1 && exits[0] === 'next';
}

/** The box of a node's card, from its document alone: connections are drawn before anything is measured. */
export function cardBox(node: FlowNode): CardBox {
  if (node.kind === 'note') return { ...node.position, width: node.config.width, height: node.config.height };
  const rows = hasLoneExit(node) ? 0 : nodeExits(node).length;
  const exits = rows === 0 ? 0 : rows * exitRowPx + exitsAround;
  const height = isPill(node.kind) ? pillPx : headPx + summaryPx[node.kind] + exits + 2 * border;
  return { ...node.position, width: cardWidth(node), height };
}

/** The width of a node's card; a pill grows with its name, others with the names that people gave to their exits. */
export function cardWidth(node: FlowNode): number {
  if (node.kind === 'prompt' || node.kind === 'condition') return widthByExits(node);
  if (node.kind !== 'start' && node.kind !== 'end') return widthPx[node.kind];
  const wanted = pillAround[node.kind] + Math.ceil(node.name.length * letterPx);
  return Math.min(160, Math.max(widthPx[node.kind], wanted));
}

/** People name branches and choices: what they write is not shortened as long as the card may grow (DESIGN, Node card). */
function widthByExits(node: FlowNode): number {
  const letters = Math.max(...nodeExits(node).map((exit) => exitName(node, exit).length));
  return Math.min(218, Math.max(widthPx[node.kind], exitNameAroundPx + Math.ceil(letters * exitLetterPx)));
}
