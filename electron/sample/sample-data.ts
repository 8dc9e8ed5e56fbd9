import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';

/** A person in the sample shop. A type and not an interface, so that it is a `ValueObject`. */
export type SampleUser = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'de' | 'pt';
};

/** A line of an order. */
export type SampleItem = {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly price: ExactNumber;
};

/** An order in the sample shop; prices and the ledger entry keep digits that a double would lose. */
export type SampleOrder = {
  readonly id: number;
  readonly status: 'processing' | 'shipped' | 'delivered';
  readonly placed_at: string;
  readonly customer: SampleUser;
  readonly items: readonly SampleItem[];
  readonly total: Value;
  readonly currency: 'EUR';
  readonly ledger_entry: Value;
  /** The number of its parcel; `null` before it is sent. */
  readonly track: string | null;
};

/** A parcel as its carrier knows it. */
export type SampleParcel = {
  readonly track: string;
  readonly status: 'on its way' | 'delivered';
  readonly city: string;
  readonly expected: string;
  readonly stops: readonly Value[];
};

/** The people whom the stories, the examples and the screenshots share. Nothing about them changes between two runs. */
export const sampleUsers: readonly SampleUser[] = [
  { id: 7, name: 'Ana Sousa', email: 'ana.sousa@shop.example', language: 'pt' },
  { id: 8, name: 'Ben Okafor', email: 'ben.okafor@shop.example', language: 'en' },
  { id: 9, name: 'Zoë "Zo" Müller', email: 'zoe.mueller@shop.example', language: 'de' },
];

const [ana, ben, zoe] = sampleUsers as readonly [SampleUser, SampleUser, SampleUser];

const item = (sku: string, title: string, quantity: number, price: string): SampleItem => ({
  sku,
  title,
  quantity,
  price: new ExactNumber(price),
});

export const sampleOrders: readonly SampleOrder[] = [
  {
    id: 10482,
    status: 'shipped',
    placed_at: '2026-03-09T14:05:00Z',
    customer: ana,
    items: [
      item('MUG-04', 'Enamel mug, blue', 2, '12.50'),
      item('TEA-11', 'Darjeeling, first flush, 250 g', 1, '18.90'),
    ],
    total: new ExactNumber('43.90'),
    currency: 'EUR',
    ledger_entry: new ExactNumber('90071992547409931482'),
    track: 'PX-4471',
  },
  {
    id: 10483,
    status: 'processing',
    placed_at: '2026-03-11T08:30:00Z',
    customer: ben,
    items: [item('POT-02', 'Cast-iron teapot, 0.8 l', 1, '64.00')],
    total: new ExactNumber('64.00'),
    currency: 'EUR',
    ledger_entry: new ExactNumber('90071992547409931483'),
    track: null,
  },
  {
    id: 10477,
    status: 'delivered',
    placed_at: '2026-02-27T19:12:00Z',
    customer: zoe,
    items: [item('TEA-03', 'Sencha, 100 g', 3, '9.20')],
    total: new ExactNumber('27.60'),
    currency: 'EUR',
    ledger_entry: new ExactNumber('90071992547409931477'),
    track: 'PX-4465',
  },
];

const stop = (city: string, at: string): Value => ({ city, at });

export const sampleParcels: readonly SampleParcel[] = [
  {
    track: 'PX-4471',
    status: 'on its way',
    city: 'Coimbra',
    expected: '2026-03-13',
    stops: [stop('Porto', '2026-03-11T21:40:00Z'), stop('Coimbra', '2026-03-12T06:15:00Z')],
  },
  {
    track: 'PX-4465',
    status: 'delivered',
    city: 'Graz',
    expected: '2026-03-03',
    stops: [stop('Wien', '2026-03-01T04:05:00Z'), stop('Graz', '2026-03-03T09:50:00Z')],
  },
];

/** The token of the protected route. It protects nothing: it is there to try bearer authentication with. */
export const sampleToken = 'sample-token-4711';
