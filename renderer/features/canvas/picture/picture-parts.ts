import { groupByNode } from '#shared/flow/group.ts';
import { emptySelection, type FlowSelection } from '../../../store/selection-store.ts';
import type { CanvasSource } from '../canvas-source.ts';
import { canvasLines, canvasNodes, isRouted } from '../flow-to-canvas.ts';
import { canvasItems } from '../groups/groups-to-canvas.ts';
import type { PictureParts } from './flow-picture.ts';

/** The flow as a picture shows it: as on the canvas, without the run, the selection and whatever else passes. */
export function pictureParts(
  drawing: Pick<CanvasSource, 'flow' | 'documentNames' | 'collapsed'>,
  only: FlowSelection | null,
): PictureParts {
  const source: CanvasSource = {
    ...drawing,
    selection: emptySelection,
    run: undefined,
    breakpoints: [],
    problems: new Map(),
  };
  const { flow } = source;
  const byNode = groupByNode(flow);
  const isMeant = (id: string) =>
    only === null ||
    only.nodes.includes(id) ||
    only.groups.includes(id) ||
    only.groups.includes(byNode.get(id)?.id ?? '');
  const items = canvasItems(source, canvasNodes(source)).filter(({ id }) => isMeant(id));
  const lines = canvasLines(source, isRouted(flow)).filter(
    (line) => isMeant(line.source) && isMeant(line.target),
  );
  return { title: flow.name, items, lines };
}

/** Every text that a picture of the flow may show, uncut. */
export function pictureTexts({ items, title }: PictureParts): readonly string[] {
  return [
    title,
    ...items.flatMap((item) => {
      if (item.type === 'group') return [item.data.name];
      const { needsName, exits, node } = item.data;
      return [node.name, needsName ?? '', ...exits.map((exit) => exit.title), ...textsOf(node.config)];
    }),
  ];
}

/** The texts in settings, as they are written: in JSON a quote looks otherwise. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
