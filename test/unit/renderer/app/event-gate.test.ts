// What happens while the page fills its stores is not lost, and keeps its order.
import { expect, it } from 'vitest';
import { eventGate } from '../../../../renderer/app/event-gate.ts';

it('holds back what comes before it is open, then passes it on in order, and everything later at once', () => {
  const happened: string[] = [];
  const gate = eventGate();
  const first = gate.through((payload: string) => void happened.push(`first ${payload}`));
  const second = gate.through((payload: string) => void happened.push(`second ${payload}`));
  second('a');
  first('b');
  second('c');
  expect(happened).toEqual([]);
  gate.open();
  expect(happened).toEqual(['second a', 'first b', 'second c']);
  first('d');
  expect(happened.at(-1)).toBe('first d');
});
