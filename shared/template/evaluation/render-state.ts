import type { Value } from '../../value/value.ts';
import type { EncodingNotes, ExpressionPlace, FieldEncoder } from '../encoders/field-encoder.ts';
import type { RenderedSegment, TemplateWarningCode } from '../rendered.ts';
import { TemplateStop } from '../template-problem.ts';
import type { TemplateScope } from '../template-scope.ts';
import type { WorkBudget } from './work-budget.ts';

/** Does one node of a template. */
export type Step = (state: RenderState) => void;

/** Reads something that has a value; `undefined` means unknown, which `null` does not. */
export type Read = (state: RenderState) => Value | undefined;

/** The item that plain names belong to inside `each` and `with`; at the top there is none. */
export interface Frame {
  readonly item: Value;
  readonly outer: Frame | null;
}

/** Where a loop is, for `@index` and its kin. */
export interface Loop {
  readonly index: number;
  readonly key: string | number;
  readonly first: boolean;
  readonly last: boolean;
  readonly outer: Loop | null;
}

/** The values of `as |item index|`. */
export interface Locals {
  readonly names: readonly string[];
  readonly values: readonly Value[];
  readonly outer: Locals | null;
}

/** A warning that still points by offset. */
export interface NotedWarning {
  readonly code: TemplateWarningCode;
  readonly name: string;
  readonly offset: number;
}

/** Everything that changes while one template is rendered once. */
export class RenderState implements EncodingNotes {
  readonly scope: TemplateScope;
  readonly budget: WorkBudget;
  readonly segments: RenderedSegment[] = [];
  readonly warnings: NotedWarning[] = [];
  frame: Frame | null = null;
  loop: Loop | null = null;
  locals: Locals | null = null;
  /** The value of the last expression: the typed value where it is the only one. */
  lastValue: Value = null;
  readonly #encoder: FieldEncoder;
  #warned: Set<string> | null = null;

  constructor(scope: TemplateScope, encoder: FieldEncoder, budget: WorkBudget) {
    this.scope = scope;
    this.budget = budget;
    this.#encoder = encoder;
  }

  /** Writes text of the template as it stands. */
  writeLiteral(segment: RenderedSegment): void {
    this.#encoder.literal(segment.text, segment.start);
    this.budget.write(segment.text, segment.start, this.segments);
    this.segments.push(segment);
  }

  /** Writes a value as the position asks for it. */
  writeValue(value: Value | undefined, place: ExpressionPlace): void {
    if (typeof value === 'string') this.budget.refuseLongText(value, place.start);
    this.lastValue = value ?? null;
    const text = this.#encoder.value(value, place, this);
    const { start, end, names } = place;
    this.budget.write(text, start, this.segments);
    this.segments.push({ text, from: 'expression', start, end, names });
  }

  unknown(place: { readonly name: string; readonly at: number }): void {
    if (this.scope.strict === true) {
      throw new TemplateStop({ code: 'placeholder-unresolved', offset: place.at, name: place.name });
    }
    this.warn('unknown-variable', place);
  }

  warn(code: TemplateWarningCode, { name, at }: { readonly name: string; readonly at: number }): void {
    const place = `${code} ${at}`;
    this.#warned ??= new Set();
    if (this.#warned.has(place)) return;
    this.#warned.add(place);
    this.warnings.push({ code, name, offset: at });
  }
}
