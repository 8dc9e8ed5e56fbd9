import type { CanvasLine, ConnectionLook } from '../canvas-model.ts';

/** What matters most of several lines that are drawn as one. */
const byWeight: readonly ConnectionLook[] = ['failed', 'running', 'taken', 'idle'];

/** Lines that leave a collapsed group have no exit of their own: those to the same card are one, and look as the foremost of them. */
export function mergedLines(lines: readonly CanvasLine[]): CanvasLine[] {
  const byId = new Map<string, CanvasLine>();
  for (const line of lines) {
    const before = byId.get(line.id);
    byId.set(line.id, before === undefined ? line : foremost(before, line));
  }
  return [...byId.values()];
}

function foremost(one: CanvasLine, other: CanvasLine): CanvasLine {
  const weight = ({ data }: CanvasLine) => byWeight.indexOf(data?.look ?? 'idle');
  return weight(other) < weight(one) ? other : one;
}
