import { TemplateStop } from '../template-problem.ts';
import type { SourceRange } from './template-tree.ts';

/** The stop for a place where the template cannot be read; `detail` says why, without a full stop. */
export function syntaxStop(offset: number, detail: string): TemplateStop {
  return new TemplateStop({ code: 'template-syntax', offset, placeholders: { detail } });
}

/** The stop for a tag whose closing braces are missing. */
export function unclosedTagStop(source: string, start: number): TemplateStop {
  const lineEnd = /[\r\n]|$/.exec(source.slice(start))?.index ?? 0;
  return new TemplateStop({
    code: 'template-expression-unclosed',
    offset: start,
    blame: { start, end: start + Math.min(lineEnd, 80) },
  });
}

/** The stop for an opening tag that no closing tag follows. */
export function unclosedBlockStop(source: string, start: number): TemplateStop {
  const block = tagName(source, start);
  return new TemplateStop({
    code: 'template-block-unclosed',
    offset: start,
    blame: tagRange(source, start),
    name: block,
    placeholders: { block, closing_tag: `{{/${block}}}` },
  });
}

/** The stop for a closing tag that no opening tag precedes. */
export function unopenedBlockStop(source: string, start: number): TemplateStop {
  const range = tagRange(source, start);
  return new TemplateStop({
    code: 'template-block-unopened',
    offset: start,
    blame: range,
    name: tagName(source, start),
    placeholders: { found: source.slice(range.start, range.end) },
  });
}

/** The stop for a closing tag that names another block than the one that is open. */
export function mismatchStop(source: string, start: number, block: string): TemplateStop {
  const range = tagRange(source, start);
  return new TemplateStop({
    code: 'template-block-mismatch',
    offset: start,
    blame: range,
    name: block,
    placeholders: { found: source.slice(range.start, range.end), block, closing_tag: `{{/${block}}}` },
  });
}

/** What Handlebars has and Flowbench does not. */
export type RefusedFeature =
  'template-partial-refused' | 'template-decorator-refused' | 'template-raw-block-refused';

/** The stop for a feature that is refused by its opening braces alone. */
export function refusedStop(source: string, start: number, code: RefusedFeature): TemplateStop {
  const name = tagName(source, start);
  const placeholders = code === 'template-partial-refused' && name !== '' ? { name } : {};
  return new TemplateStop({ code, offset: start, blame: tagRange(source, start), name, placeholders });
}

/** The first word behind a tag's opening braces and signs; empty where there is none. */
function tagName(source: string, start: number): string {
  const tag = source.slice(start, start + 200);
  return /^\{+~?[#^/>*&]*\s*(?:else\s+)?([^\s(){}~|=]*)/.exec(tag)?.[1] ?? '';
}

/** A tag from its opening braces to the first closing ones behind `inside`. */
export function tagRange(source: string, start: number, inside = start): SourceRange {
  const close = source.indexOf('}}', inside);
  return { start, end: close === -1 ? source.length : close + 2 };
}
