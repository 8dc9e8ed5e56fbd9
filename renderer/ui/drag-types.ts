/** The type under which a row that is dragged onto a canvas carries what it stands for. */
export const dragTypes = {
  nodeKind: 'application/x-flowbench-node-kind',
  endpoint: 'application/x-flowbench-endpoint',
  expression: 'application/x-flowbench-expression',
  /** Carried besides by what can be put onto a connection: while something is dragged only the types can be read. */
  between: 'application/x-flowbench-between',
} as const;

interface Dragged {
  readonly dataTransfer: DataTransfer;
}

/** Lets an expression be dragged: into a text field as text, and onto a canvas. */
export function expressionDragged({ dataTransfer }: Dragged, expression: string): void {
  dataTransfer.effectAllowed = 'copy';
  dataTransfer.setData('text/plain', expression);
  dataTransfer.setData(dragTypes.expression, expression);
  dataTransfer.setData(dragTypes.between, '');
}

/** Lets an API endpoint be dragged onto a canvas. */
export function endpointDragged({ dataTransfer }: Dragged, id: string): void {
  dataTransfer.effectAllowed = 'copy';
  dataTransfer.setData(dragTypes.endpoint, id);
  dataTransfer.setData(dragTypes.between, '');
}
