import { handlebarsParser } from './handlebars.ts';

const base = handlebarsParser.lexer;

/** Handlebars' own rules, except that literal text may hold NUL, at which some of them stop. */
export const lexerRules: readonly RegExp[] = base.rules.map((rule) =>
  rule.source.includes('[^\\x00]') ? new RegExp(rule.source.replaceAll('[^\\x00]', '[\\s\\S]')) : rule,
);

/** The numbers of the rules that hold inside a tag. */
const insideTag = base.conditions['mu']?.rules ?? [];
const byCharacter = new Map<string, readonly number[]>();

/**
 * The rules inside a tag that can match text beginning with a character, in their order. The lexer would try all 38 at
 * every token, which is most of the time that parsing takes.
 */
export function rulesInsideTag(character: string): readonly number[] {
  // One list serves all characters beyond ASCII, which only words, white space and stray characters begin with.
  const key = character > '\u007f' ? '\u0080' : character;
  const known = byCharacter.get(key);
  if (known !== undefined) return known;
  const rules = insideTag.filter((rule) => canBegin(lexerRules[rule]?.source ?? '', key));
  byCharacter.set(key, rules);
  return rules;
}

/** How a rule's source begins, and what its matches then begin with. A rule of any other shape is always tried. */
const beginnings: readonly (readonly [RegExp, RegExp])[] = [
  [/^\^\(\?:\\s/, /^[\s\u0080]$/],
  [/^\^\(\?:\(~\)\?\\\}/, /^[~}]$/],
  [/^\^\(\?:-\?\[0-9\]/, /^[-0-9]$/],
  [/^\^\(\?:\[\\\/\.\]/, /^[/.]$/],
];

function canBegin(source: string, character: string): boolean {
  const beginning = beginnings.find(([shape]) => shape.test(source));
  if (beginning !== undefined) return beginning[1].test(character);
  const [, escaped, plain] = /^\^\(\?:(?:\\([^\w])|(["'=@a-z]))/.exec(source) ?? [];
  const literal = escaped ?? plain;
  return literal === undefined || literal === character;
}
