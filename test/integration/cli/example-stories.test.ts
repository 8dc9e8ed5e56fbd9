// The stories of the example shop as people go through them, each against the app's own sample API over real sockets.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationLine } from '#electron/cli/report-conversation.ts';
import { nodeNames } from '#electron/cli/report-example.ts';
import { runExample } from '#electron/cli/run-example.ts';
import { terminalStyle } from '#electron/cli/terminal-style.ts';
import { exampleFolder, exampleFlows } from '../../stories/order-lookup.ts';

const plain = terminalStyle({ isTTY: false, env: {} });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flowbench-stories-'));
  await cp(exampleFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a flow of the example with these answers; gives what was said and called, line by line. */
async function told(name: string, answers: readonly string[]) {
  const flow = exampleFlows().find((each) => each.name === name);
  if (flow === undefined) throw new Error(`The example has no flow "${name}".`);
  const file = { flow: name, environment: 'local', inputs: {}, answers };
  await writeFile(path.join(folder, 'answers.json'), JSON.stringify(file));
  const lines: string[] = [];
  const ran = await runExample(
    folder,
    () => undefined,
    (some) => {
      lines.push(...some.flatMap((event) => conversationLine(event, nodeNames(flow), plain) ?? []));
    },
  );
  expect(ran).toMatchObject({ ok: true, value: { run: { lackedAnswer: false, end: { outcome: 'ended' } } } });
  return lines.flatMap((line) => line.split('\n')).map((line) => line.trim());
}

describe('paying an order', () => {
  test('is repeated while the service is busy, under one key, and charged once', async () => {
    const said = await told('Pay an order', ['10482', '1']);
    expect(said).toContain('bot  How would you like to pay 43.90 EUR?');
    expect(said).toContain('→ Charge 201 at attempt 3');
    expect(said.at(-1)).toBe('bot  Thank you! 43.90 EUR are paid. Your receipt is CH-7001.');
  });

  test('asks for another way when one is declined, and not for ever', async () => {
    const paid = await told('Pay an order', ['10483', '2', '1']);
    expect(paid).toContain('bot  That did not work: The gift card does not cover the amount.');
    expect(paid.at(-1)).toBe('bot  Thank you! 64.00 EUR are paid. Your receipt is CH-7001.');
    const stubborn = await told('Pay an order', ['10483', '2', '2']);
    expect(stubborn.at(-1)).toBe('bot  Nothing was charged. You can pay later with the link in your mail.');
  });

  test('charges nothing for an order that is not there, or where somebody would not pay', async () => {
    expect((await told('Pay an order', ['1'])).at(-1)).toBe('bot  There is no order 1.');
    const said = await told('Pay an order', ['10477', '3']);
    expect(said.filter((line) => line.startsWith('→'))).toEqual(['→ Get order 200']);
  });
});

describe('the support bot', () => {
  test('tells where orders are until there is nothing else', async () => {
    const said = await told('Support', ['1', '10482', 'yes', '1', '10483', 'yes', '1', '1', 'no']);
    expect(said.filter((line) => line.startsWith('bot'))).toEqual([
      'bot  Hello, this is Acme Shop.',
      'bot  What can I do for you?',
      'bot  What is the number of the order?',
      'bot  It is on its way as parcel PX-4471.',
      'bot  Is there anything else?',
      'bot  What can I do for you?',
      'bot  What is the number of the order?',
      'bot  It is being packed: 1 × Cast-iron teapot, 0.8 l.',
      'bot  Is there anything else?',
      'bot  What can I do for you?',
      'bot  What is the number of the order?',
      'bot  There is no order 1.',
      'bot  Is there anything else?',
      'bot  Goodbye!',
    ]);
  });

  test('opens a ticket for a question, whatever signs are in it', async () => {
    const question = 'Is "Sencha" {{green}} \\ or\tnot?';
    const said = await told('Support', ['2', 'tea?', question, 'ana at home', 'ana@shop.example', 'no']);
    expect(said).toContain('bot  Please tell a little more: at least ten letters.');
    expect(said).toContain('bot  That is no mail address. Try ana.sousa@shop.example.');
    expect(said).toContain('bot  Thank you. Your ticket is T-2001; we answer to ana@shop.example.');
  });
});
