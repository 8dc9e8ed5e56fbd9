// The steps that only speak: values are written into their texts once and never read again.
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { inARow, nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { driveRun } from '../../../../support/drive-run.ts';

function say(text: string, result: string, variables: ValueObject = {}, strict = false) {
  const flow = storyFlow({
    name: 'Say',
    strict,
    nodes: [
      ['Start', 'start', {}],
      ['Hello', 'message', { text }],
      ['End', 'end', { result }],
    ],
    connections: inARow('Start', 'Hello', 'End'),
  });
  const names = { extra: { sample: { url: 'http://127.0.0.1:4000' } } };
  const program = newProgram({ flow, environment: null, names });
  const from = { nodeId: nodeNamed(flow, 'Hello').id, variables };
  const { events } = driveRun(program, { from });
  return { events, said: events.find((event) => event.type === 'said')?.text, end: events.at(-1) };
}

describe('Message', () => {
  test('says its text with values in it', () => {
    expect(say('Hello, {{name}}!', '', { name: '<Ana>' }).said).toBe('Hello, <Ana>!');
  });

  test('reads a value once: what it holds is no template', () => {
    expect(say('{{name}}', '', { name: '{{name}}' }).said).toBe('{{name}}');
  });

  test('knows the run, the flow, the clock and what the host adds', () => {
    const { said } = say('{{@flow.name}} {{@run.started_at}} {{@now}} {{@today}} {{@sample.url}}', '');
    expect(said).toBe(
      'Say 2026-03-12T12:00:00.000Z 2026-03-12T12:00:01.000Z 2026-03-12 http://127.0.0.1:4000',
    );
  });

  test('gives a new identifier at each use', () => {
    const [first, second] = (say('{{@uuid}} {{@uuid}}', '').said ?? '').split(' ');
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  test('warns of a name that nobody knows', () => {
    const { events, said } = say('Hello, {{nmae}}!', '');
    expect(said).toBe('Hello, !');
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'warned',
        code: 'unknown-variable',
        message: 'nmae is not known here, so its place was left empty.',
      }),
    );
  });

  test('warns of a value that is null', () => {
    const { events } = say('Hello, {{name}}!', '', { name: null });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'warned',
        code: 'null-value',
        message: 'name is null, so its place was left empty.',
      }),
    );
  });

  test('ends a strict run at such a name, with node and place', () => {
    const { end } = say('Hello, {{nmae}}!', '', {}, true);
    expect(end).toMatchObject({ type: 'run-ended', outcome: 'failed' });
    const { message } = end as { message: string };
    expect(message).toMatch(/^"Hello": /);
    expect(message).toContain('nmae');
  });
});

describe('End', () => {
  test('ends without a result where its template is empty', () => {
    expect(say('', '').end).toMatchObject({ outcome: 'ended', message: null, result: null });
  });

  test('keeps the type of a result that is one expression', () => {
    const total = new ExactNumber('86.90');
    expect(say('', '{{order}}', { order: { total } }).end).toMatchObject({ result: { total } });
    expect(say('', '{{paid}}', { paid: true }).end).toMatchObject({ result: true });
  });

  test('gives a text where there is something around it', () => {
    expect(say('', 'Total {{total}}', { total: 12 }).end).toMatchObject({ result: 'Total 12' });
  });

  test('ends the run as failed where its template cannot be read', () => {
    expect(say('', '{{').end).toMatchObject({ outcome: 'failed' });
  });
});
