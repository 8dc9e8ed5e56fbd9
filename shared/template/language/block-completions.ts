import { blockHelp, type BlockHelp } from './block-help.ts';
import { blockTags, groupsAround, tagGroups, type TagGroup } from './block-tags.ts';
import { hasMoreBehind, keyword, type CompletionPlace } from './completion-place.ts';
import type { TemplateCompletion } from './template-completion.ts';

/** Blocks with their closing tag; only the name where the tag has its value already. */
export function blockItems(place: CompletionPlace, sign: '' | '#'): readonly TemplateCompletion[] {
  const { tag } = place;
  const isAlone = !tag.closed || !hasMoreBehind(place);
  return blockHelp.map((block) => ({
    label: `${sign}${block.name}`,
    kind: 'block',
    insert: isAlone ? `${sign}${blockSnippet(block)}` : `${sign}${block.name}`,
    isSnippet: isAlone,
    detail: block.signature,
    documentation: block.description,
    ...(isAlone && tag.closed ? { end: tag.part.end } : {}),
  }));
}

function blockSnippet({ name, operand }: BlockHelp): string {
  return `${name} \${1:${operand}}}}$0{{/${name}}}`;
}

/** The innermost open block first: it is the one that can be closed. */
export function closingItems(place: CompletionPlace): readonly TemplateCompletion[] {
  return openNames(place)
    .reverse()
    .map((name) => keyword(name, place.tag.closed ? name : `${name}}}`, 'closes the block'));
}

/** `else`, inside a block. */
export function elseWord(place: CompletionPlace): readonly TemplateCompletion[] {
  return openNames(place).length === 0 ? [] : [keyword('else', 'else', 'what is written otherwise')];
}

/** The block that `else` goes on with. */
export function elseItems(place: CompletionPlace): readonly TemplateCompletion[] {
  if (openNames(place).length === 0) return [];
  return blockHelp.map(({ name, signature, description, operand }) => ({
    label: name,
    kind: 'block',
    insert: `${name} \${1:${operand}}`,
    isSnippet: true,
    detail: signature,
    documentation: description,
  }));
}

/** The blocks around the tag that nothing closes yet, or whose closing comes later, outermost first. */
function openNames({ source, tag, sign }: CompletionPlace): string[] {
  const isOther = ({ close }: TagGroup) => close === null || close.start !== tag.part.start;
  const groups = tagGroups(blockTags(source));
  return groupsAround(groups, tag.part.start)
    .filter((group) => sign !== '/' || group.close === null || !isOther(group))
    .map(({ open }) => open.name);
}
