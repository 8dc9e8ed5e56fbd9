import type { Flow } from '#shared/flow/flow.ts';

/** Above this, only what is in view is made, and cards that are too small to be read are painted. */
const largeFlowNodes = 300;

/** Whether a flow has more cards than the page can hold at once. */
export const isLarge = ({ nodes }: Pick<Flow, 'nodes'>): boolean => nodes.length > largeFlowNodes;
