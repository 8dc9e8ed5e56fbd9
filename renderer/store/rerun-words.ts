import type { ChannelInput } from '#shared/ipc/contract.ts';
import type { StandIns, StandInShown } from '#shared/stand-in/stand-in.ts';
import { documentsStore } from './documents-store.ts';
import { standInWords } from './stand-ins.ts';

/** What a new run that goes on from the past does, in a sentence or two: calls may be sent, or something stands in for them. */
export function rerunWords(
  then: ChannelInput<'run.rerun-from'>['then'],
  nodeId: string | null,
  standIns: StandIns,
): string {
  switch (then) {
    case 'stay':
      return 'It has your value and shares what happened before. Nothing was sent again.';
    case 'step': {
      const standIn = Object.entries(standIns).find(([id]) => id === nodeId)?.[1];
      if (standIn === undefined) return 'It shares what happened before and sends this call again.';
      const shown = standInWords(
        standIn,
        (id) => documentsStore.getState().documents[id]?.document.name ?? null,
      );
      return `It shares what happened before. This call is made again, ${answeredBy(shown)}.`;
    }
    case 'go-on':
      return `It shares what happened before. What comes after is done anew${sentWords(Object.keys(standIns).length)}`;
  }
}

/** What answers a call, inside a sentence. */
export function answeredBy({ name, type }: StandInShown): string {
  return `answered by the ${type} “${name}”`;
}

function sentWords(standing: number): string {
  if (standing === 0) return ', and calls are sent.';
  return standing === 1
    ? '. 1 call stands in; others are sent.'
    : `. ${String(standing)} calls stand in; others are sent.`;
}
