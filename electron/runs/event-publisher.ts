import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { systemClock } from './host-clock.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { decidedEvent } from './decided-event.ts';
import { previewValue } from './preview-value.ts';
import { scrubEvent } from './scrub-event.ts';
import { scrubLine } from './scrub-told-event.ts';

/** Makes events of what happens in one run: numbered, timed, scrubbed, and with values cut to what a page can show. */
export class EventPublisher {
  readonly #runId: RunId;
  readonly #secrets: KnownSecrets;
  readonly #publish: (events: readonly RunEvent[]) => void;
  readonly #now: () => string;
  #seq = 0;

  constructor(
    runId: RunId,
    secrets: KnownSecrets,
    publish: (events: readonly RunEvent[]) => void,
    now: () => string = systemClock.now,
  ) {
    this.#runId = runId;
    this.#secrets = secrets;
    this.#publish = publish;
    this.#now = now;
  }

  /**
   * Tells the events of another run as the beginning of this one: they keep their places and their times, and lose what has
   * become secret since.
   */
  retell(events: readonly RunEvent[]): void {
    this.#seq = events.length;
    this.#publish(
      events.map((event, seq) => ({ ...scrubbedAgain(event, this.#secrets), runId: this.#runId, seq })),
    );
  }

  /** @param at when it happened, where that is not now */
  tell(drafts: readonly EventDraft[], at: string = this.#now()): void {
    if (drafts.length === 0) return;
    this.#publish(drafts.map((draft) => this.#event(draft, at)));
  }

  #event(draft: EventDraft, at: string): RunEvent {
    const { scrubber } = this.#secrets;
    const stamp = { v: 1, runId: this.#runId, seq: this.#seq, at } as const;
    const shown = (text: string): string => shortened(scrubber.scrub(text));
    this.#seq += 1;
    switch (draft.type) {
      case 'variable-set':
      case 'variable-edited':
        return { ...draft, value: previewValue(draft.value, scrubber), ...stamp };
      case 'condition-decided':
        return { ...decidedEvent(draft, scrubber.scrub), ...stamp };
      case 'flow-left':
      case 'run-ended': {
        const message = draft.message === null ? null : shown(draft.message);
        const result = draft.result === null ? null : previewValue(draft.result, scrubber);
        return { ...draft, message, result, ...stamp };
      }
      default:
        return { ...scrubEvent(draft, shown), ...stamp };
    }
  }
}

function scrubbedAgain(event: RunEvent, secrets: KnownSecrets): RunEvent {
  if (secrets.isEmpty) return event;
  const line = JSON.stringify(event);
  const clean = scrubLine(line, secrets);
  return clean === line ? event : (JSON.parse(clean) as RunEvent);
}

/** Units of a text that a page is sent at once; a message may hold a whole body. */
const shownUnits = 64 * 1024;

function shortened(text: string): string {
  if (text.length <= shownUnits) return text;
  const start = text.slice(0, shownUnits - 1);
  return `${/[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start}…`;
}
