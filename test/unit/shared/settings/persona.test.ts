// The person whom the Simulator plays, as templates read it.
import { expect, test } from 'vitest';
import { surroundingNames } from '#shared/environment/surrounding-names.ts';
import { firstPersona, personaSchema, requestOf } from '#shared/settings/persona.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { templatePreview } from '#shared/template/language/template-preview.ts';

const bo = personaSchema.parse({
  platform: 'whatsapp',
  user: [
    { name: 'name', value: 'Al' },
    { name: ' name ', value: 'Bo' },
    { name: '', value: 'nobody' },
    { name: '__proto__', value: 'data' },
  ],
});

test('a persona is a platform and a user by name; the last of two counts', () => {
  const request = requestOf(bo);
  expect(request['platform']).toBe('whatsapp');
  expect(Object.entries(request['user'] as object)).toEqual([
    ['name', 'Bo'],
    ['__proto__', 'data'],
  ]);
});

test('its names are offered with their values, and previewed', () => {
  const request = requestOf(bo);
  const names = surroundingNames({ environment: {}, secrets: new Set(), flow: null, request });
  const shape = names.find(({ name }) => name === '@request')?.shape;
  expect([...(shape?.keys.keys() ?? [])]).toEqual(['platform', 'user']);
  expect([...(shape?.keys.get('user')?.keys.keys() ?? [])]).toContain('name');
  const preview = templatePreview('{{@request.user.name}} on {{@request.platform}}', 'text', {
    values: {},
    knowledge: { names },
    now: '2026-01-02T03:04:05.000Z',
    request,
  });
  expect(preview).toMatchObject({ pieces: [{ text: 'Bo' }, { text: ' on ' }, { text: 'whatsapp' }] });
});

test('a window that was left before there were personas begins with one', () => {
  expect(viewStateSchema.parse({}).persona).toEqual(firstPersona);
  expect(viewStateSchema.parse({}).typingIndicator).toBe(false);
});
