import type { WebContents } from 'electron';
import { eventContract, type EventName, type EventPayload } from '#shared/ipc/contract.ts';
import type { ReportDefect } from './answer-call.ts';
import { ShapeError } from './shape-error.ts';

/** Tells the page something. */
export type PublishEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/**
 * The one way to tell the page something unasked. A payload with a field that the contract does not name is reported and
 * not sent; without a page nobody is told, because a page that loads asks for everything first.
 */
export function eventPublisher(page: () => WebContents | null, report: ReportDefect): PublishEvent {
  return (name, payload) => {
    const parsed = eventContract[name].safeParse(payload);
    if (!parsed.success) {
      report(name, new ShapeError('The event', parsed.error));
      return;
    }
    const contents = page();
    if (contents !== null && !contents.isDestroyed()) contents.send(name, parsed.data);
  };
}
