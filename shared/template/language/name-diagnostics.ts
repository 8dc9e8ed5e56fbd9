import { nearestName } from '../nearest-name.ts';
import { templateNames, type TemplateName } from '../template-names.ts';
import { templateParts, type TemplatePart } from '../template-parts.ts';
import { tagAmong } from './tag-at.ts';
import { loopNames } from './name-completions.ts';
import { nameKnown } from './place-scope.ts';
import { replacement } from './problem-fixes.ts';
import type { TemplateDiagnostic, TemplateFix } from './template-diagnostic.ts';
import type { NameTrouble, TemplateKnowledge } from './template-knowledge.ts';

/** Names that have no value where the template stands, or perhaps none. Where nothing is known, nothing is wrong. */
export function nameDiagnostics(source: string, knowledge: TemplateKnowledge): readonly TemplateDiagnostic[] {
  if (knowledge.names.length === 0) return [];
  const parts = templateParts(source);
  return templateNames(source).flatMap((name) => {
    const isSystem = name.name.startsWith('@');
    const known = isSystem && name.name !== '@env' ? null : (knowledge.troubleWith?.(name) ?? null);
    const trouble = known ?? (isSystem ? systemTrouble(name, knowledge) : null);
    if (trouble === null) return [];
    const { start, end } = name;
    return [{ start, end, ...trouble, fixes: fixesFor(name, trouble, parts, knowledge) }];
  });
}

function systemTrouble({ name, path }: TemplateName, knowledge: TemplateKnowledge): NameTrouble | null {
  if (name === '@root') return null;
  if (loopNames.has(name)) return { severity: 'error', message: `${name} has a value inside #each only.` };
  const known = nameKnown(name, knowledge);
  if (known === undefined) return { severity: 'error', message: `There is no name ${name}.` };
  const [, key] = path;
  if (name !== '@env' || key === undefined || known.shape === null || known.shape.keys.has(key)) return null;
  const message =
    knowledge.noEnvironment === true
      ? `No environment is active, and the defaults have no value ${key}.`
      : `The active environment has no value ${key}.`;
  return { severity: 'error', message };
}

function fixesFor(
  name: TemplateName,
  { severity }: NameTrouble,
  parts: readonly TemplatePart[],
  knowledge: TemplateKnowledge,
): readonly TemplateFix[] {
  const fixes = [
    severity === 'error' ? meant(name, knowledge) : null,
    isMendedByDefault(name, knowledge) ? withDefault(name, parts) : null,
  ];
  return fixes.filter((fix) => fix !== null);
}

/** A default asks whether the name is set, which is no help for one that nothing sets. */
function isMendedByDefault(name: TemplateName, { troubleWith }: TemplateKnowledge): boolean {
  return !name.name.startsWith('@') && troubleWith?.({ ...name, asked: true }) === null;
}

function meant(name: TemplateName, knowledge: TemplateKnowledge): TemplateFix | null {
  const [, key] = name.path;
  if (name.name === '@env' && key !== undefined) {
    const values = nameKnown('@env', knowledge)?.shape?.keys.keys() ?? [];
    const nearest = nearestName(key, [...values]);
    return nearest === null ? null : replacement(`Change to @env.${nearest}`, name, `@env.${nearest}`);
  }
  const nearest = nearestName(
    name.name,
    knowledge.names.map((known) => known.name),
  );
  if (nearest === null) return null;
  return replacement(`Change to ${nearest}`, { start: name.nameStart, end: name.nameEnd }, nearest);
}

/** Writes something else where the name has no value. An expression of its own needs no brackets. */
function withDefault({ start, end }: TemplateName, parts: readonly TemplatePart[]): TemplateFix | null {
  const tag = tagAmong(parts, end);
  if (tag?.closed !== true) return null;
  const isAlone = tag.tokens.length === 3 && tag.part.kind === 'expression';
  const call = `default ${tag.part.text.slice(start - tag.part.start, end - tag.part.start)} ""`;
  return replacement('Add a default', { start, end }, isAlone ? call : `(${call})`);
}
