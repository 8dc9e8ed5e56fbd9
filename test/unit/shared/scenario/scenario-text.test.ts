// A scenario as a text and back: nothing is lost on the way, and what is wrong is told at its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenarioText, scenarioText } from '#shared/scenario/scenario-text.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { anyScenario } from '../../../support/any-document.ts';
import { storyId } from '../../../stories/story-id.ts';

const id = storyId('sc', 'Happy path');
const scenario = scenarioSchema.parse({
  format: 'flowbench.scenario',
  version: 1,
  id,
  name: 'Happy path',
  flow: storyId('fl', 'Order lookup'),
  expect: [{ type: 'calls', count: 1 }],
});
const text = scenarioText(scenario);

/** What is wrong with a text, with the stretch of it that is meant. */
function troubles(wrong: string) {
  const read = readScenarioText(wrong, id);
  return read.ok ? [] : read.failure.map(({ end, message, start }) => [wrong.slice(start, end), message]);
}

describe('the text of a scenario', () => {
  it('is read as the scenario that it was written from', () => {
    fc.assert(
      fc.property(anyScenario, (any) => {
        expect(readScenarioText(scenarioText(any), any.id)).toEqual({ ok: true, value: any });
      }),
    );
  });

  it('is refused at the character that is no JSON', () => {
    expect(troubles(text.replace('"count": 1', '"count": x'))).toEqual([['x', expect.stringMatching(/\.$/)]]);
  });

  it('is refused at each value that is none of a scenario, in the order of the text', () => {
    const wrong = text.replace('"Happy path"', '""').replace('"count": 1', '"count": -1');
    expect(troubles(wrong)).toEqual([
      ['""', expect.stringMatching(/^name: /)],
      ['-1', expect.stringMatching(/^expect\[0\]\.count: /)],
    ]);
  });

  it('is refused at a key that nobody knows', () => {
    expect(troubles(text.replace('"seed": 1', '"seed": 1, "sed": 2'))).toEqual([
      ['2', expect.stringContaining('sed')],
    ]);
  });

  it('keeps its id', () => {
    const other = storyId('sc', 'Another');
    expect(troubles(text.replace(id, other))).toEqual([[`"${other}"`, expect.stringContaining(id)]]);
  });
});
