// What is shown before the window listens is not lost: it waits, in order, unless it is closed meanwhile.
import { expect, it, vi } from 'vitest';
import { createToastQueue } from '../../../../renderer/ui/overlay/toast-queue.ts';

it('holds toasts until somebody shows them', () => {
  const queue = createToastQueue();
  const add = vi.spyOn(queue.manager, 'add');
  const titles = () => add.mock.calls.map(([{ title }]) => title);
  queue.show({ title: 'first' });
  queue.close(queue.show({ title: 'closed' }));
  queue.show({ title: 'second' });
  expect(titles()).toEqual([]);

  queue.listened();
  expect(titles()).toEqual(['first', 'second']);
  queue.show({ title: 'third' });
  expect(titles()).toEqual(['first', 'second', 'third']);
  queue.listened();
  expect(titles()).toHaveLength(3);
});

it('gives each toast an id of its own', () => {
  const queue = createToastQueue();
  expect(new Set(['a', 'b', 'c'].map((title) => queue.show({ title }))).size).toBe(3);
});
