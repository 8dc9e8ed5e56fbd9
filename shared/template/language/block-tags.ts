import { templateParts } from '../template-parts.ts';
import { tagTokens, type TagToken } from './tag-tokens.ts';

/** A tag of a block: its opening, an `else`, or its closing. */
export interface BlockTag {
  readonly role: 'open' | 'else' | 'close';
  /** The block's name as written there; empty for `{{else}}` and `{{^}}`. */
  readonly name: string;
  readonly tokens: readonly TagToken[];
  readonly start: number;
  readonly end: number;
}

/** A block whose tags belong together; `close` is missing where nothing closes it. */
export interface TagGroup {
  readonly open: BlockTag;
  readonly elses: readonly BlockTag[];
  readonly close: BlockTag | null;
}

/** The tags of all blocks, in order. */
export function blockTags(source: string): readonly BlockTag[] {
  return templateParts(source).flatMap((part) => {
    if (part.kind !== 'block') return [];
    const tokens = tagTokens(part);
    const role = roleOf(tokens);
    if (role === null) return [];
    const name = tokens.find((token) => token.kind === 'block')?.text ?? '';
    return [{ role, name, tokens, start: part.start, end: part.end }];
  });
}

function roleOf([braces, second]: readonly TagToken[]): BlockTag['role'] | null {
  if (second?.kind === 'keyword' && second.text === 'else') return 'else';
  const sign = braces?.text.replace(/^\{\{~?/, '');
  if (sign === '/') return 'close';
  // `{{^}}` divides, `{{^if x}}` opens.
  if (sign === '^' && second?.kind !== 'block') return 'else';
  return sign === '>' ? null : 'open';
}

/** Puts the tags of each block together, in the order of their openings. A closing tag that fits nothing open is left out. */
export function tagGroups(tags: readonly BlockTag[]): readonly TagGroup[] {
  const groups: { open: BlockTag; elses: BlockTag[]; close: BlockTag | null }[] = [];
  const open: (typeof groups)[number][] = [];
  for (const tag of tags) {
    if (tag.role === 'open') {
      const group = { open: tag, elses: [], close: null };
      groups.push(group);
      open.push(group);
    } else if (tag.role === 'else') open.at(-1)?.elses.push(tag);
    else {
      const at = open.findLastIndex((group) => group.open.name === tag.name);
      // What was opened inside and never closed ends here too.
      if (at !== -1) (open.splice(at)[0] ?? { close: null }).close = tag;
    }
  }
  return groups;
}

/** The blocks that a place lies in, outermost first. */
export function groupsAround(groups: readonly TagGroup[], offset: number): readonly TagGroup[] {
  return groups.filter(({ open, close }) => open.end <= offset && (close === null || offset <= close.start));
}

/** The tags that belong to the block whose tag is at a place: to be highlighted together. `null` where none is. */
export function tagPairAt(source: string, offset: number): readonly BlockTag[] | null {
  const holds = ({ start, end }: BlockTag) => start <= offset && offset <= end;
  for (const { open, elses, close } of tagGroups(blockTags(source))) {
    const tags = [open, ...elses, ...(close === null ? [] : [close])];
    if (tags.some(holds)) return tags;
  }
  return null;
}
