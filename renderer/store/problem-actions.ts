import type { NodeId } from '#shared/ids/ids.ts';
import type { FieldPlace, Finding, Fix } from '#shared/lint/finding.ts';
import { documentSilenced, documentUnsilenced } from '#shared/lint/silence-in-document.ts';
import { bridge } from '../bridge/bridge.ts';
import { commandInvoked } from './command-registry.ts';
import { documentsOf } from './documents-of.ts';
import { documentEdited, documentsStore } from './documents-store.ts';
import { fieldFocusedOnceShown, onceShown } from './field-shown.ts';
import { newId } from './new-id.ts';
import { placePicked } from './place-picked.ts';
import { fieldVisited } from './places.ts';
import { fixesOffered, isSameFinding, problemGoneTo, problemsStore } from './problems-store.ts';
import { scenarioShownAs } from './scenario-texts.ts';
import { selectionOf } from './selection-store.ts';
import { toasts } from './toasts.ts';
import { activeDocumentId, documentOpened, panelTabShown, viewStore } from './view-store.ts';

/** Mends a finding, as one step for undo. */
export function problemFixed({ place }: Finding, fix: Fix): void {
  documentEdited(place.documentId, (document) => fix.edit(document, () => newId('nd')));
}

/** Silences the rule of a finding where it was told, as one step for undo. */
export function problemSilenced(finding: Finding, reason: string): void {
  documentEdited(finding.place.documentId, (document) => documentSilenced(document, finding, reason));
}

/** Silences a rule for the whole workspace, or without a reason lets it be told again; says so where that was not written. */
export async function ruleSilenced(rule: string, reason: string | null): Promise<void> {
  const { opening } = documentsStore.getState().workspace;
  const silenced = await bridge.call['workspace.silence']({ opening, rule, reason });
  if (!silenced.ok) {
    const title = reason === null ? 'The rule was not let be told again' : 'The rule was not silenced';
    toasts.show({ title, body: silenced.failure.message, icon: 'warning', urgent: true });
    return;
  }
  documentsStore.setState(({ workspace }) =>
    workspace.opening === opening ? { workspace: { ...workspace, silenced: silenced.value } } : {},
  );
}

/** Lets the rule of a finding be told again: where it was silenced, there or for the whole workspace. */
export function problemUnsilenced(finding: Finding): void {
  const { documentId } = finding.place;
  const document = documentsStore.getState().documents[documentId]?.document;
  const isSilencedThere = document !== undefined && documentUnsilenced(document, finding) !== document;
  if (!isSilencedThere) void ruleSilenced(finding.ruleId, null);
  else documentEdited(finding.place.documentId, (document) => documentUnsilenced(document, finding));
}

/** Goes to where a finding is: its document, its node, and there the field or the card. */
export function problemShown(finding: Finding): void {
  const { documentId, nodeId, exit, field } = finding.place;
  problemGoneTo(finding);
  const exitField = exit === null || !isCall(documentId, nodeId) ? null : exitOfCall(exit);
  fieldShown(documentId, nodeId, exit === null ? field : exitField);
}

/** Opens a document, there a node, and gives the focus to a field; where there is none for it to the card. */
export function fieldShown(documentId: string, nodeId: NodeId | null, wanted: FieldPlace | null): void {
  if (nodeId === null) documentOpened(documentId);
  else placePicked(documentId, { nodeId, tab: wanted?.tab ?? null });
  if (wanted !== null) {
    fieldVisited(wanted, true);
    // Fields are those of the form, whatever its tab shows.
    if (formatOf(documentId) === 'flowbench.scenario') scenarioShownAs(documentId, false);
  }
  focusOnceShown(wanted, formatOf(documentId) === 'flowbench.flow');
}

/** An API Call has a field for each exit; other nodes have their exits on the card only. */
const exitOfCall = (exit: string): FieldPlace => ({
  field: `${exit} leads to`,
  tab: 'exits',
  row: null,
  range: null,
});

function isCall(documentId: string, nodeId: string | null): boolean {
  const document = documentsStore.getState().documents[documentId]?.document;
  const nodes = document?.format === 'flowbench.flow' ? document.nodes : [];
  return nodes.find(({ id }) => id === nodeId)?.kind === 'api-call';
}

/** Focuses a field; where the editor has none for it the card. */
function focusOnceShown(wanted: FieldPlace | null, hasCanvas: boolean): void {
  const toCard = () => {
    if (hasCanvas) commandInvoked('canvas.focus');
  };
  if (wanted === null) requestAnimationFrame(toCard);
  else fieldFocusedOnceShown(wanted, toCard);
}

/** Goes to the next finding, or the one before, round the ends; from the first where none was gone to. */
export function problemStepped(step: 1 | -1): void {
  const { findings, current } = problemsStore.getState();
  if (findings.length === 0) return;
  const at = current === null ? -1 : findings.findIndex((each) => isSameFinding(each, current));
  const from = at === -1 && step === -1 ? 0 : at;
  const next = findings[(from + step + findings.length) % findings.length];
  if (next !== undefined) problemShown(next);
}

/** Offers the ways to mend the finding that was gone to last, or the first one of the selected node: in the list. */
export function fixesAsked(): void {
  const { findings, current } = problemsStore.getState();
  const active = activeDocumentId(viewStore.getState());
  const [selected] = active === null ? [] : selectionOf(active).nodes;
  const here = findings.filter(({ place, fixes }) => place.documentId === active && fixes.length > 0);
  const known = current === null ? undefined : findings.find((each) => isSameFinding(each, current));
  const wanted = known ?? here.find(({ place }) => place.nodeId === selected) ?? here[0];
  if (wanted === undefined) return;
  problemGoneTo(wanted);
  listShown();
  fixesOffered(wanted);
}

/** Shows the list and gives it the focus; where nothing open has a panel, together with the first document that is told about. */
export function problemsShown(): void {
  listShown();
  onceShown(
    () => {
      const row = document.querySelector<HTMLElement>(
        '[role="treegrid"][aria-label="Problems"] [tabindex="0"]',
      );
      row?.focus();
      return row !== null;
    },
    () => undefined,
  );
}

function listShown(): void {
  const active = activeDocumentId(viewStore.getState());
  const [first] = problemsStore.getState().findings.filter(({ place }) => hasPanel(place.documentId));
  const shown = first?.place.documentId ?? anyFlow(active);
  if (!hasPanel(active) && shown !== null) documentOpened(shown);
  panelTabShown('problems');
}

/** A flow to list problems below, where only documents without a panel have some: that of the scenario in view, or any. */
function anyFlow(active: string | null): string | null {
  const { documents } = documentsStore.getState();
  const shown = documents[active ?? '']?.document;
  if (shown?.format === 'flowbench.scenario' && documents[shown.flow] !== undefined) return shown.flow;
  return documentsOf(documents, 'flowbench.flow')[0]?.id ?? null;
}

/** Only flows and endpoints have a panel below them. */
function hasPanel(id: string | null): boolean {
  const format = formatOf(id ?? '');
  return format === 'flowbench.flow' || format === 'flowbench.endpoint';
}

function formatOf(id: string) {
  return documentsStore.getState().documents[id]?.document.format;
}
