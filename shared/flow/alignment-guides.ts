import type { CanvasPoint } from './canvas-point.ts';
import { across, spanOf, spansMeet, type Axis, type Box, type Span } from './box.ts';

/** A line that boxes share: upright for `x`, level for `y`. */
export interface GuideLine {
  readonly kind: 'line';
  readonly axis: Axis;
  readonly at: number;
  /** Where it begins and ends along the other direction. */
  readonly from: number;
  readonly to: number;
}

/** One of several gaps of the same width along `axis`; it is drawn `at` this place of the other direction. */
export interface GuideGap {
  readonly kind: 'gap';
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export type Guide = GuideLine | GuideGap;

export interface SnapRules {
  /** How near a guide must be to draw the box to it. */
  readonly tolerance: number;
  /** The grid that a box goes to where no guide is near, or `null` for none. */
  readonly grid: number | null;
}

/** Half a pixel: places are whole pixels, and the middle of an odd width is not. */
const exact = 0.5;
const axes: readonly Axis[] = ['x', 'y'];
const partNames = ['start', 'middle', 'end'] as const;

/**
 * How far a box that is being moved has to go to line up with others: along each direction to the nearest edge, middle or
 * equal gap within the tolerance, else to the grid, and to whole pixels in any case.
 */
export function snapOffset(moving: Box, others: readonly Box[], rules: SnapRules): CanvasPoint {
  const along = (axis: Axis): number => {
    const { start } = spanOf(moving, axis);
    const near = [...lineOffsets(moving, others, axis), ...gapOffsets(moving, others, axis)].filter(
      (offset) => Math.abs(offset) <= rules.tolerance,
    );
    const nearest = near.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
    if (nearest !== undefined) return Math.round(start + nearest) - start;
    const step = rules.grid ?? 1;
    return Math.round(start / step) * step - start;
  };
  return { x: along('x'), y: along('y') };
}

/** What a box lines up with where it stands, to be drawn. */
export function guidesAt(box: Box, others: readonly Box[]): readonly Guide[] {
  return axes.flatMap((axis) => [...linesAt(box, others, axis), ...gapsAt(box, others, axis)]);
}

function lineOffsets(moving: Box, others: readonly Box[], axis: Axis): readonly number[] {
  const own = spanOf(moving, axis);
  return others.flatMap((other) => pairs(own, spanOf(other, axis)).map(([mine, theirs]) => theirs - mine));
}

// Edges meet edges, and middles middles: a middle at an edge lines nothing up for the eye.
function pairs(own: Span, other: Span): readonly (readonly [number, number])[] {
  return [
    [own.start, other.start],
    [own.start, other.end],
    [own.end, other.start],
    [own.end, other.end],
    [own.middle, other.middle],
  ];
}

function linesAt(box: Box, others: readonly Box[], axis: Axis): readonly GuideLine[] {
  const own = spanOf(box, axis);
  return partNames.flatMap((part): GuideLine[] => {
    const at = own[part];
    const onIt = others.filter((other) => {
      const span = spanOf(other, axis);
      const theirs = part === 'middle' ? [span.middle] : [span.start, span.end];
      return theirs.some((value) => Math.abs(value - at) <= exact);
    });
    if (onIt.length === 0) return [];
    const spans = [box, ...onIt].map((each) => spanOf(each, across(axis)));
    const from = Math.min(...spans.map(({ start }) => start));
    return [{ kind: 'line', axis, at, from, to: Math.max(...spans.map(({ end }) => end)) }];
  });
}

/** Those beside the box along a direction, from the nearest on, before it and after it. */
function neighbours(
  box: Box,
  others: readonly Box[],
  axis: Axis,
): { readonly before: readonly Span[]; readonly after: readonly Span[] } {
  const own = spanOf(box, axis);
  const lane = spanOf(box, across(axis));
  const beside = others
    .filter((other) => spansMeet(spanOf(other, across(axis)), lane))
    .map((other) => spanOf(other, axis));
  return {
    before: chain(beside.filter(({ middle }) => middle < own.middle).toSorted((a, b) => b.end - a.end)),
    after: chain(beside.filter(({ middle }) => middle > own.middle).toSorted((a, b) => a.start - b.start)),
  };
}

// Gaps are only between boxes that do not lie upon one another.
function chain(spans: readonly Span[]): readonly Span[] {
  const [first, ...others] = spans;
  if (first === undefined) return [];
  const second = others.find((span) => !spansMeet(span, first));
  return second === undefined ? [first] : [first, second];
}

function gapOffsets(moving: Box, others: readonly Box[], axis: Axis): readonly number[] {
  const own = spanOf(moving, axis);
  const { before, after } = neighbours(moving, others, axis);
  const [left, farLeft] = before;
  const [right, farRight] = after;
  const offsets: number[] = [];
  if (left !== undefined && right !== undefined) {
    const room = right.start - left.end - (own.end - own.start);
    if (room > 0) offsets.push(left.end + room / 2 - own.start);
  }
  if (left !== undefined && farLeft !== undefined)
    offsets.push(left.end + (left.start - farLeft.end) - own.start);
  if (right !== undefined && farRight !== undefined)
    offsets.push(right.start - (farRight.start - right.end) - own.end);
  return offsets;
}

function gapsAt(box: Box, others: readonly Box[], axis: Axis): readonly GuideGap[] {
  const own = spanOf(box, axis);
  const at = spanOf(box, across(axis)).middle;
  const { before, after } = neighbours(box, others, axis);
  const [left, farLeft] = before;
  const [right, farRight] = after;
  const gap = (from: Span | undefined, to: Span | undefined): GuideGap[] =>
    from !== undefined && to !== undefined && to.start > from.end
      ? [{ kind: 'gap', axis, at, from: from.end, to: to.start }]
      : [];
  const around = [gap(left, own), gap(own, right)] as const;
  const equal = [
    [...around[0], ...around[1]],
    [...gap(farLeft, left), ...around[0]],
    [...around[1], ...gap(right, farRight)],
  ].filter(areEqual);
  return [...new Map(equal.flat().map((each) => [each.from, each])).values()];
}

function areEqual(gaps: readonly GuideGap[]): boolean {
  const [first, second] = gaps.map(({ from, to }) => to - from);
  return first !== undefined && second !== undefined && Math.abs(first - second) <= 2 * exact;
}
