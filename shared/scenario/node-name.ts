/** The name of a node by its id, for sentences. */
export type NodeName = (nodeId: string) => string;
