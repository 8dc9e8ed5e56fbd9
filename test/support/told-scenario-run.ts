// Tells the events of a run that nobody ran, node by node, for tests of what is expected of runs.
import { type RunEvent, runEventSchema } from '#shared/run-events/run-event.ts';
import { maskText } from '#shared/request/masked-request.ts';
import { toldSettings } from './told-run.ts';
import { storyId } from '../stories/story-id.ts';

export const nodeId = (name: string) => storyId('nd', name);
const startedMs = Date.parse('2026-03-12T12:00:00.000Z');

/** What is told of an event: its type, the name of its node, and what differs from the usual. */
export interface ToldEvent {
  readonly type: RunEvent['type'];
  readonly node?: string;
  readonly afterMs?: number;
  readonly [key: string]: unknown;
}

/** Makes the events of one run, checked against the contract, between its start and what is told of its end. */
export function toldRun(told: readonly ToldEvent[]): readonly RunEvent[] {
  const runId = storyId('rn', 'told');
  const flowId = storyId('fl', 'told');
  let nowMs = startedMs;
  const all: readonly ToldEvent[] = [
    { type: 'run-started', flowId, flowName: 'Told', environmentName: null },
    ...told,
  ];
  return all.map(({ afterMs = 0, node, ...rest }, seq) => {
    nowMs += afterMs;
    const at = new Date(nowMs).toISOString();
    const where = node === undefined ? {} : { nodeId: nodeId(node) };
    return runEventSchema.parse({ v: 1, runId, seq, at, ...where, ...rest });
  });
}

/** A value as events show it. */
export const previewed = (json: string, truncated = false) => ({
  type: json.startsWith('"')
    ? 'text'
    : json.startsWith('{')
      ? 'object'
      : json.startsWith('[')
        ? 'list'
        : 'number',
  json,
  truncated,
});

export const said = (node: string, text: string): ToldEvent => ({ type: 'said', node, text });
export const set = (name: string, json: string): ToldEvent => ({
  type: 'variable-set',
  name,
  value: previewed(json),
});
export const entered = (node: string): ToldEvent => ({ type: 'node-entered', node });
export const left = (node: string, exit: string): ToldEvent => ({
  type: 'node-left',
  node,
  exit,
  through: exit,
});
export const ended = (result: string | null = null): ToldEvent => ({
  type: 'run-ended',
  outcome: 'ended',
  message: null,
  result: result === null ? null : previewed(result),
});
export const failed = (message: string): ToldEvent => ({
  type: 'run-ended',
  outcome: 'failed',
  message,
  result: null,
});

const piece = (text: string, from: 'literal' | 'secret' = 'literal') => ({ text, from });

/** A call that sent a body and a token, and got an answer. */
export function called(
  node: string,
  body: string | null,
  statusCode: number | null = 200,
): readonly ToldEvent[] {
  const headers = [
    { name: 'Accept', value: [piece('application/json')], from: 'endpoint' },
    { name: 'Authorization', value: [piece('Bearer '), piece(maskText, 'secret')], from: 'credential' },
  ];
  const request = {
    method: 'POST',
    url: [piece('https://shop.example/orders?page=1')],
    headers,
    body:
      body === null
        ? { type: 'none' }
        : { type: 'text', segments: [piece(body)], truncated: body.endsWith('…'), sizeBytes: body.length },
  };
  const isFailure = statusCode === null;
  return [
    { type: 'call-prepared', node, endpointName: 'Shop API', request, settings: toldSettings },
    { type: 'attempt-started', node, attempt: 1 },
    {
      type: 'call-ended',
      node,
      status: isFailure ? 'failure' : statusCode < 300 ? 'success' : 'error',
      statusCode,
      reason: null,
      code: isFailure ? 'connection-reset' : null,
      phase: null,
      sentence: null,
      wayOn: null,
      attempts: isFailure ? 3 : 1,
      tookMs: 5,
      sizeBytes: 0,
      variable: 'order',
      headers: [],
      body: null,
      parseError: null,
    },
  ];
}
