import { useEffect } from 'react';
import { useDocuments } from '../store/use-documents.ts';
import { activeDocumentId, useView } from '../store/view-store.ts';

/** Keeps the window's title at what is open: "Order lookup – Flowbench". */
export function useWindowTitle(): void {
  const activeId = useView(activeDocumentId);
  const open = useDocuments((state) =>
    activeId === null ? undefined : state.documents[activeId]?.document.name,
  );
  const workspace = useDocuments((state) => state.workspace.name);
  useEffect(() => {
    document.title = `${open ?? workspace} – Flowbench`;
  }, [open, workspace]);
}
