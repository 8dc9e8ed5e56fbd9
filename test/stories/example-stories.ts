// How people go through the flows of the example: what they answer, and the last thing that they are told.
/** A conversation with a flow of the example. */
export interface ExampleStory {
  readonly flow: string;
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly answers: readonly string[];
  /** The last message; a flow that another one runs may say nothing. */
  readonly last: string | null;
}

/** At least one conversation with each flow: a flow without one fails a test. */
export const exampleStories: readonly ExampleStory[] = [
  {
    flow: 'Order lookup',
    name: 'a parcel is on its way',
    answers: ['ten', '10482'],
    last: 'It is in Coimbra and should arrive on 2026-03-13.',
  },
  {
    flow: 'Order lookup',
    name: 'an order is not there',
    answers: ['1'],
    last: 'There is no order 1.',
  },
  {
    flow: 'User greeting',
    name: 'somebody with quotes in the name is greeted',
    inputs: { language: 'pt' },
    answers: ['Zoë "Zo" Müller'],
    last: 'Que bom ver você, Zoë "Zo" Müller!',
  },
  {
    flow: 'Support',
    name: 'an order is asked about twice, and a ticket is opened',
    answers: [
      '1',
      '10482',
      'yes',
      '1',
      '10477',
      'yes',
      '2',
      'Is "Sencha" {{green}}?',
      'ana@shop.example',
      'no',
    ],
    last: 'Goodbye!',
  },
  {
    flow: 'Pay an order',
    name: 'a gift card is declined, and a card is charged',
    answers: ['10483', '2', '1'],
    last: 'Thank you! 64.00 EUR are paid. Your receipt is CH-7001.',
  },
  {
    flow: 'Pick a time',
    name: 'a time is chosen that is free',
    inputs: { day: '2026-03-14' },
    answers: ['11:00', '10:30'],
    last: '11:00 is not free.',
  },
  {
    flow: 'Tasting appointment',
    name: 'the second time on the second day is booked',
    answers: ['2026-03-15', '1', '2026-03-12', '9:00', '1', '10:30'],
    last: 'Booked: B-17, Thursday, 12 March at 10:30.',
  },
  {
    flow: 'Tea chat',
    name: 'the conversation is kept, until it becomes too long',
    answers: [
      'What does a "mug" cost?',
      'Say: \\ "{{this}}",\n🍵 and é',
      'What did I ask first?',
      'x'.repeat(1700),
      'And the teapot?',
      'bye',
    ],
    last: 'Goodbye! We have used 182 tokens.',
  },
];
