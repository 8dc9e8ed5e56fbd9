// What the canvas draws a flow from where nothing is selected, nothing runs and nothing is wrong.
import type { Flow } from '#shared/flow/flow.ts';
import type { CanvasSource } from '../../renderer/features/canvas/canvas-source.ts';

/** The source of a flow's drawing, and what a test tells otherwise. */
export function drawnSource(flow: Flow, told: Partial<CanvasSource> = {}): CanvasSource {
  return {
    flow,
    documentNames: new Map(),
    selection: { nodes: [], connections: [], groups: [] },
    run: undefined,
    breakpoints: [],
    problems: new Map(),
    collapsed: new Set(),
    ...told,
  };
}
