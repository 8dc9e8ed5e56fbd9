// A stream of events is seen while it comes, can be stopped, and what came of it stays to be looked at.
import type { ServerResponse } from 'node:http';
import { expect, type Page } from '@playwright/test';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { connect, conversation, createEndpoint, createFlow, dragNode, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { callFlow, shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const words = ['Your', ' order', ' is', ' on', ' its', ' way', '.'];

/** A server that opens a stream and leaves it to the test. */
async function streamServer() {
  let open: ServerResponse | undefined;
  const server = await startStoryServer({
    routes: {
      answers: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
        response.flushHeaders();
        open = response;
      },
    },
  });
  const send = (text: string) => open?.write(text);
  return {
    server,
    send,
    word: (at: number) =>
      send(
        `event: token\nid: ${String(at + 1)}\ndata: ${JSON.stringify({ text: words[at], index: at })}\n\n`,
      ),
    end: () => open?.end(),
  };
}

async function streamingFlow(page: Page, url: string): Promise<void> {
  await createEndpoint(page, { name: 'Assistant API', baseUrl: url });
  await createFlow(page);
  await dragNode(page, 'API Call', { x: 320, y: 120 }, 'Ask');
  await page.getByLabel('Path', { exact: true }).fill('/answers/7');
  await page.getByLabel('Response variable').fill('answer');
  await dragNode(page, 'Message', { x: 590, y: 60 }, 'Say');
  await page
    .getByLabel('Text', { exact: true })
    .fill('{{answer.body.[0].data.text}}{{answer.body.[1].data.text}}');
  await connect(page, 'Start', 'next', 'Ask');
  await connect(page, 'Ask', 'success', 'Say');
  await saved(page);
}

for (const size of pictureSizes('light')) {
  test(`a stream is shown as it comes and is the list of its events at ${String(size.width)}`, async ({
    launch,
  }) => {
    const app = await launch(startedAt(size));
    const { page } = app;
    const look = await photographer(app, { folder: `streams/${String(size.width)}`, axeIn: size.axeIn });
    const { end, send, server, word } = await streamServer();
    await streamingFlow(page, server.url);
    const panel = page.getByRole('region', { name: 'Panel', exact: true });
    const events = panel.getByRole('group', { name: 'Events of the stream' });

    await page.keyboard.press('Control+Enter');
    await server.nextRequest();
    await panel.getByRole('tab', { name: 'Response' }).click();
    await expect(panel.getByText('Waiting for the first event')).toBeVisible();
    for (const at of words.keys()) word(at);
    await expect(events.getByRole('listitem')).toHaveCount(words.length);
    await expect(events.getByRole('button').last()).toContainText('id 7');
    await look('1 live');

    send(`data: ${'A long word that nobody wrote on one line. '.repeat(12)}\n\n`);
    await expect(events.getByRole('listitem')).toHaveCount(words.length + 1);
    await events.getByRole('button').last().click();
    await expect(events.getByRole('button').last()).toHaveAttribute('aria-expanded', 'true');
    end();
    await expect(conversation(page)).toContainText('Your order');
    await expect(panel.getByRole('radio', { name: 'Events' })).toBeChecked();
    await look('2 ended');
    await panel.getByText('Pretty', { exact: true }).click();
    await expect(panel.getByRole('group', { name: 'Body' })).toContainText('"index": 0');
    await look('3 as the flow has it');
    await panel.getByRole('tab', { name: 'Timeline' }).click();
    await expect(panel.getByRole('row', { name: /8 events/ })).toBeVisible();
    await look('4 timeline');
    await server.close();
  });
}

test('a stream that is stopped closes its connection and leaves what came', async ({ launch }) => {
  const { send, server, word } = await streamServer();
  const endpoint = shopEndpoint(server.url);
  const workspace = await drawnWorkspace(endpoint, callFlow(endpoint, { path: '/answers/7' }));
  const { page } = await launch({ window: { width: 1280, height: 800 }, workspace });
  await page.keyboard.press('Control+Enter');
  const request = await server.nextRequest();
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Response' }).click();
  word(0);
  send('data: cut in the mid');
  const events = panel.getByRole('group', { name: 'Events of the stream' });
  await expect(events.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await request.socketClosed;
  await expect(events.getByRole('listitem')).toHaveCount(2);
  await expect(events.getByRole('listitem').last()).toContainText('cut off');
  await expect(panel).toContainText('cancelled');
  await server.close();
});
