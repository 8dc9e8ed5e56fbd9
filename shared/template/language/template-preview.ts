import { secretRead } from '../../environment/secrets-read.ts';
import { maskText } from '../../request/masked-request.ts';
import { renderTemplate } from '../render-template.ts';
import type { Rendered, TemplateWarning } from '../rendered.ts';
import { sourceOffsets } from '../source-position.ts';
import type { TemplateField } from '../template-field.ts';
import { templateParts } from '../template-parts.ts';
import type { ValueObject } from '../../value/value.ts';
import { readJson } from '../../value/read-json.ts';
import { nameKnown } from './place-scope.ts';
import type { TemplateKnowledge } from './template-knowledge.ts';

/** What a template would give with the values at hand, in pieces that say where they come from. */
export type TemplatePreview =
  | { readonly kind: 'text'; readonly pieces: readonly PreviewPiece[]; readonly isCut: boolean }
  /** One sentence: why there is no text. */
  | { readonly kind: 'failure'; readonly message: string };

/** A piece of the text: the template's own, or what an expression gave. */
export interface PreviewPiece {
  readonly text: string;
  /** The expression with its braces; `null` for the template's own text. */
  readonly expression: string | null;
  /** An expression that has no value at hand, so that it gives no text. */
  readonly isMissing: boolean;
}

/** What a preview renders with. */
export interface PreviewValues {
  /** Variables and values of the environment; nothing secret. */
  readonly values: ValueObject;
  readonly knowledge: TemplateKnowledge;
  /** Stands for `@request`, where there is a persona. */
  readonly request?: ValueObject | undefined;
  /** Further system names: `{ sample: { url } }` gives `@sample.url`. */
  readonly extra?: ValueObject | undefined;
  /** ISO 8601: stands for `@now`. */
  readonly now: string;
}

/** A preview is to be read; what is longer is cut. */
const mostUnits = 4000;
const sampleUuid = '00000000-0000-4000-8000-000000000000';

/** What a template would give; `null` where it holds no expression, so that it is its own preview. */
export function templatePreview(
  source: string,
  field: TemplateField,
  given: PreviewValues,
): TemplatePreview | null {
  if (templateParts(source).every(({ kind }) => kind === 'text')) return null;
  const { values, knowledge, now, request, extra } = given;
  const secrets = secretsOf(knowledge, values);
  const environment = { ...values, ...Object.fromEntries([...secrets].map((name) => [name, maskText])) };
  const rendered = renderTemplate(source, field, {
    variables: values,
    environment,
    system: {
      now,
      uuid: () => sampleUuid,
      flow: flowOf(knowledge),
      ...(request === undefined ? {} : { request }),
      ...(extra === undefined ? {} : { extra }),
    },
  });
  if (!rendered.ok) return { kind: 'failure', message: rendered.failure.message };
  return { kind: 'text', ...shownPieces(masked(rendered.value, secrets), source) };
}

/** A variable of the same name goes before a secret. */
function secretsOf({ names }: TemplateKnowledge, values: ValueObject): ReadonlySet<string> {
  const secrets = names.filter(({ name, secret }) => secret === true && !Object.hasOwn(values, name));
  return new Set(secrets.map(({ name }) => name));
}

/** Nothing of a secret is here, but what a helper makes of its dots would look as if something were. */
function masked(rendered: Rendered, secrets: ReadonlySet<string>): Rendered {
  if (secrets.size === 0) return rendered;
  const isSecret = (name: string) => secretRead(name.split('.'), secrets, { variables: {} }) !== null;
  const segments = rendered.segments.map((segment) =>
    segment.names?.some(isSecret) === true ? { ...segment, text: maskText } : segment,
  );
  return { ...rendered, segments };
}

function shownPieces(
  { segments, text, warnings }: Rendered,
  source: string,
): Omit<Extract<TemplatePreview, { kind: 'text' }>, 'kind'> {
  const pieces: PreviewPiece[] = [];
  const valueless = placesOf(warnings, source);
  let left = mostUnits;
  for (const { text: whole, from, start, end } of segments) {
    if (left <= 0) break;
    const expression = from === 'expression' ? source.slice(start, end) : null;
    const isMissing = whole === '' && expression !== null && valueless.some((at) => start <= at && at < end);
    if (whole !== '' || isMissing) pieces.push({ text: whole.slice(0, left), expression, isMissing });
    left -= whole.length;
  }
  return { pieces, isCut: text.length > mostUnits };
}

/** Where names stand that have no value: offsets in the source. */
function placesOf(warnings: readonly TemplateWarning[], source: string): readonly number[] {
  return warnings.length === 0 ? [] : warnings.map(sourceOffsets(source));
}

/** The flow that the place belongs to, as far as it is known. */
function flowOf(knowledge: TemplateKnowledge): { readonly id: string; readonly name: string } {
  const keys = nameKnown('@flow', knowledge)?.shape?.keys;
  const sampleOf = (key: string): string => {
    const read = readJson(keys?.get(key)?.sample ?? '');
    return read.ok && typeof read.value === 'string' ? read.value : '';
  };
  return { id: sampleOf('id'), name: sampleOf('name') };
}
