// The story of an appointment: one API knows the free times, another books one, and a sub-flow finds the time with the person.
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { inARow, storyFlow } from './story-flow.ts';
import { storyId } from './story-id.ts';
import type { StoryRoute } from './story-server.ts';

export const availabilityApiId = storyId('ep', 'Availability API');
export const bookingApiId = storyId('ep', 'Booking API');
export const findTimeId = storyId('fl', 'Find a time');

/** Finds a free time of a day: it is given the day, asks which of the free times it shall be, and ends with that time. */
export function findTime(): Flow {
  return storyFlow({
    name: 'Find a time',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'day' }] }],
      [
        'Free times',
        'api-call',
        {
          endpoint: availabilityApiId,
          method: 'GET',
          path: '/slots/{{day}}',
          responseVariable: 'slots',
        },
      ],
      [
        'Ask time',
        'prompt',
        { text: 'Free on {{day}}: {{join slots.body.times ", "}}. Which time?', variable: 'time' },
      ],
      ['Chosen', 'end', { result: '{{time}}' }],
    ],
    connections: [
      ['Start', 'next', 'Free times'],
      ['Free times', 'success', 'Ask time'],
      ['Ask time', 'next', 'Chosen'],
    ],
  });
}

/** Books an appointment: asks for the day, lets the other flow find the time, and asks again where that is taken by then. */
export function appointmentBooking(): Flow {
  return storyFlow({
    name: 'Appointment booking',
    nodes: [
      ['Start', 'start', {}],
      ['Ask day', 'prompt', { text: 'Which day?', variable: 'day' }],
      [
        'Find time',
        'sub-flow',
        {
          flow: findTimeId,
          inputs: [{ name: 'day', value: '{{day}}' }],
          outputs: [{ variable: 'choices', value: '{{slots.body.times}}' }],
          resultVariable: 'time',
          reasonVariable: 'why',
        },
      ],
      [
        'Book',
        'api-call',
        {
          endpoint: bookingApiId,
          method: 'POST',
          path: '/bookings',
          body: { type: 'json', template: '{"day":{{day}},"time":{{time}}}' },
          responseVariable: 'booking',
          exits: ['409'],
        },
      ],
      ['Taken', 'message', { text: '{{time}} has just been taken. It was one of {{choices.length}}.' }],
      ['Booked', 'message', { text: 'Booked: {{booking.body.id}}, {{day}} at {{time}}.' }],
      ['Sorry', 'message', { text: 'No appointment can be made now: {{why}}' }],
      ['Done', 'end', { result: '{{booking.body.id}}' }],
    ],
    connections: [
      ...inARow('Start', 'Ask day', 'Find time', 'Book'),
      ['Find time', 'failed', 'Sorry'],
      ['Book', 'success', 'Booked'],
      ['Book', '409', 'Taken'],
      ['Book', 'error', 'Done'],
      ['Taken', 'next', 'Find time'],
      ['Booked', 'next', 'Done'],
    ],
  });
}

/** The two APIs, by the addresses of their servers. */
export function appointmentApis(availabilityUrl: string, bookingUrl: string): readonly Endpoint[] {
  const api = (id: Endpoint['id'], name: string, baseUrl: string) =>
    endpointSchema.parse({ format: 'flowbench.endpoint', version: 1, id, name, baseUrl });
  return [
    api(availabilityApiId, 'Availability API', availabilityUrl),
    api(bookingApiId, 'Booking API', bookingUrl),
  ];
}

/** What the server of the free times answers. */
export const slotRoutes: Readonly<Record<string, StoryRoute>> = {
  slots: (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"times":["9:00","10:30"]}');
  },
};

/** What the server of the bookings answers: the first time of the day is taken meanwhile. */
export const bookingRoutes: Readonly<Record<string, StoryRoute>> = {
  bookings: ({ body }, response) => {
    const { time } = JSON.parse(body) as { readonly time: string };
    response.statusCode = time === '9:00' ? 409 : 201;
    response.setHeader('content-type', 'application/json');
    response.end(time === '9:00' ? '{"title":"taken"}' : '{"id":"B-17"}');
  },
};
