// Lets tests of what the window shows tell a run event by event, without running one.
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { decidedEvent } from '#electron/runs/decided-event.ts';
import { previewValue } from '#electron/runs/preview-value.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import { runEventSchema, type RunEvent, type RunEventOf } from '#shared/run-events/run-event.ts';
import { callSettingsSchema, type CallSettings } from '#shared/request/call-settings.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { storyId } from '../stories/story-id.ts';

/** The body of an event: what is told, without the stamp that every event carries. */
export type EventBody = {
  [Type in RunEvent['type']]: Omit<RunEventOf<Type>, 'v' | 'runId' | 'seq' | 'at' | 'nodeId'>;
}[RunEvent['type']];

/** The settings of a call whose endpoint says nothing of its own. */
export const toldSettings: CallSettings = callSettingsSchema.parse({
  timeouts: {},
  retry: {},
  redirects: {},
  cookies: false,
  tls: {},
  proxy: 'system',
  ofCall: [],
});

/** An event by when it happened (milliseconds after the run started), the name of its node, and what it is. */
export type ToldEvent = readonly [atMs: number, node: string | null, body: EventBody];

const noonMs = Date.parse('2026-03-12T12:00:00.000Z');
export const toldRunId = storyId('rn', 'a told run');
export const toldFlowId = storyId('fl', 'Told');
/** The id of a node of the told flow. */
export const toldNode = (name: string) => storyId('nd', `Told/${name}`);
/** A time as events carry it, in milliseconds after the run started. */
export const toldAt = (atMs: number): string => new Date(noonMs + atMs).toISOString();

const beginning: ToldEvent = [
  0,
  null,
  { type: 'run-started', flowId: toldFlowId, flowName: 'Told', environmentName: 'staging' },
];

/** The events of a told run, numbered and timed, its start before them; each is checked against the contract. */
export function toldEvents(...told: readonly ToldEvent[]): readonly RunEvent[] {
  return [beginning, ...told].map(([atMs, node, body], seq) =>
    runEventSchema.parse({
      v: 1,
      runId: toldRunId,
      seq,
      at: toldAt(atMs),
      ...(node === null ? {} : { nodeId: toldNode(node) }),
      ...body,
    }),
  );
}

/** What the interpreter tells, as the window gets it: one event a second. */
export function stampedEvents(drafts: readonly EventDraft[]): readonly RunEvent[] {
  return drafts.map((draft, seq) =>
    runEventSchema.parse({ ...shownDraft(draft), v: 1, runId: toldRunId, seq, at: toldAt(seq * 1000) }),
  );
}

function shownDraft(draft: EventDraft): object {
  const shown = (value: Parameters<typeof previewValue>[0]) => previewValue(value, { scrub: (text) => text });
  if (draft.type === 'variable-set') return { ...draft, value: shown(draft.value) };
  if (draft.type === 'run-ended' || draft.type === 'flow-left')
    return { ...draft, result: draft.result === null ? null : shown(draft.result) };
  return draft.type === 'condition-decided' ? decidedEvent(draft, (text) => text) : draft;
}

/** The views of a run after each of its events. */
export function viewsOf(events: readonly RunEvent[]): readonly RunView[] {
  const views: RunView[] = [];
  for (const event of events) {
    const view = projectRunEvent(views.at(-1), event);
    if (view !== undefined) views.push(view);
  }
  return views;
}

/** The view of a told run at its last event. */
export function viewOf(...told: readonly ToldEvent[]): RunView {
  const view = viewsOf(toldEvents(...told)).at(-1);
  if (view === undefined) throw new Error('A told run has a view from its first event on.');
  return view;
}

/** The request of a told call: a GET with its token masked. */
export const toldRequest = {
  method: 'GET',
  url: [
    { text: 'https://shop.example/orders/', from: 'literal' as const },
    { text: '7', from: 'expression' as const },
  ],
  headers: [
    {
      name: 'Authorization',
      value: [{ text: '••••••••', from: 'secret' as const }],
      from: 'credential' as const,
    },
  ],
  body: { type: 'none' as const },
};

type CallEnd = Omit<RunEventOf<'call-ended'>, 'v' | 'runId' | 'seq' | 'at' | 'nodeId'>;

/** The end of a call: a success with a small JSON body, changed as told. */
export function toldCallEnd(change: Partial<CallEnd> = {}): CallEnd {
  return {
    type: 'call-ended',
    status: 'success',
    statusCode: 200,
    reason: 'OK',
    code: null,
    phase: null,
    sentence: null,
    wayOn: null,
    attempts: 1,
    tookMs: 120,
    sizeBytes: 17,
    variable: 'order',
    headers: [['Content-Type', 'application/json']],
    body: { handle: 'b1', sizeBytes: 17, contentType: 'application/json', kind: 'json' },
    parseError: null,
    ...change,
  };
}

/** The end of an attempt with a complete response, or without one where the code is `null`. */
export function toldAttemptEnd(attempt: number, statusCode: number | null, tookMs: number): EventBody {
  const refused = statusCode === null;
  return {
    type: 'attempt-ended',
    attempt,
    statusCode,
    tookMs,
    code: refused ? 'connection-refused' : null,
    sentence: refused ? 'Nothing listens at shop.example.' : null,
  };
}
