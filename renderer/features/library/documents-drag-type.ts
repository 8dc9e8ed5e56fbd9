/** The type under which a drag from the side bar carries the ids of its documents, as a JSON array. */
export const documentsDragType = 'application/x-flowbench-documents';
