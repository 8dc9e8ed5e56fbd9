// What a call is tried with: what was typed, else what a run had; and what of it is written down.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LastTexts } from '../../../../../renderer/store/last-texts.ts';
import { sampleValues } from '../../../../../renderer/features/inspector/sample-values.ts';

const names = ['city', 'order_id', 'person'];
const texts = fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 3 }), { maxKeys: 3 });

const had = (of: Readonly<Record<string, string>>): LastTexts => ({ texts: of, lacks: {} });

describe('the samples of a call', () => {
  it('are what was typed, else what the last run had', () => {
    const chosen = sampleValues(names, { city: 'Porto' }, had({ city: 'Faro', order_id: '10482' }));
    expect(chosen.texts).toEqual({ city: 'Porto', order_id: '10482' });
    expect(chosen.unset).toEqual(['person']);
    expect([...chosen.overLast]).toEqual(['city']);
    expect(chosen.fromLastRun).toBe(false);
  });

  it('go back to the last run where a field was emptied, and are empty where no run has a text', () => {
    const chosen = sampleValues(names, { city: '', person: '' }, had({ city: 'Faro' }));
    expect(chosen.texts).toEqual({ city: 'Faro', person: '' });
    expect([...chosen.overLast]).toEqual([]);
  });

  it('are not given, and say why, where the last run has none that can be typed, until one is typed', () => {
    const lacks = { city: 'hidden', order_id: 'too-large', person: 'hidden' } as const;
    const chosen = sampleValues(names, { city: 'Porto', person: '' }, { texts: {}, lacks });
    expect(chosen.lacks).toEqual({ order_id: 'too-large', person: 'hidden' });
    expect(chosen.unset).toEqual(['order_id']);
  });

  it('never hide what was typed, nor a run’s text behind nothing, and leave unset only what nobody gave', () => {
    fc.assert(
      fc.property(texts, texts, (typed, last) => {
        const chosen = sampleValues(names, typed, had(last));
        for (const name of names) {
          const [wanted, before] = [typed[name], last[name]];
          expect(chosen.texts[name]).toBe(wanted === '' ? (before ?? '') : (wanted ?? before));
          expect(chosen.unset.includes(name)).toBe(wanted === undefined && before === undefined);
          expect(chosen.overLast.has(name)).toBe(
            before !== undefined && wanted !== undefined && wanted !== '',
          );
        }
      }),
    );
  });
});
