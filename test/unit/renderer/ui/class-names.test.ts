// Every component joins its class names by this function.
import { expect, it } from 'vitest';
import { classNames } from '../../../../renderer/ui/class-names.ts';

it('joins the class names that apply', () => {
  expect(classNames('row', false, undefined, null, '', 'selected')).toBe('row selected');
  expect(classNames()).toBe('');
});
