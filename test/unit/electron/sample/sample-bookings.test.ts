// What the two APIs of the tastings answer: the free times of a day, and a booking that nobody else has made.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSampleApi, type SampleApi } from '#electron/sample/sample-api.ts';

let api: SampleApi;
beforeEach(async () => {
  api = await startSampleApi();
});
afterEach(() => api.close());

const times = async (day: string) =>
  ((await (await fetch(`${api.url}/availability/days/${day}`)).json()) as { times: string[] }).times;

const booked = (body: string) => fetch(`${api.url}/bookings/appointments`, { method: 'POST', body });

const at = (day: string, time: string) => booked(JSON.stringify({ day, time }));

test('a day has its free times, fewer on Saturdays and none on Sundays', async () => {
  expect(await times('2026-03-12')).toEqual(['9:00', '10:30', '14:00', '15:30']);
  expect(await times('2026-03-14')).toEqual(['9:00', '10:30']);
  expect(await times('2026-03-15')).toEqual([]);
});

test.each(['tomorrow', '2026-02-30', '2026-3-1', '20260312'])('%s is no day', async (day) => {
  expect((await fetch(`${api.url}/availability/days/${day}`)).status).toBe(404);
});

test('a time is booked once, and is not free any more', async () => {
  const made = await at('2026-03-12', '10:30');
  expect(made.status).toBe(201);
  expect(await made.json()).toEqual({ id: 'B-17', day: '2026-03-12', time: '10:30' });
  expect((await at('2026-03-12', '10:30')).status).toBe(409);
  expect(await times('2026-03-12')).toEqual(['9:00', '14:00', '15:30']);
  expect(await (await at('2026-03-13', '10:30')).json()).toMatchObject({ id: 'B-18' });
});

test('somebody else is always faster at the first time of a day', async () => {
  const refused = await at('2026-03-12', '9:00');
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ detail: '9:00 has just been taken by somebody else.' });
  expect(await times('2026-03-12')).toEqual(['10:30', '14:00', '15:30']);
});

test.each([
  ['{', 400],
  ['{"day":"2026-03-12"}', 422],
  ['{"day":"2026-03-15","time":"10:30"}', 422],
  ['{"day":"2026-03-12","time":"11:00"}', 422],
  ['{"day":"never","time":"10:30"}', 422],
])('nothing is booked for %s', async (body, status) => {
  expect((await booked(body)).status).toBe(status);
});
