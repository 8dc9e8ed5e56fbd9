// The example is the first thing that a person opens; it has to be sound, without a warning, and as the program writes
// it.
import { describe, expect, test } from 'vitest';
import { answersSchema } from '#electron/cli/answers-file.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { workspaceFileSchema } from '#shared/workspace/workspace-file.ts';
import { writeDocument, writeStoredFile } from '#shared/workspace/write-stored-file.ts';
import { cardBox } from '../../../renderer/features/canvas/node-size.ts';
import { exampleDocuments, exampleFlows, exampleText } from '../../stories/order-lookup.ts';

const documents = exampleDocuments();
const flows = exampleFlows();

describe('the example workspace', () => {
  test('has seven flows, six endpoints and two environments', () => {
    expect([...documents.keys()].sort()).toEqual([
      'endpoints/availability-api.json',
      'endpoints/booking-api.json',
      'endpoints/carrier-api.json',
      'endpoints/chat-api.json',
      'endpoints/payment-api.json',
      'endpoints/sample-api.json',
      'environments/local.json',
      'environments/staging.json',
      'flows/order-lookup.json',
      'flows/pay-an-order.json',
      'flows/pick-a-time.json',
      'flows/support.json',
      'flows/tasting-appointment.json',
      'flows/tea-chat.json',
      'flows/user-greeting.json',
    ]);
  });

  test.each([...documents])('is stored as the application writes it: %s', (file, document) => {
    expect(exampleText(file)).toBe(writeDocument(document, null));
  });

  test('is a workspace', () => {
    const content = workspaceFileSchema.parse(JSON.parse(exampleText('flowbench.json')));
    expect(exampleText('flowbench.json')).toBe(writeStoredFile(workspaceFileSchema, content, null));
  });

  test('has every id once', () => {
    const ids = [...documents.values()].flatMap((document): readonly string[] =>
      document.format === 'flowbench.flow'
        ? [document.id, ...document.nodes.map(({ id }) => id)]
        : [document.id],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('sends its calls to this computer alone, and holds no secret', () => {
    for (const document of documents.values()) {
      if (document.format !== 'flowbench.endpoint') continue;
      expect(document.baseUrl).toMatch(/^\{\{@sample\.url\}\}/);
      expect(document.allowedHosts).toEqual(['127.0.0.1']);
      expect(JSON.stringify(document)).not.toContain('"secret"');
    }
  });

  test('has an answer for its prompt beside it', () => {
    const answers = answersSchema.parse(JSON.parse(exampleText('answers.json')));
    expect(flows.map(({ name }) => name)).toContain(answers.flow);
    expect([...documents.values()].map(({ name }) => name)).toContain(answers.environment);
    const flow = flows.find(({ name }) => name === answers.flow);
    expect(answers.answers).toHaveLength(flow?.nodes.filter(({ kind }) => kind === 'prompt').length ?? 0);
  });
});

describe.each(flows.map((flow) => [flow.name, flow] as const))('the flow %s', (_, flow) => {
  test('connects every exit of every node, but for those whose trouble its error node takes', () => {
    const connected = flow.connections.map(({ from }) => `${from.node} ${from.exit}`);
    const isTaken = (kind: string, exit: string) =>
      flow.errorNode !== null && kind === 'api-call' && exit === 'error';
    const exits = flow.nodes.flatMap((node) =>
      nodeExits(node)
        .filter((exit) => !isTaken(node.kind, exit))
        .map((exit) => `${node.id} ${exit}`),
    );
    expect(connected.sort()).toEqual(exits.sort());
  });

  test('calls endpoints that are in the workspace', () => {
    const ids = new Set<string>([...documents.values()].map(({ id }) => id));
    for (const node of flow.nodes) if (node.kind === 'api-call') expect(ids).toContain(node.config.endpoint);
  });

  test('is laid out from left to right with room between its cards', () => {
    const boxes = new Map(flow.nodes.map((node) => [node.id, { ...node.position, ...cardBox(node) }]));
    type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    const isBefore = (one: Box, other: Box) => one.x + one.width + 24 <= other.x;
    const isAbove = (one: Box, other: Box) => one.y + one.height + 8 <= other.y;
    for (const { from, to } of flow.connections) {
      const [start, end] = [boxes.get(from.node)!, boxes.get(to)!];
      // A conversation that starts over leads back to a card that stands before it.
      expect(isBefore(start, end) || isBefore(end, start) || end.y > start.y).toBe(true);
    }
    for (const [id, one] of boxes)
      for (const [otherId, other] of boxes)
        if (id !== otherId)
          expect(
            isBefore(one, other) || isBefore(other, one) || isAbove(one, other) || isAbove(other, one),
          ).toBe(true);
  });
});
