import { canBeRead, jsonTroubles } from '../lint/template-checks.ts';
import { isHostEntry } from '../request/allowed-host.ts';
import { safePattern } from '../template/helpers/safe-pattern.ts';
import { parsesNatively } from '../value/parses-natively.ts';
import type { DocumentText } from './document-find-texts.ts';
import { replaced, type Replacement } from './text-replacer.ts';

/** A replacement after which a text could do its work no longer. */
export interface BreakingReplacement extends Replacement {
  /** What would be so, as the end of a sentence. */
  readonly why: string;
}

/** The replacements of a text: those after which it is as sound as before, and those by which it would break. */
export interface ReplacementsByTrouble {
  readonly sound: readonly Replacement[];
  readonly breaking: readonly BreakingReplacement[];
}

/** Of so many in one text that breaks none is tried by itself. */
const mostTried = 100;

/**
 * Tells the replacements that would break a text from the others: a template or a pattern that could be read no longer, JSON
 * that would be none around its expressions, a host that would be none, a name that would be empty. What was broken before is nobody's fault.
 *
 * Where all of them together are sound, none is left out, also if one alone would not be.
 */
export function soundReplacements(
  text: DocumentText,
  replacements: readonly Replacement[],
): ReplacementsByTrouble {
  const whole = troubleAfter(text, replaced(text.text, replacements));
  if (whole === null) return { sound: replacements, breaking: [] };
  if (text.kind === 'name' || replacements.length > mostTried)
    return { sound: [], breaking: replacements.map((each) => ({ ...each, why: whole })) };
  const sound: Replacement[] = [];
  const breaking: BreakingReplacement[] = [];
  for (const each of replacements) {
    const why = troubleAfter(text, replaced(text.text, [...sound, each]));
    if (why === null) sound.push(each);
    else breaking.push({ ...each, why });
  }
  return { sound, breaking };
}

function troubleAfter(text: DocumentText, after: string): string | null {
  const { field, kind } = text;
  if (after === text.text) return null;
  if (kind === 'name') return isEmptied(text.text, after) ? `“${field}” would be empty` : null;
  const canRead = readers[kind];
  if (canRead !== undefined && canRead(text.text) && !canRead(after))
    return `the ${kind} in “${field}” could not be read any more`;
  if (text.isJson !== true || !isJsonTemplate(text.text) || isJsonTemplate(after)) return null;
  return `what is in “${field}” would be no JSON any more`;
}

const isEmptied = (before: string, after: string): boolean => before.trim() !== '' && after.trim() === '';

/** How it is found out whether a text that is read by a machine can be. */
const readers: Readonly<Partial<Record<DocumentText['kind'], (text: string) => boolean>>> = {
  template: (text) => !text.includes('{{') || canBeRead(text),
  pattern: (text) => safePattern(text, '').ok,
  host: isHostEntry,
};

/** Nothing at all is no broken JSON: such a body or default is none. */
function isJsonTemplate(text: string): boolean {
  return text.trim() === '' || parsesNatively(text) || jsonTroubles(text).length === 0;
}
