import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunId } from '#shared/ids/ids.ts';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { BodyAnswer, BodyRequest } from './body-messages.ts';
import type { BodyRow } from './body-row.ts';

export type BodyView = 'tree' | 'raw';

/** A body as the page knows it: how many rows there are, those that were asked for, and where a search found something. */
export interface LoadedBody {
  readonly state: 'loading' | 'ready' | 'gone';
  readonly message: string;
  readonly rowCount: number;
  readonly rows: ReadonlyMap<number, BodyRow>;
  readonly places: readonly number[];
  readonly rowsWanted: (from: number, to: number) => void;
  readonly foldToggled: (line: number) => void;
  readonly searched: (text: string) => void;
}

const chunkBytes = 1_048_576;
const noRows: ReadonlyMap<number, BodyRow> = new Map();

/** Loads a body in ranges into a worker of its own, which lives as long as the body is shown. */
export function useBody(runId: string, body: BodyHandle, view: BodyView): LoadedBody {
  const worker = useRef<Worker | null>(null);
  const [state, setState] = useState<LoadedBody['state']>('loading');
  const [message, setMessage] = useState('');
  const [rowCount, setRowCount] = useState(0);
  const [rows, setRows] = useState<ReadonlyMap<number, BodyRow>>(noRows);
  const [places, setPlaces] = useState<readonly number[]>([]);
  const viewNow = useRef(view);

  const answered = useCallback(({ data }: MessageEvent<BodyAnswer>) => {
    switch (data.type) {
      case 'ready':
        setState('ready');
        setRowCount(data.rowCount);
        setRows(noRows);
        return;
      case 'rows':
        setRows((before) => merged(before, data.from, data.rows));
        return;
      case 'found':
        setPlaces(data.places);
    }
  }, []);

  useEffect(() => {
    const made = new Worker(new URL('./body-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.addEventListener('message', answered);
    let current = true;
    setState('loading');
    void readWhole(runId, body).then((outcome) => {
      if (!current) return;
      if (typeof outcome === 'string') {
        setState('gone');
        setMessage(outcome);
      } else {
        ask(made, { type: 'load', bytes: outcome, view: viewNow.current }, [outcome.buffer]);
      }
    });
    return () => {
      current = false;
      made.terminate();
      worker.current = null;
    };
  }, [runId, body, answered]);

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
  return { state, message, rowCount, rows, places, rowsWanted, foldToggled, searched };
}

function ask(worker: Worker, request: BodyRequest, transfer: Transferable[] = []): void {
  worker.postMessage(request, transfer);
}

function merged(
  before: ReadonlyMap<number, BodyRow>,
  from: number,
  rows: readonly BodyRow[],
): ReadonlyMap<number, BodyRow> {
  return new Map([...before, ...rows.map((row, at) => [from + at, row] as const)]);
}

/** All bytes of a body, or a sentence that says why it cannot be shown. */
async function readWhole(
  runId: string,
  { handle, sizeBytes }: BodyHandle,
): Promise<Uint8Array<ArrayBuffer> | string> {
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let offset: number | null = 0;
  while (offset !== null && sizeBytes > 0) {
    const input = { runId: runId as RunId, handle, offset, length: chunkBytes };
    const outcome = await bridge.call['body.read'](input);
    if (!outcome.ok) return outcome.failure.message;
    bytes.push(fromBase64(outcome.value.base64));
    offset = outcome.value.nextOffset;
  }
  return joined(bytes);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
