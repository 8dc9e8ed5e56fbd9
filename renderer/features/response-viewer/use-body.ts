import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import type { BodyAnswer, BodyRequest } from './body-messages.ts';
import type { DocumentView } from './body-document.ts';
import { bodyAfter, loadingBody, type BodyState } from './body-state.ts';
import { readWholeBody } from '../../store/read-whole-body.ts';

export type BodyView = DocumentView;

/** What is known of a body, and what can be asked of it. */
export interface LoadedBody extends BodyState {
  readonly rowsWanted: (from: number, to: number) => void;
  readonly foldToggled: (line: number) => void;
  readonly searched: (text: string) => void;
}

/** Loads a body in ranges into a worker of its own, which lives as long as the body is shown. */
export function useBody(runId: string, { handle, sizeBytes }: BodyHandle, view: BodyView): LoadedBody {
  const worker = useRef<Worker | null>(null);
  const [state, answered] = useReducer(bodyAfter, loadingBody);
  const viewNow = useRef(view);

  useEffect(() => {
    const made = new Worker(new URL('./body-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.addEventListener('message', ({ data }: MessageEvent<BodyAnswer>) => answered(data));
    let current = true;
    void readWholeBody(runId, handle, sizeBytes, () => current).then((outcome) => {
      if (!current) return;
      if (!outcome.ok) answered({ type: 'gone', message: outcome.failure });
      else ask(made, { type: 'load', bytes: outcome.value, view: viewNow.current }, [outcome.value.buffer]);
    });
    return () => {
      current = false;
      made.terminate();
      worker.current = null;
    };
  }, [runId, handle, sizeBytes]);

  useEffect(() => {
    if (viewNow.current === view) return;
    viewNow.current = view;
    if (worker.current !== null) ask(worker.current, { type: 'view', view });
  }, [view]);

  const send = useCallback((request: BodyRequest) => {
    if (worker.current !== null) ask(worker.current, request);
  }, []);
  const rowsWanted = useCallback((from: number, to: number) => send({ type: 'rows', from, to }), [send]);
  const foldToggled = useCallback((line: number) => send({ type: 'fold', line }), [send]);
  const searched = useCallback((text: string) => send({ type: 'find', text }), [send]);
  return { ...state, rowsWanted, foldToggled, searched };
}

function ask(worker: Worker, request: BodyRequest, transfer: Transferable[] = []): void {
  worker.postMessage(request, transfer);
}
