import type { Flow } from '../flow/flow.ts';
import { succeeded, type Outcome } from '../outcome/outcome.ts';
import { flowFindTexts, type FlowText } from './flow-find-texts.ts';
import { textFinder, type FindQuery, type TextRange } from './text-finder.ts';

/** One place where a text of a flow was found. */
export interface FlowMatch extends FlowText, TextRange {}

/** What was found, in the order of the flow's nodes and their fields. */
export interface FlowMatches {
  readonly matches: readonly FlowMatch[];
  /** There are more than were gathered. */
  readonly isCut: boolean;
}

/** More than this nobody looks through one by one. */
export const mostMatches = 2000;

/** Looks for a query in every text of a flow; a pattern that cannot be read is a sentence about it. */
export function findInFlow(flow: Flow, query: FindQuery): Outcome<FlowMatches, string> {
  const finder = textFinder(query);
  if (!finder.ok) return finder;
  const matches: FlowMatch[] = [];
  for (const text of flowFindTexts(flow)) {
    for (const range of finder.value(text.text)) {
      if (matches.length === mostMatches) return succeeded({ matches, isCut: true });
      matches.push({ ...text, ...range });
    }
  }
  return succeeded({ matches, isCut: false });
}
