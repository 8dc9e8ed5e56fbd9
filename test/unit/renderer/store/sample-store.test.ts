// Samples are remembered with the view, and never one that may be the value of a secret.
import { beforeEach, describe, expect, it } from 'vitest';
import { environmentSchema } from '#shared/environment/environment.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, shownWorkspace, staging, stored } from '../../../support/shown-workspace.ts';
import { workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import { sampleForgotten, sampleTyped } from '../../../../renderer/store/sample-store.ts';
import { viewWritten } from '../../../../renderer/store/view-memory.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

const call = storyId('nd', 'Get order');
const withSecret = environmentSchema.parse({
  ...staging,
  values: [{ name: 'token', secret: storyId('sl', 'token') }],
});

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  bridgeDouble.answer('view.write', () => null);
  viewStore.setState(viewStore.getInitialState(), true);
  workspaceOpened(shownWorkspace({ documents: [stored(withSecret)] }));
});

const written = async () => {
  await viewWritten();
  return bridgeDouble.asked('view.write').at(-1)?.view.samples;
};

describe('what was typed for a variable', () => {
  it('is written down with the view, until it is forgotten', async () => {
    sampleTyped(call, 'order_id', '10482');
    sampleTyped(call, 'city', 'Porto');
    sampleForgotten(call, 'city');
    expect(await written()).toEqual({ [call]: { order_id: '10482' } });
    sampleForgotten(call, 'order_id');
    expect(viewStore.getState().samples).toEqual({});
  });

  it('is not written where the name is a secret’s by now, or where it is very long', async () => {
    sampleTyped(call, 'token', 'hunter2hunter2');
    sampleTyped(call, 'body', 'x'.repeat(20_001));
    expect(await written()).toEqual({});
    expect(viewStore.getState().samples).toEqual({
      [call]: { token: 'hunter2hunter2', body: 'x'.repeat(20_001) },
    });
  });
});
