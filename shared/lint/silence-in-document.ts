import type { WorkspaceDocument } from '../workspace/document.ts';
import type { FindingPlace } from './finding.ts';
import { silenceReason, withoutSilence, withSilence, type Silencing } from './silenced-rule.ts';

/** A rule, and the node or document of which it shall be told no more. */
export interface SilenceWish {
  readonly ruleId: string;
  readonly place: Pick<FindingPlace, 'nodeId'>;
}

/** The document with a rule silenced where it was told: at its node, or as a whole. */
export function documentSilenced(
  document: WorkspaceDocument,
  { place, ruleId }: SilenceWish,
  reason: string,
): WorkspaceDocument {
  return changedAt(document, place, (thing) => withSilence(thing, ruleId, reason));
}

/** The document with a rule told again. */
export function documentUnsilenced(
  document: WorkspaceDocument,
  { place, ruleId }: SilenceWish,
): WorkspaceDocument {
  return changedAt(document, place, (thing) =>
    silenceReason(thing, ruleId) === null ? thing : withoutSilence(thing, ruleId),
  );
}

function changedAt(
  document: WorkspaceDocument,
  { nodeId }: SilenceWish['place'],
  change: <Thing extends Silencing>(thing: Thing) => Thing,
): WorkspaceDocument {
  // Nothing is looked for in these.
  if (document.format === 'flowbench.fixture') return document;
  if (nodeId === null) return change(document);
  if (document.format !== 'flowbench.flow') return document;
  const nodes = document.nodes.map((node) => (node.id === nodeId ? change(node) : node));
  return nodes.every((node, at) => node === document.nodes[at]) ? document : { ...document, nodes };
}
