import { loopItems } from '../interpreter/loop-items.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { renderTemplate } from '../template/render-template.ts';
import type { ValueObject } from '../value/value.ts';

/**
 * How many items a list has with the values at hand, or in a sentence why a run would end there; `null` where it reads what
 * has no value yet.
 *
 * @param now ISO 8601: stands for `@now`
 */
export function previewLoop(list: string, values: ValueObject, now: string): Outcome<number, string> | null {
  if (list.trim() === '') return null;
  const rendered = renderTemplate(list, 'json', {
    variables: values,
    environment: values,
    system: { now, uuid: () => sampleUuid, flow: { id: '', name: '' } },
  });
  // What is wrong with the template itself stands at its field.
  if (!rendered.ok || rendered.value.warnings.some(({ code }) => code === 'unknown-variable')) return null;
  const items = loopItems(rendered.value);
  return items.ok ? succeeded(items.value?.length ?? 0) : failed(items.failure);
}

const sampleUuid = '00000000-0000-4000-8000-000000000000';
