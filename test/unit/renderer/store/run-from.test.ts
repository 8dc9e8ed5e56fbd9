// A run from the middle of a flow asks for what it needs first, and for nothing where it needs nothing.
import { beforeEach, describe, expect, it } from 'vitest';
import { firstPersona } from '#shared/settings/persona.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import { breakpointToggled } from '../../../../renderer/store/breakpoints.ts';
import { workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import {
  namesNeededAt,
  runFromCalledOff,
  runFromWanted,
  runWithVariables,
  textsGiven,
} from '../../../../renderer/store/run-from.ts';
import { runsStore } from '../../../../renderer/store/runs-store.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

const flow = storyFlow({
  name: 'From',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'prompt', { text: '?', variable: 'city' }],
    ['Tell', 'message', { text: '{{city}}' }],
    ['Bye', 'message', { text: 'Bye' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Tell'],
    ['Tell', 'next', 'Bye'],
  ],
});
const id = (name: string) => nodeNamed(flow, name).id;
const runId = storyId('rn', 'a run');

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  bridgeDouble.answer('run.start', () => ({ ok: true as const, value: { runId } }));
  bridgeDouble.answer('run.cancel', () => null);
  workspaceOpened(shownWorkspace({ documents: [stored(flow)] }));
  runsStore.setState(runsStore.getInitialState(), true);
  viewStore.setState(viewStore.getInitialState(), true);
});

describe('a run from a node', () => {
  it('begins at once where nothing is missing, as the persona of the workspace', async () => {
    await runFromWanted(flow.id, id('Bye'));
    expect(bridgeDouble.asked('run.start')).toEqual([
      {
        standIns: {},
        flowId: flow.id,
        environmentId: null,
        inputs: {},
        persona: firstPersona,
        from: { nodeId: id('Bye'), variables: {} },
      },
    ]);
    expect(runsStore.getState().beganFrom[runId]).toEqual({ nodeId: id('Bye'), variables: {} });
  });

  it('asks first where something is, and begins with what was given', async () => {
    expect(namesNeededAt(flow, nodeNamed(flow, 'Tell'))).toEqual(['city']);
    await runFromWanted(flow.id, id('Tell'));
    expect(bridgeDouble.names()).toEqual([]);
    expect(runsStore.getState().fromWanted).toEqual({ flowId: flow.id, nodeId: id('Tell'), manner: 'run' });
    await runWithVariables(flow.id, id('Tell'), { city: 'Bern' });
    expect(bridgeDouble.asked('run.start')[0]).toMatchObject({ from: { variables: { city: 'Bern' } } });
    expect(runsStore.getState().fromWanted).toBeNull();
  });

  it('is an ordinary run from the Start, and can be called off', async () => {
    await runFromWanted(flow.id, id('Tell'));
    runFromCalledOff();
    expect(runsStore.getState().fromWanted).toBeNull();
    await runFromWanted(flow.id, id('Start'));
    expect(bridgeDouble.asked('run.start')[0]).not.toHaveProperty('from');
  });

  it('stops at breakpoints where it is debugged, also where it had to ask first', async () => {
    const breakpoint = { node: id('Bye'), exit: null };
    breakpointToggled(flow.id, breakpoint);
    await runFromWanted(flow.id, id('Bye'), 'debug');
    await runFromWanted(flow.id, id('Tell'), 'debug');
    const { manner } = runsStore.getState().fromWanted ?? {};
    await runWithVariables(flow.id, id('Tell'), { city: 'Bern' }, manner);
    await runFromWanted(flow.id, id('Start'), 'debug');
    const debugged = { breakpoints: [expect.objectContaining(breakpoint)], pauseAtStart: false };
    const debugs = bridgeDouble.asked('run.start').map(({ debug }) => debug);
    expect(debugs).toEqual([debugged, debugged, debugged]);
  });

  it('is given nothing for a field that was emptied', () => {
    const texts: Readonly<Record<string, string>> = { city: '', day: 'Monday' };
    expect(textsGiven(['city', 'day', 'never typed'], (name) => texts[name])).toEqual({ day: 'Monday' });
  });

  it('gives why it did not begin where that is about a variable', async () => {
    const failure = { code: 'input-invalid', message: 'The value of city is odd.', field: 'city' } as const;
    bridgeDouble.answer('run.start', () => ({ ok: false as const, failure }));
    expect(await runWithVariables(flow.id, id('Tell'), { city: '?' })).toEqual(failure);
  });
});
