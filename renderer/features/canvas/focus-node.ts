/** Puts the keyboard focus on a card, or on the canvas itself where there is none. */
export function focusNode(root: HTMLElement | null, nodeId: string | undefined): void {
  const card =
    nodeId === undefined ? null : root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${nodeId}"]`);
  const first = root?.querySelector<HTMLElement>('.react-flow__node');
  (card ?? first ?? root)?.focus();
}
