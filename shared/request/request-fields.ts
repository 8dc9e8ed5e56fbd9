import type { SecretSlot } from '../ids/ids.ts';
import { renderTemplate } from '../template/render-template.ts';
import type { KnownSecret } from '../secret/scrub/secret-pattern.ts';
import type { SecretUse } from '../secret/secret-slots.ts';
import type { RenderedSegment, TemplateWarning } from '../template/rendered.ts';
import type { TemplateFailure } from '../template/template-failure.ts';
import type { TemplateField } from '../template/template-field.ts';
import type { TemplateScope } from '../template/template-scope.ts';
import { statusPlaceholders } from '../response/call-statuses.ts';
import { PreparationStop } from './call-exception.ts';
import { hostPart } from './check-base-url.ts';
import {
  type EnvironmentSecrets,
  noEnvironmentSecrets,
  scopeWithSecrets,
  secretAmong,
} from './environment-secrets.ts';
import { wayOnOf, type SecretReading } from './secret-reading.ts';
import { shellVariable } from './shell-variable.ts';
import type { TextPiece } from './text-piece.ts';
import { valueOrigins } from './value-origin.ts';

/** A warning of a template and the field it stands in, in words. */
export interface PreparationWarning extends TemplateWarning {
  readonly field: string;
}

/** Where the fields of a request get their texts from. */
export interface FieldSources {
  /** The plain values; secrets of the environment come from `environmentSecrets`. */
  readonly scope: TemplateScope;
  readonly environmentSecrets: EnvironmentSecrets;
  /**
   * @param origin scheme, host and port that the secret would be sent to
   * @param use who gets it there: what is kept for one of them is nobody else's
   */
  readonly secret: (slot: SecretSlot, origin: string, use: SecretUse) => SecretReading;
}

/** Renders the fields of one request and keeps account of what they used. */
export class RequestFields {
  readonly warnings: PreparationWarning[];
  /** Every secret that went into the request. */
  readonly secrets: KnownSecret[];
  readonly #sources: FieldSources;
  readonly #use: SecretUse;

  constructor(sources: FieldSources, account?: Pick<RequestFields, 'warnings' | 'secrets'>, use?: SecretUse) {
    this.#sources = sources;
    this.warnings = account?.warnings ?? [];
    this.secrets = account?.secrets ?? [];
    this.#use = use ?? 'request';
  }

  /** The same fields and account for what somebody else than the API gets: the token's server, or the proxy. */
  for(use: SecretUse): RequestFields {
    return new RequestFields(this.#sources, this, use);
  }

  /** The same fields where a secret's name is unknown, because what is rendered there is seen: a browser's address. */
  withoutSecrets(): RequestFields {
    const sources = { ...this.#sources, environmentSecrets: noEnvironmentSecrets };
    return new RequestFields(sources, this, this.#use);
  }

  /**
   * Renders a template, or stops the preparation with its failure.
   *
   * @param place the field in words, as sentences name it
   * @param header name of the header whose value it is
   */
  render(template: string, field: TemplateField, place: string, header?: string): readonly TextPiece[] {
    const { environmentSecrets, scope: plain } = this.#sources;
    const { scope, values } = scopeWithSecrets(template, plain, environmentSecrets, this.#use, place);
    this.secrets.push(...values.map((value) => ({ value })));
    const rendered = renderTemplate(template, field, scope);
    if (!rendered.ok) {
      // One character of a secret is still a part of it.
      const failure = values.length === 0 ? rendered.failure : withoutCharacters(rendered.failure);
      throw templateStop(failure, place, values.length === 0, header);
    }
    this.warnings.push(...rendered.value.warnings.map((warning) => ({ ...warning, field: place })));
    return rendered.value.segments.map((segment) => this.#piece(segment));
  }

  /**
   * Takes a secret from the vault, or stops the preparation because there is none.
   *
   * @param name the secret in words
   * @param endpoint name of the endpoint that it belongs to
   */
  secret(
    slot: SecretSlot,
    origin: string,
    name: string,
    endpoint: string,
    use: SecretUse = 'request',
  ): TextPiece {
    const reading = this.#sources.secret(slot, origin, use);
    if (reading.state !== 'set') throw secretStop(reading, name, endpoint, origin);
    this.secrets.push({ value: reading.value });
    return { text: reading.value, from: 'secret', variable: shellVariable(endpoint, name) };
  }

  #piece({ from, names = [], text }: RenderedSegment): TextPiece {
    if (from === 'literal') return { text, from };
    const { environmentSecrets, scope } = this.#sources;
    const secretName = secretAmong(names, environmentSecrets, scope);
    if (secretName === null) return { text, from, ...originsOf(names, scope) };
    this.secrets.push({ value: text });
    return { text, from: 'secret', variable: shellVariable(secretName) };
  }
}

function originsOf(names: readonly string[], scope: TemplateScope): Pick<TextPiece, 'origins'> {
  return names.length === 0 ? {} : { origins: valueOrigins(names, scope) };
}

function withoutCharacters(failure: TemplateFailure): TemplateFailure {
  const { placeholders } = failure;
  const hidden = 'character' in placeholders ? { character: 'a character of its secret' } : {};
  return { ...failure, placeholders: { ...placeholders, ...hidden } };
}

/** @param quotes whether the template's own sentence may be shown, which can quote a character of a value */
function templateStop(
  failure: TemplateFailure,
  field: string,
  quotes: boolean,
  header = field,
): PreparationStop {
  const { code, column, line, message } = failure;
  const expression = failure.expression ?? null;
  const blamed = code === 'url-host-missing' ? (expression ?? hostPart) : expression;
  const placeholders = { ...failure.placeholders, expression: blamed, field, header };
  // The template does not know where it stands, so its own sentence serves only where the field is not named.
  const namesField = statusPlaceholders(code).some((name) => name === 'field' || name === 'header');
  const details = { field, line, column, expression };
  const isListed = namesField || (!quotes && 'character' in placeholders);
  return new PreparationStop(code, placeholders, isListed ? details : { ...details, sentence: message });
}

function secretStop(
  reading: Exclude<SecretReading, { state: 'set' }>,
  secret: string,
  endpoint: string,
  origin: string,
): PreparationStop {
  const place = { field: `the ${secret} of ${endpoint}` };
  switch (reading.state) {
    case 'missing':
      return new PreparationStop(
        'secret-missing',
        { secret, place: endpoint },
        { ...place, ...wayOnOf(reading) },
      );
    case 'other-origin':
      return new PreparationStop(
        'secret-missing',
        { secret, place: `${endpoint} for ${origin}, because it was entered for another address` },
        place,
      );
    case 'unreadable':
      return new PreparationStop('vault-value-unreadable', { secret }, place);
    case 'locked':
      return new PreparationStop('vault-locked', {}, place);
    case 'unavailable':
      return new PreparationStop('vault-unavailable', { detail: reading.detail ?? null }, place);
  }
}
