import type { CardBox } from './node-size.ts';

export interface PathPoint {
  readonly x: number;
  readonly y: number;
}

/** How a connection leaves and enters: along the rows, or straight down a column. */
export type PathDirection = 'across' | 'down';

/** The shortest tangent, so that a line between near cards still leaves and enters level. */
const leastTangentPx = 18;
/** The arrow's tip stands this far before the card. */
export const arrowGapPx = 0.5;
const turnPx = 20;
const clearancePx = 14;
const samples = 24;

/**
 * The line of a connection as an SVG path: a cubic with level tangents; where that would pass under a card, a level line
 * through the nearest free gap between rows; backwards round the cards, in turns (DESIGN, Connection).
 *
 * @param obstacles the cards it may not pass under; `own` are the two that it joins, which only matter on the way back
 */
export function connectionPath(
  from: PathPoint,
  to: PathPoint,
  direction: PathDirection,
  obstacles: readonly CardBox[],
  own: readonly CardBox[] = [],
): string {
  if (direction === 'down')
    return cubic(from, { x: from.x, y: middle(from.y, to.y) }, { x: to.x, y: middle(from.y, to.y) }, to);
  if (to.x < from.x + leastTangentPx) return roundAbout(from, to, [...obstacles, ...own]);
  const tangent = Math.max(leastTangentPx, (to.x - from.x) / 2);
  const first = { x: from.x + tangent, y: from.y };
  const second = { x: to.x - tangent, y: to.y };
  if (isClear(from, first, second, to, obstacles)) return cubic(from, first, second, to);
  const lane = freeLane(from, to, obstacles);
  return lane === null ? cubic(from, first, second, to) : throughLane(from, to, lane);
}

/** The line while its end follows the pointer: a free curve, since it leads nowhere yet. */
export function drawnPath(from: PathPoint, to: PathPoint): string {
  const tangent = Math.max(leastTangentPx, Math.abs(to.x - from.x) / 2);
  return cubic(from, { x: from.x + tangent, y: from.y }, { x: to.x - tangent, y: to.y }, to);
}

/** The arrow at the end of a line: 8 long and 9 wide, its tip just before the card. */
export function arrowPath({ x, y }: PathPoint, direction: PathDirection): string {
  return direction === 'down'
    ? `M${String(x - 4.5)} ${String(y - 8)} L${String(x + 4.5)} ${String(y - 8)} L${String(x)} ${String(y)} Z`
    : `M${String(x - 8)} ${String(y - 4.5)} L${String(x - 8)} ${String(y + 4.5)} L${String(x)} ${String(y)} Z`;
}

const middle = (a: number, b: number): number => (a + b) / 2;
const point = ({ x, y }: PathPoint): string => `${round(x)} ${round(y)}`;
const round = (value: number): string => String(Math.round(value * 10) / 10);

function cubic(from: PathPoint, first: PathPoint, second: PathPoint, to: PathPoint): string {
  return `M${point(from)} C${point(first)} ${point(second)} ${point(to)}`;
}

function isClear(
  from: PathPoint,
  first: PathPoint,
  second: PathPoint,
  to: PathPoint,
  obstacles: readonly CardBox[],
): boolean {
  if (obstacles.length === 0) return true;
  for (let step = 1; step < samples; step += 1) {
    const at = onCubic(step / samples, from, first, second, to);
    if (obstacles.some((box) => isInside(at, box))) return false;
  }
  return true;
}

function onCubic(t: number, a: PathPoint, b: PathPoint, c: PathPoint, d: PathPoint): PathPoint {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

function isInside(at: PathPoint, box: CardBox): boolean {
  return at.x > box.x && at.x < box.x + box.width && at.y > box.y && at.y < box.y + box.height;
}

// A lane is a height at which the line can run level between its two turns without touching a card.
function freeLane(from: PathPoint, to: PathPoint, obstacles: readonly CardBox[]): number | null {
  const left = Math.min(from.x, to.x) + turnPx;
  const right = Math.max(from.x, to.x) - turnPx;
  const between = obstacles.filter((box) => box.x < right + turnPx && box.x + box.width > left - turnPx);
  const edges = between.flatMap((box) => [box.y - clearancePx, box.y + box.height + clearancePx]);
  const lanes = [from.y, to.y, ...edges].filter((y) =>
    between.every((box) => y <= box.y - 4 || y >= box.y + box.height + 4),
  );
  const detour = (y: number) => Math.abs(y - from.y) + Math.abs(y - to.y);
  return lanes.sort((a, b) => detour(a) - detour(b))[0] ?? null;
}

function throughLane(from: PathPoint, to: PathPoint, lane: number): string {
  const out = { x: from.x + 2 * turnPx, y: lane };
  const back = { x: to.x - 2 * turnPx, y: lane };
  const leave = `M${point(from)} C${point({ x: from.x + turnPx, y: from.y })} ${point({ x: from.x + turnPx, y: lane })} ${point(out)}`;
  return `${leave} L${point(back)} C${point({ x: to.x - turnPx, y: lane })} ${point({ x: to.x - turnPx, y: to.y })} ${point(to)}`;
}

// Out to the right, along a free lane, and in from the left: what a line does that leads back.
function roundAbout(from: PathPoint, to: PathPoint, boxes: readonly CardBox[]): string {
  const out = from.x + turnPx;
  const back = to.x - turnPx;
  const lane = freeLane({ x: back, y: from.y }, { x: out, y: to.y }, boxes) ?? middle(from.y, to.y);
  return rounded([
    from,
    { x: out, y: from.y },
    { x: out, y: lane },
    { x: back, y: lane },
    { x: back, y: to.y },
    to,
  ]);
}

/** A line through corners that are rounded as far as the pieces between them allow. */
function rounded(points: readonly PathPoint[]): string {
  const corners = points.slice(1, -1).map((corner, at) => {
    const before = points[at] ?? corner;
    const after = points[at + 2] ?? corner;
    const radius = Math.min(turnPx / 2, distance(before, corner) / 2, distance(corner, after) / 2);
    return `L${point(towards(corner, before, radius))} Q${point(corner)} ${point(towards(corner, after, radius))}`;
  });
  const [first] = points;
  const last = points.at(-1);
  return first === undefined || last === undefined
    ? ''
    : `M${point(first)} ${corners.join(' ')} L${point(last)}`;
}

function distance(a: PathPoint, b: PathPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: PathPoint, to: PathPoint, lengthPx: number): PathPoint {
  const whole = distance(from, to);
  const part = whole === 0 ? 0 : lengthPx / whole;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
