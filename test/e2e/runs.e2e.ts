// Runs as a person sees them: inputs that are asked for, answers that do not fit, calls that hang, fail or are stopped.
import { expect } from '@playwright/test';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { drawnWorkspace, endpointAt } from '../support/drawn-workspace.ts';
import { answer, card, choose, conversation, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

test('Stop ends a call that hangs, and the server sees its socket close', async ({ launch }) => {
  const server = await startStoryServer();
  const { page } = await launch({ window, workspace: await oneCall('Hang', server.url, '/hold') });
  await page.keyboard.press('Control+Enter');
  const request = await server.nextRequest();
  await expect(card(page, 'Hang')).toHaveAttribute('data-state', 'running');
  await page.keyboard.press('Shift+F5');
  await request.socketClosed;
  await expect(conversation(page)).toContainText('Run stopped');
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveAttribute('aria-disabled', 'true');
  await server.close();
});

test('a server that is not there is a failure in words, on the node and in the response', async ({
  launch,
}) => {
  const server = await startStoryServer();
  const { url } = server;
  await server.close();
  const { page } = await launch({ window, workspace: await oneCall('Ask', url, '') });
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('refused');
  await expect(card(page, 'Ask')).toHaveAttribute('data-state', 'failed');
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect(panel).toContainText('refused');
  await expect(panel).toContainText('failure');
});

test('Run asks for inputs that are missing, and a number prompt for a number', async ({ launch }) => {
  const asking = { text: 'How many, {{person}}?', variable: 'count' } as const;
  const flow = storyFlow({
    name: 'Asks',
    nodes: [
      ['Start', 'start', {}],
      ['How many', 'prompt', asking],
      ['Echo', 'message', { text: '{{count}} it is' }],
    ],
    connections: inARow('Start', 'How many', 'Echo'),
  });
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  await inspect(page, 'How many');
  await choose(page, 'Answer', 'Number');
  await inspect(page, 'Start');
  await page.getByRole('button', { name: 'Input', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('person');
  await saved(page);

  await page.keyboard.press('Control+Enter');
  const inputs = page.getByRole('form', { name: 'Inputs of the run' });
  await inputs.getByLabel('person').fill('Ana');
  await page.keyboard.press('Enter');
  await expect(conversation(page)).toContainText('How many, Ana?');
  await answer(page, 'a few');
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
  await answer(page, '12345678901234567890');
  await expect(conversation(page)).toContainText('12345678901234567890 it is');
});

test('one API Call is sent alone, with a sample for the variable that it reads', async ({ launch }) => {
  const { page } = await launch({ workspace: null, args: ['--open-example'], window });
  await inspect(page, 'Get order');
  await page.getByLabel('Sample value of order_id').fill('10482');
  // A select opens by Enter, but not by the keys of a command.
  await page.getByRole('combobox', { name: 'Method' }).focus();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await expect(panel).toContainText('200 OK');
  await expect(panel.getByRole('group', { name: 'Body' })).toContainText('"id": 10482');
  await panel.getByRole('radio', { name: 'Raw' }).click();
  await expect(panel.getByRole('group', { name: 'Body' })).not.toContainText('number');
});

test('in a small window Run brings up the inputs it asks for, says what does not fit, and keeps what is typed', async ({
  launch,
}) => {
  const flow = storyFlow({ name: 'Counts', nodes: [['Start', 'start', {}]], connections: [] });
  const { page } = await launch({
    window: { width: 960, height: 600 },
    workspace: await drawnWorkspace(flow),
  });
  await inspect(page, 'Start');
  await page.getByRole('button', { name: 'Input', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('count');
  await choose(page, 'Type of count', 'Number');
  await page.getByLabel('Default of count').fill('many');
  await expect(page.getByText('The default is not a number')).toBeVisible();
  await page.getByLabel('Default of count').fill('');
  await saved(page);

  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Timeline' }).click();
  await page.keyboard.press('Control+Enter');
  const inputs = page.getByRole('form', { name: 'Inputs of the run' });
  await inputs.getByLabel('count').fill('a few');
  await page.keyboard.press('Enter');
  await expect(inputs.getByText('The value of count is not a number.')).toBeVisible();
  await expect(inputs.getByLabel('count')).toBeFocused();
  await panel.getByRole('tab', { name: 'Variables' }).click();
  await panel.getByRole('tab', { name: 'Simulator' }).click();
  await expect(inputs.getByLabel('count')).toHaveValue('a few');
  await inputs.getByLabel('count').fill('7');
  await page.keyboard.press('Enter');
  await expect(inputs).toBeHidden();
  await expect(conversation(page)).toBeVisible();
});

/** A flow with one API Call, and the endpoint that it goes to. */
function oneCall(name: string, baseUrl: string, path: string): Promise<string> {
  const endpoint = endpointAt('Some API', baseUrl);
  const call = { endpoint: endpoint.id, method: 'GET', path, responseVariable: 'response' } as const;
  const flow = storyFlow({
    name: 'Calls',
    nodes: [
      ['Start', 'start', {}],
      [name, 'api-call', call],
    ],
    connections: inARow('Start', name),
  });
  return drawnWorkspace(endpoint, flow);
}
