import { useCommands } from '../../../store/command-registry.ts';
import { flowWithId } from '../../../store/flow-with-id.ts';
import { findAsked, findStateNow, matchGoneTo, useFindState } from './find-store.ts';
import { matchShown } from './match-shown.ts';
import { foundIn, type Found } from './use-find.ts';

/** Offers to look for text in the flow in view. The text goes on being looked for when the panel is closed. */
export function useFindCommands(flowId: string, found: Found, nodeRevealed: (id: string) => void): void {
  const { query } = useFindState();
  const canStep = query.text !== '' && (!found.open || found.matches.length > 0);
  useCommands({
    'canvas.find': () => findAsked(markedWords()),
    'canvas.find-next': canStep ? () => foundStepped(flowId, 1, nodeRevealed) : null,
    'canvas.find-previous': canStep ? () => foundStepped(flowId, -1, nodeRevealed) : null,
  });
}

/** Goes to the next match, or the one before, round the ends. */
export function foundStepped(flowId: string, step: 1 | -1, nodeRevealed: (id: string) => void): void {
  const flow = flowWithId(flowId);
  const { at, open, query } = findStateNow();
  if (flow === undefined) return;
  const { matches } = foundIn(flow, query);
  const from = at === -1 && step === -1 ? 0 : at;
  const next = (from + step + matches.length) % matches.length;
  const match = matches[next];
  if (match === undefined) return;
  matchGoneTo(next);
  // Whoever has closed the panel goes on in the fields.
  matchShown(flowId, match, nodeRevealed, !open);
}

/** What somebody has marked in a text, to be looked for. */
function markedWords(): string {
  const element = document.activeElement;
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const words = isField
    ? element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0)
    : (document.getSelection()?.toString() ?? '');
  return words.includes('\n') || words.length > 200 ? '' : words;
}
