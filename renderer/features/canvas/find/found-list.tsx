import type { FlowMatch } from '#shared/find/find-in-flow.ts';
import { matchContext } from '#shared/find/match-context.ts';
import { fieldAndRow } from '#shared/flow/node-texts.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { noteTitle } from '#shared/nodes/note-node.ts';
import { useFlow } from '../../../store/use-documents.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon, type IconName } from '../../../ui/icon/icon.tsx';
import styles from './find-panel.module.css';

interface FoundListProps {
  readonly flowId: string;
  readonly matches: readonly FlowMatch[];
  readonly at: number;
  readonly onGo: (index: number, match: FlowMatch) => void;
}

/** More rows than this are not made at once: the list shows the part round the match that was gone to. */
const mostRows = 200;

export const foundRowId = (index: number): string => `found-${String(index)}`;

/** What was found, each with its field and the line in which it stands. */
export function FoundList({ at, flowId, matches, onGo }: FoundListProps) {
  const ownerOf = useOwners(flowId);
  const first = Math.max(0, Math.min(at - mostRows / 2, matches.length - mostRows));
  return (
    <div
      id="found-list"
      role="listbox"
      aria-label="Found"
      className={styles.list}
      hidden={matches.length === 0}
    >
      {matches.slice(first, first + mostRows).map((match, offset) => {
        const index = first + offset;
        const { icon, name } = ownerOf(match);
        const { after, before, found } = matchContext(match.text, match);
        return (
          <div
            key={index}
            id={foundRowId(index)}
            role="option"
            aria-selected={index === at}
            ref={index === at ? intoView : undefined}
            className={classNames(styles.row, index === at && styles.current)}
            onClick={() => onGo(index, match)}
          >
            <Icon name={icon} size={14} />
            <span className={styles.owner}>{name}</span>
            <span className={styles.field}>{fieldAndRow(match)}</span>
            <span className={styles.context}>
              {before}
              <mark>{found}</mark>
              {after}
            </span>
          </div>
        );
      })}
    </div>
  );
}

// One function for all renderings, so that a row is only brought into view when it becomes the current one.
const intoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });

/** Whose text a match is, for the row of the list. */
function useOwners(flowId: string): (match: FlowMatch) => { readonly icon: IconName; readonly name: string } {
  const flow = useFlow(flowId);
  const nodes = new Map(flow?.nodes.map((node) => [node.id, node] as const));
  const groups = new Map(groupsOf(flow ?? {}).map((group) => [group.id, group] as const));
  return ({ groupId, nodeId }) => {
    const node = nodeId === null ? undefined : nodes.get(nodeId);
    if (node !== undefined)
      return { icon: node.kind, name: node.kind === 'note' ? noteTitle(node) : node.name };
    const group = groupId === null ? undefined : groups.get(groupId);
    return group === undefined
      ? { icon: 'flow', name: flow?.name ?? '' }
      : { icon: 'group', name: group.name };
  };
}
