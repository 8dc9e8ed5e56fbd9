import type { Box } from '#shared/flow/box.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { membersOf } from '#shared/flow/edit-groups.ts';
import { frameBox } from '#shared/flow/group-frame.ts';
import type { Group } from '#shared/flow/group.ts';
import { cardBox } from '../node-size.ts';

/** The card that stands for a collapsed group. */
export const collapsedHeightPx = 62;
/** Where connections enter and leave it: on the line of its name. */
export const collapsedHeadPx = 17.5;
const widthPx = { min: 184, max: 280 } as const;
/** Chevron, gaps, padding and the signs of problems. */
const aroundNamePx = 84;
const letterPx = 7.2;

/** The frame of a group as it is drawn. */
export function frameOf(flow: Flow, group: Group): Box {
  return frameBox(group, membersOf(flow, group).map(cardBox));
}

/** A collapsed group stands where the corner of its frame is. */
export function collapsedBox({ name }: Pick<Group, 'name'>, { x, y }: Box): Box {
  const wanted = aroundNamePx + Math.ceil(name.length * letterPx);
  return { x, y, width: Math.min(widthPx.max, Math.max(widthPx.min, wanted)), height: collapsedHeightPx };
}

/** What is seen of a group: its frame, or the one card that stands for it. */
export function shownGroupBox(flow: Flow, group: Group, collapsed: ReadonlySet<string>): Box {
  const frame = frameOf(flow, group);
  return collapsed.has(group.id) ? collapsedBox(group, frame) : frame;
}
