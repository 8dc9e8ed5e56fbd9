import { TemplateStop } from '../template-problem.ts';
import type { TemplateFailureCode } from '../template-failure.ts';
import type { StatusPlaceholders } from '../../response/call-statuses.ts';
import { templateLimits } from './template-limits.ts';
import { utf8Length } from './utf8-length.ts';

/** How often the clock is read: once for so many steps, each of which takes well under a microsecond. */
const stepsPerReading = 256;

/** As a power of two: the time of one step is enough to encode so many UTF-16 units. */
export const unitsPerStep = 6;

/** So much text fits in any case, as no UTF-16 unit takes more than three bytes. */
const safeUnits = templateLimits.outputBytes / 3;

/** Counts what one rendering costs and stops it with a `TemplateStop` at the first limit that it passes. */
export class WorkBudget {
  readonly #monotonicMs: (() => number) | null;
  readonly #endMs: number;
  #rounds = 0;
  #steps = 0;
  #nextReading = stepsPerReading;
  #units = 0;
  /** Exact bytes of the text so far, counted only once the limit could be near. */
  #bytes: number | null = null;

  constructor(monotonicMs: (() => number) | undefined) {
    this.#monotonicMs = monotonicMs ?? null;
    this.#endMs = monotonicMs === undefined ? 0 : monotonicMs() + templateLimits.timeMs;
  }

  /** One round of the block whose tag begins at the offset. */
  round(offset: number): void {
    this.#rounds += 1;
    if (this.#rounds > templateLimits.rounds) {
      stop('template-iterations-limit', offset, { limit: templateLimits.rounds.toLocaleString('en') });
    }
  }

  /** Work that is about as much as so many expressions. */
  spend(steps: number, offset: number): void {
    this.#steps += steps;
    if (this.#steps < this.#nextReading) return;
    this.#nextReading = this.#steps + stepsPerReading;
    const isOver =
      this.#monotonicMs === null
        ? this.#steps > templateLimits.stepsWithoutClock
        : this.#monotonicMs() > this.#endMs;
    if (isOver) stop('template-time-limit', offset, { limit_ms: templateLimits.timeMs });
  }

  /** A piece of text that is about to be added to the pieces there are; one step, and more for long text. */
  write(text: string, offset: number, pieces: readonly { readonly text: string }[]): void {
    this.#steps += 1 + (text.length >> unitsPerStep);
    this.#units += text.length;
    if (this.#steps >= this.#nextReading) this.spend(0, offset);
    if (this.#units > safeUnits) this.#countBytes(text, offset, pieces);
  }

  #countBytes(text: string, offset: number, pieces: readonly { readonly text: string }[]): void {
    this.refuseLongText(text, offset);
    this.#bytes ??= pieces.reduce((sum, piece) => sum + utf8Length(piece.text), 0);
    this.#bytes += utf8Length(text);
    if (this.#bytes > templateLimits.outputBytes) stopAtOutput(offset);
  }

  /** Refuses a text that alone is too long, before anything expensive is done with it. */
  refuseLongText(text: { readonly length: number }, offset: number): void {
    if (text.length > templateLimits.outputBytes) stopAtOutput(offset);
  }
}

function stopAtOutput(offset: number): never {
  stop('template-output-limit', offset, { limit: `${templateLimits.outputBytes / 1024 / 1024} MB` });
}

function stop(code: TemplateFailureCode, offset: number, placeholders: StatusPlaceholders): never {
  throw new TemplateStop({ code, offset, placeholders });
}
