import { largestInlineBody, type BodyReference } from '#shared/interpreter/body-reference.ts';
import { plainVariables, type ReadBody } from '#shared/interpreter/variable-reader.ts';
import type { ResponseVariable } from '#shared/response/response-variable.ts';
import type { PlainJson } from '#shared/value/value-codec.ts';
import type { Value } from '#shared/value/value.ts';
import type { ResponseBody } from '../executor/response-body.ts';

/** The large bodies of one run, with their secrets: what run state only refers to. They live in memory alone. */
export class LargeBodies {
  readonly #values: Map<string, Value>;
  #sizeBytes: number;

  /** @param past those of the run whose past this one shares */
  constructor(past: LargeBodies | null = null) {
    this.#values = new Map(past === null ? [] : past.#values);
    this.#sizeBytes = past === null ? 0 : past.#sizeBytes;
  }

  /** Bytes of the bodies as they came. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  readonly read: ReadBody = (handle) => this.#values.get(handle) ?? null;

  /** The response variable as run state keeps it: with references in place of what is over 1 MB. */
  encode(
    variable: ResponseVariable,
    body: Pick<ResponseBody, 'sizeBytes' | 'contentType' | 'kind'>,
  ): PlainJson {
    const isLarge = body.sizeBytes > largestInlineBody && body.kind !== 'binary';
    if (!isLarge) return plainVariables(variable);
    const { raw } = variable;
    const emptied = plainVariables({ ...variable, body: null, ...(raw === undefined ? {} : { raw: '' }) });
    return {
      ...emptied,
      body: this.#refer(variable.body, body),
      ...(raw === undefined ? {} : { raw: this.#refer(raw, body) }),
    };
  }

  #refer(value: Value, body: Pick<ResponseBody, 'sizeBytes' | 'contentType'>): BodyReference {
    const handle = `large-${String(this.#values.size + 1)}`;
    this.#values.set(handle, value);
    this.#sizeBytes += body.sizeBytes;
    return { $body: handle, size: body.sizeBytes, contentType: body.contentType };
  }
}
