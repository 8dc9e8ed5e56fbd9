import { readJson } from '#shared/value/read-json.ts';
import { answer, memberText, problem, type SampleAnswer, type SampleRequest } from './sample-answer.ts';

/** The tastings of the sample shop: one API knows the free times of a day, another books one of them. */
export interface SampleBookings {
  readonly freeTimes: (request: SampleRequest) => SampleAnswer;
  readonly book: (request: SampleRequest) => SampleAnswer;
}

const weekdayTimes = ['9:00', '10:30', '14:00', '15:30'];
const saturdayTimes = ['9:00', '10:30'];

/** Whoever wants the first time of a day finds that it was taken meanwhile: so a flow meets what it has to be made for. */
const contestedTime = '9:00';

/** A book without an appointment yet, for any day of any year. */
export function createBookings(): SampleBookings {
  const taken = new Map<string, Set<string>>();
  let booked = 0;
  const freeOn = (day: string) => timesOf(day).filter((time) => taken.get(day)?.has(time) !== true);
  return {
    freeTimes: ({ parameters: [day = ''] }) =>
      isDay(day)
        ? answer({ day, times: freeOn(day) })
        : problem(404, 'No such day', `${day} is no day. Write one as 2026-03-12.`),
    book: ({ body }) => {
      const read = readJson(body);
      if (!read.ok) return problem(400, 'Not JSON', 'The body has to be a JSON object.');
      const [day, time] = [memberText(read.value, 'day'), memberText(read.value, 'time')];
      if (!isDay(day) || !timesOf(day).includes(time))
        return problem(422, 'No such time', 'There are no tastings then. Send a day and one of its times.');
      const isFree = freeOn(day).includes(time) && time !== contestedTime;
      taken.set(day, new Set([...(taken.get(day) ?? []), time]));
      if (!isFree) return problem(409, 'Taken', `${time} has just been taken by somebody else.`);
      booked += 1;
      return answer({ id: `B-${String(16 + booked)}`, day, time }, 201);
    },
  };
}

/** The times at which there are tastings, free or not: none on Sundays. */
function timesOf(day: string): readonly string[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0) return [];
  return weekday === 6 ? saturdayTimes : weekdayTimes;
}

function isDay(text: string): boolean {
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(`${text}T`);
}
