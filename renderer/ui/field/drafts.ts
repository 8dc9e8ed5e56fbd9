// What is typed into a field and not handed over yet: nothing of it may be lost, however the field comes to an end.
import { useEffect, useEffectEvent } from 'react';

type HandOver = () => unknown;

const drafts = new Set<HandOver>();
const underWay = new Set<Promise<unknown>>();

/**
 * Hands a field's draft over when the field is taken away, and whenever everything typed is wanted: before a save, a run,
 * another workspace and the end. React tells no field that it is left when it removes it, so blur alone loses text.
 * `handOver` is called often and does nothing where nothing is typed.
 */
export function useDraft(handOver: HandOver): void {
  const latest = useEffectEvent(handOver);
  useEffect(() => {
    const draft = () => handedOver(latest());
    drafts.add(draft);
    return () => {
      drafts.delete(draft);
      draft();
    };
  }, []);
}

/** Notes that something typed is on its way to where it is kept, so that `draftsKept` waits for it. */
export function handedOver(result: unknown): void {
  if (!(result instanceof Promise)) return;
  const work: Promise<unknown> = result.finally(() => underWay.delete(work));
  underWay.add(work);
}

/** Hands over what is typed in every field. */
export function draftsWanted(): void {
  for (const draft of [...drafts]) draft();
}

/** Hands over what is typed in every field, and waits until secrets among it are kept. */
export async function draftsKept(): Promise<void> {
  draftsWanted();
  await Promise.all(underWay);
}
