import { readScenarioText, scenarioText, type ScenarioTextTrouble } from '#shared/scenario/scenario-text.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { documentEdited } from './documents-store.ts';
import { useView, viewStore } from './view-store.ts';

/** The text that was written as the JSON of a scenario and is none; `undefined` where all that was written holds. */
export function useHeldText(id: string): string | undefined {
  return useView((state) => state.scenarioTexts[id]);
}

/** Whether the tab of a scenario shows its JSON. */
export function useIsAsJson(id: string): boolean {
  return useView((state) => state.scenariosAsJson.includes(id));
}

export function scenarioShownAs(id: string, asJson: boolean): void {
  viewStore.setState(({ scenariosAsJson }) => {
    const others = scenariosAsJson.filter((each) => each !== id);
    return { scenariosAsJson: asJson ? [...others, id] : others };
  });
}

/** Gives up what was written and is no scenario. */
export function heldTextForgotten(id: string): void {
  const { [id]: held, ...others } = viewStore.getState().scenarioTexts;
  if (held !== undefined) viewStore.setState({ scenarioTexts: others });
}

/**
 * Somebody wrote the JSON of a scenario: where it is one, it takes the place of the scenario; else it is kept aside, and the
 * scenario stays as it was. Gives the scenario as it is then, or what is wrong.
 */
export function scenarioTyped(before: Scenario, text: string): Scenario | readonly ScenarioTextTrouble[] {
  const { id } = before;
  const read = readScenarioText(text, id);
  if (!read.ok) {
    viewStore.setState(({ scenarioTexts }) => ({ scenarioTexts: { ...scenarioTexts, [id]: text } }));
    return read.failure;
  }
  heldTextForgotten(id);
  // Another line end or order of keys is no edit.
  if (scenarioText(read.value) === scenarioText(before)) return before;
  documentEdited<Scenario>(id, () => read.value, 'json');
  return read.value;
}
