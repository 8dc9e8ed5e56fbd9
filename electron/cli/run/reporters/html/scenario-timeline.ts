import type { RunEvent } from '#shared/run-events/run-event.ts';
import { markup, type Markup } from './html-text.ts';

/** The events of a run in their order, each under an id that failures lead to. */
export function timelineMarkup(
  events: readonly RunEvent[],
  prefix: string,
  nodeName: (nodeId: string) => string,
  failedAt: ReadonlySet<number>,
): Markup {
  const beganMs = Date.parse(events[0]?.at ?? '');
  const rows = events.map((event) => {
    const name = event.nodeId === undefined ? '' : nodeName(event.nodeId);
    const seconds = ((Date.parse(event.at) - beganMs) / 1000).toFixed(3);
    const look = failedAt.has(event.seq) ? 'failed' : '';
    return markup`<tr id="${eventId(prefix, event.seq)}" class="${look}"><td class="short">${event.seq}</td><td class="short">${seconds}</td><td class="short mono">${event.type}</td><td>${name}</td><td>${whatOf(event)}</td></tr>`;
  });
  return markup`<details><summary><span class="name">Timeline</span><span class="quiet">${events.length} events</span></summary><div class="inside wide" tabindex="0" role="region" aria-label="Timeline"><table><thead><tr><th class="short" scope="col">#</th><th class="short" scope="col">Seconds</th><th class="short" scope="col">Event</th><th scope="col">Node</th><th scope="col">What</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** The id of an event's row on the page. */
export function eventId(prefix: string, seq: number): string {
  return `${prefix}-event-${String(seq)}`;
}

const shownText = 400;

/** What an event tells besides its type: the first of its members that are for people. */
function whatOf(event: RunEvent): string {
  const told = (
    [
      'statusCode',
      'text',
      'message',
      'reason',
      'name',
      'exit',
      'flowName',
      'branch',
      'url',
      'sentence',
      'code',
      'phase',
      'outcome',
    ] as const
  ).flatMap((key) => {
    const value: unknown = Reflect.get(event, key);
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  const text = told.join(' · ');
  return text.length > shownText ? `${text.slice(0, shownText)}…` : text;
}
