import type { Box } from '#shared/flow/box.ts';
import type { CanvasItem, CanvasNode } from '../canvas-model.ts';
import { itemBox } from '../minimap-shapes.ts';

/** The colours of what is painted, by the name of the token that the window reads. */
export const paintedTokens = [
  'surface-0',
  'surface-2',
  'border-2',
  'text-1',
  'text-2',
  'accent',
  'edge',
  'edge-taken',
  'edge-failed',
  'run-running',
  'run-paused',
  'run-done',
  'run-failed',
  'exception',
  'breakpoint',
  's4xx',
  's5xx',
] as const;
export type PaintedToken = (typeof paintedTokens)[number];

/** What is painted of a card: its box, how it stands, and its name. */
export interface PaintedCard {
  readonly box: Box;
  readonly name: string;
  readonly fill: PaintedToken;
  readonly text: PaintedToken;
  readonly border: PaintedToken;
  /** A border that is to be seen at any zoom. */
  readonly marked: boolean;
  /** A dot in the upper corner: what is wrong with the node, or that a run stops there. */
  readonly dot: PaintedToken | null;
}

const stateBorders = {
  running: 'run-running',
  waiting: 'run-paused',
  paused: 'run-paused',
  done: 'run-done',
  failed: 'run-failed',
  exception: 'exception',
} as const;

/** What is painted of a card; a card keeps what was found for it as long as it is the same. */
export function paintedCard(card: CanvasNode): PaintedCard {
  const known = painted.get(card);
  if (known !== undefined) return known;
  const { node, problem } = card.data;
  const isNote = node.kind === 'note';
  const mark = borderOf(card);
  const made: PaintedCard = {
    box: itemBox(card),
    name: isNote ? node.config.text : node.name,
    fill: isNote ? 'surface-0' : 'surface-2',
    text: isNote ? 'text-2' : 'text-1',
    border: mark ?? 'border-2',
    marked: mark !== null,
    dot:
      card.data.breakpoint !== null ? 'breakpoint' : problem === null ? null : problemDots[problem.severity],
  };
  painted.set(card, made);
  return made;
}

const painted = new WeakMap<CanvasItem, PaintedCard>();
const problemDots = { error: 's5xx', warning: 's4xx' } as const;

function borderOf({ data: { needsMissing, run }, domAttributes, selected }: CanvasNode): PaintedToken | null {
  if (run?.state === 'paused') return 'run-paused';
  if (selected === true) return 'accent';
  if (domAttributes !== undefined && 'data-found' in domAttributes) return 's4xx';
  if (needsMissing) return 'exception';
  return run === null ? null : stateBorders[run.state];
}
