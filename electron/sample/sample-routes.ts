import { setTimeout as delay } from 'node:timers/promises';
import { readJson } from '#shared/value/read-json.ts';
import { answer, memberText, problem, type SampleAnswer, type SampleRequest } from './sample-answer.ts';
import { createBookings } from './sample-bookings.ts';
import { createCarrier } from './sample-carrier.ts';
import { createChat } from './sample-chat.ts';
import { sampleOrders, sampleToken, sampleUsers, type SampleUser } from './sample-data.ts';
import { createPayments } from './sample-payments.ts';
import { createTickets } from './sample-tickets.ts';

/** One address of the sample API. `path` has a `*` for each part that is left open. */
export interface SampleRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly says: string;
  answer(request: SampleRequest): SampleAnswer | Promise<SampleAnswer>;
}

/** The routes of a sample API that was just started: what it knows of earlier requests begins anew. */
export function sampleRoutes(): readonly SampleRoute[] {
  const bookings = createBookings();
  const carrier = createCarrier();
  const chat = createChat();
  const payments = createPayments();
  const tickets = createTickets();
  const routes: readonly SampleRoute[] = [
    { method: 'GET', path: '/orders', says: 'All orders, or those with a ?status=', answer: listOrders },
    { method: 'GET', path: '/orders/*', says: 'One order, such as /orders/10482', answer: findOrder },
    { method: 'GET', path: '/users', says: 'The people who ordered', answer: () => answer(sampleUsers) },
    { method: 'GET', path: '/users/*', says: 'One of them, such as /users/7', answer: findUser },
    { method: 'POST', path: '/greetings', says: 'Greets { "name", "language" }', answer: greet },
    {
      method: 'POST',
      path: '/tickets',
      says: 'Opens a ticket: { "text", "reply_to" }',
      answer: tickets.open,
    },
    {
      method: 'POST',
      path: '/payments/charges',
      says: 'Charges { "order", "amount", "currency", "method" } once for each Idempotency-Key',
      answer: payments.charge,
    },
    {
      method: 'GET',
      path: '/carrier/parcels/*',
      says: 'A parcel, such as /carrier/parcels/PX-4471; every third request is answered',
      answer: ({ parameters }) => carrier.find(parameters[0] ?? ''),
    },
    {
      method: 'GET',
      path: '/availability/days/*',
      says: 'The free times of a day, such as /availability/days/2026-03-12',
      answer: bookings.freeTimes,
    },
    {
      method: 'POST',
      path: '/bookings/appointments',
      says: 'Books { "day", "time" }; 409 where the time is taken',
      answer: bookings.book,
    },
    {
      method: 'POST',
      path: '/v1/chat/completions',
      says: `Answers { "model", "messages" } as chat APIs do; needs the bearer token ${sampleToken}`,
      answer: chat.complete,
    },
    { method: 'GET', path: '/account', says: `Needs the bearer token ${sampleToken}`, answer: findAccount },
    { method: 'GET', path: '/slow', says: 'Answers after ?seconds= (2, at most 30)', answer: answerSlowly },
  ];
  const index = routes.map(({ method, path, says }) => ({ method, path, says }));
  return [
    {
      method: 'GET',
      path: '/',
      says: 'This list',
      answer: () => answer({ name: 'Flowbench sample API', routes: index }),
    },
    ...routes,
  ];
}

function listOrders({ query }: SampleRequest): SampleAnswer {
  const status = query.get('status');
  return answer(sampleOrders.filter((order) => status === null || order.status === status));
}

function findOrder({ parameters }: SampleRequest): SampleAnswer {
  const order = sampleOrders.find(({ id }) => String(id) === parameters[0]);
  return order === undefined
    ? problem(404, 'No such order', `There is no order ${parameters[0] ?? ''}.`)
    : answer(order);
}

function findUser({ parameters }: SampleRequest): SampleAnswer {
  const user = sampleUsers.find(({ id }) => String(id) === parameters[0]);
  return user === undefined
    ? problem(404, 'No such user', `There is no user ${parameters[0] ?? ''}.`)
    : answer(user);
}

function findAccount({ headers }: SampleRequest): SampleAnswer {
  if (headers['authorization'] === `Bearer ${sampleToken}`)
    return answer({ user: sampleUsers[0] ?? null, plan: 'Tea lover', points: 180 });
  return problem(401, 'Not authorised', 'Send the bearer token that the list at / names.', {
    'www-authenticate': 'Bearer realm="sample"',
  });
}

const greetings: Readonly<Record<SampleUser['language'], string>> = {
  en: 'Good to see you',
  de: 'Schön, dass du da bist',
  pt: 'Que bom ver você',
};

function greet({ body }: SampleRequest): SampleAnswer {
  const read = readJson(body);
  if (!read.ok) return problem(400, 'Not JSON', 'The body has to be a JSON object.');
  const name = memberText(read.value, 'name');
  if (name === '') return problem(422, 'No name', 'Whom should the greeting be for? Send a name.');
  const wanted = memberText(read.value, 'language');
  const language = Object.hasOwn(greetings, wanted) ? (wanted as SampleUser['language']) : 'en';
  return answer({ text: `${greetings[language]}, ${name}!`, name, language }, 201);
}

async function answerSlowly({ query, signal }: SampleRequest): Promise<SampleAnswer> {
  const asked = Number(query.get('seconds') ?? '2');
  const seconds = Number.isFinite(asked) ? Math.min(30, Math.max(0, asked)) : 2;
  await delay(seconds * 1000, undefined, { signal });
  return answer({ waited_seconds: seconds });
}
