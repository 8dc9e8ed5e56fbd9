import { callAdvice } from '#shared/run-events/call-trouble.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { AttemptView, CallView, ExchangeView } from '#shared/run-events/run-view.ts';
import { markup, type Markup, nothing } from './html-text.ts';

/** The calls of a run: what was sent and what came back, each attempt with its exchanges. */
export function callsMarkup(calls: readonly CallView[], nodeName: (nodeId: string) => string): Markup {
  if (calls.length === 0) return nothing;
  return markup`<h3>Calls</h3>${calls.map((call) => callMarkup(call, nodeName))}`;
}

function callMarkup(call: CallView, nodeName: (nodeId: string) => string): Markup {
  const { ended, request } = call;
  const result = ended?.statusCode ?? ended?.code ?? 'under way';
  const look = ended?.status === 'success' ? 'good' : 'bad';
  const name = call.nodeId === null ? call.endpointName : nodeName(call.nodeId);
  const line = request === null ? '' : `${request.method} ${shown(request.url)}`;
  return markup`<details><summary><span class="name">${name} <span class="mono quiet">${line}</span></span>${standInMarkup(call)}<span class="${look}">${result}</span><span class="quiet">${ended === null ? '' : formatDuration(ended.tookMs)}</span></summary><div class="inside">${adviceMarkup(call)}${call.attempts.map((attempt) => attemptMarkup(attempt, call))}</div></details>`;
}

function standInMarkup({ standIn }: CallView): Markup {
  return standIn === undefined ? nothing : markup`<span class="warn">${standIn.type}</span>`;
}

/** Why it got no answer, which holds for all of its attempts, and what to do about that. */
function adviceMarkup({ ended }: CallView): Markup {
  const advice = ended === null ? null : callAdvice(ended);
  return advice === null ? nothing : markup`<p class="bad">${advice}</p>`;
}

function attemptMarkup(attempt: AttemptView, { attempts, ended }: CallView): Markup {
  const title = attempts.length > 1 ? markup`<h3>Attempt ${attempt.number}</h3>` : nothing;
  // The last one usually says what the call says.
  const isSaid = attempt.sentence === null || attempt.sentence === ended?.sentence;
  const sentence = isSaid ? nothing : markup`<p class="bad">${attempt.sentence}</p>`;
  return markup`${title}${sentence}${attempt.exchanges.map(exchangeMarkup)}`;
}

function exchangeMarkup({ bodySizeBytes, head, headers, method, phases, url }: ExchangeView): Markup {
  const took = phases.map(({ phase, tookMs }) => `${phase} ${formatDuration(tookMs)}`).join(', ');
  const sent = headers.map(({ name, value }) => `${name}: ${shown(value)}`);
  const body = bodySizeBytes === 0 ? [] : ['', `(${formatSize(bodySizeBytes)} of body)`];
  const came =
    head === null
      ? ['No response.']
      : [
          `${String(head.statusCode)} ${head.reason}`.trimEnd(),
          ...head.headers.map(([name, value]) => `${name}: ${value}`),
        ];
  return markup`<div class="sides"><div><pre>${[`${method} ${url}`, ...sent, ...body].join('\n')}</pre></div><div><pre>${came.join('\n')}</pre></div></div><p>${took}</p>`;
}

/** A text of a request as the window shows it: secrets in it are masks already. */
function shown(segments: readonly { readonly text: string }[]): string {
  return segments.map(({ text }) => text).join('');
}
