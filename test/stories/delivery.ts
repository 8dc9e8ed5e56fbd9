// A conversation that asks for an answer of every type; one of its choices has a way of its own.
import { inARow, storyFlow } from './story-flow.ts';
import { storyId } from './story-id.ts';

const express = storyId('ch', 'Express');
const pickup = storyId('ch', 'Pick up');

/** Asks for an answer of every type, and says them all. */
export const delivery = storyFlow({
  name: 'Delivery',
  nodes: [
    ['Start', 'start', {}],
    ['Hello', 'message', { text: 'Hello {{@request.user.first_name}} on {{@request.platform}}' }],
    ['Mail', 'prompt', { text: 'Your email?', answerType: 'email', variable: 'mail' }],
    ['Phone', 'prompt', { text: 'Your phone?', answerType: 'phone', variable: 'phone' }],
    [
      'Day',
      'prompt',
      {
        text: 'Which day?',
        answerType: 'date',
        variable: 'day',
        dateRules: { earliest: '2025-03-01', latest: '2025-03-31' },
      },
    ],
    ['Gift', 'prompt', { text: 'Is it a gift?', answerType: 'yes-no', variable: 'gift' }],
    [
      'How',
      'prompt',
      {
        text: 'How shall it come?',
        answerType: 'choice',
        variable: 'how',
        choices: [
          { id: express, label: 'Express to {{mail}}', value: 'express' },
          { id: pickup, label: 'I pick it up', value: '' },
        ],
      },
    ],
    ['Hurry', 'message', { text: 'We hurry.' }],
    ['Slip', 'prompt', { text: 'Which file is the slip?', answerType: 'file-name', variable: 'slip' }],
    [
      'Count',
      'prompt',
      { text: 'How many?', answerType: 'number', variable: 'count', numberRules: { min: 1, whole: true } },
    ],
    [
      'Sum',
      'message',
      { text: '{{mail}} / {{phone}} / {{day}} / {{gift}} / {{how}} / {{slip}} / {{count}}' },
    ],
  ],
  connections: [
    ...inARow('Start', 'Hello', 'Mail', 'Phone', 'Day', 'Gift', 'How', 'Slip', 'Count', 'Sum'),
    ['How', express, 'Hurry'],
    ['Hurry', 'next', 'Slip'],
  ],
});
