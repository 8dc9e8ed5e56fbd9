import type { CommandId } from '#shared/commands/commands.ts';
import { commands } from '#shared/commands/commands.ts';
import { nodeSummary } from '#shared/flow/node-summary.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeKindTitles } from '#shared/nodes/node.ts';
import { documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { folderInWords } from '#shared/workspace/folder-path.ts';
import { bridge } from '../../bridge/bridge.ts';
import { commandKeys } from '../../store/command-keys.ts';
import { commandInvoked, isCommandOffered } from '../../store/command-registry.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { toasts } from '../../store/toasts.ts';
import { documentOpened } from '../../store/view-store.ts';
import type { IconName } from '../../ui/icon/icon.tsx';
import { matchText, type TextMatch } from './match-text.ts';

/** Something that the palette finds and does. */
export interface PaletteItem {
  readonly key: string;
  readonly group: string;
  readonly icon: IconName;
  readonly title: string;
  readonly context: string;
  readonly keys: string;
  readonly choose: () => void;
}

export interface FoundItem {
  readonly item: PaletteItem;
  readonly title: TextMatch | null;
  readonly context: TextMatch | null;
}

/** What each first character of the input narrows the palette to. */
export const prefixes = { '>': 'Commands', '@': 'Nodes', '#': 'Variables' } as const;
type Prefix = keyof typeof prefixes;

/** Rows of one group at most, so that every group is seen. */
const rowsOfGroup = 8;

/** The items that a query finds, best first within their groups. */
export function foundItems(items: readonly PaletteItem[], input: string): readonly FoundItem[] {
  const prefix = isPrefix(input[0]) ? input[0] : null;
  const query = (prefix === null ? input : input.slice(1)).trim();
  const wanted = prefix === null ? null : prefixes[prefix];
  const groups = new Map<string, (FoundItem & { score: number })[]>();
  for (const item of items) {
    if (wanted !== null && !item.group.startsWith(wanted)) continue;
    const found = find(item, query);
    if (found !== null) groups.set(item.group, [...(groups.get(item.group) ?? []), found]);
  }
  const limit = wanted === null ? rowsOfGroup : Infinity;
  return [...groups.values()].flatMap((found) => found.sort((a, b) => a.score - b.score).slice(0, limit));
}

function find(item: PaletteItem, query: string): (FoundItem & { score: number }) | null {
  const title = matchText(query, item.title);
  if (title !== null) return { item, title, context: null, score: title.score };
  const context = matchText(query, item.context);
  return context === null ? null : { item, title: null, context, score: context.score + 10 };
}

function isPrefix(character: string | undefined): character is Prefix {
  return character !== undefined && character in prefixes;
}

/** A document and the file that it is in. */
interface PlacedDocument {
  readonly document: WorkspaceDocument;
  readonly file: string;
}

/** Everything there is to find now: nodes and variables of the flow in view, documents, and the commands on offer. */
export function paletteItems(
  documents: readonly PlacedDocument[],
  flow: Flow | undefined,
): readonly PaletteItem[] {
  return [
    ...(flow === undefined ? [] : nodeItems(flow)),
    ...documents.map(documentItem),
    ...commands.filter(({ id }) => id !== 'palette.open' && isCommandOffered(id)).map(commandItem),
    ...(flow === undefined ? [] : variableItems(flow)),
  ];
}

function nodeItems(flow: Flow): readonly PaletteItem[] {
  return flow.nodes.map((node) => ({
    key: node.id,
    group: `Nodes in ${flow.name}`,
    icon: node.kind,
    title: node.name,
    context: nodeSummary(node) || nodeKindTitles[node.kind],
    keys: '',
    choose: () => {
      nodePicked(flow.id, node.id);
      commandInvoked('canvas.focus');
    },
  }));
}

/** What a document is, where it has no description. */
const kindWords = {
  flow: 'Flow',
  endpoint: 'API endpoint',
  environment: 'Environment',
  fixture: 'Fixture',
  scenario: 'Scenario',
} as const;

const groupOf = {
  flow: 'Flows, endpoints and environments',
  endpoint: 'Flows, endpoints and environments',
  environment: 'Flows, endpoints and environments',
  fixture: 'Fixtures',
  scenario: 'Scenarios',
} as const;

function documentItem({ document, file }: PlacedDocument): PaletteItem {
  const kind = documentKind(document);
  const about =
    'description' in document && document.description !== '' ? document.description : kindWords[kind];
  const folder = folderInWords(file);
  return {
    key: document.id,
    group: groupOf[kind],
    icon: kind,
    title: document.name,
    context: folder === '' ? about : `${folder} · ${about}`,
    keys: '',
    choose: () => documentOpened(document.id),
  };
}

function commandItem(command: { id: CommandId; title: string; menu: string | null }): PaletteItem {
  return {
    key: command.id,
    group: 'Commands',
    icon: 'terminal',
    title: command.title,
    context: command.menu ?? '',
    keys: commandKeys(command.id),
    choose: () => void commandInvoked(command.id),
  };
}

function variableItems(flow: Flow): readonly PaletteItem[] {
  const names = new Map(variablesSet(flow.nodes).map(({ name, nodeId }) => [name, nodeId]));
  return [...names].map(([name, nodeId]) => ({
    key: `variable ${name}`,
    group: 'Variables',
    icon: 'variable',
    title: name,
    context: `set by ${flow.nodes.find((node) => node.id === nodeId)?.name ?? ''}, copies {{${name}}}`,
    keys: '',
    choose: () => void copied(name),
  }));
}

async function copied(name: string): Promise<void> {
  await bridge.call['clipboard.write']({ text: `{{${name}}}` });
  toasts.show({ title: `Copied {{${name}}}`, icon: 'copy' });
}
