import { readJson } from '#shared/value/read-json.ts';
import { answer, memberText, problem, type SampleAnswer, type SampleRequest } from './sample-answer.ts';

/** The help desk of the sample shop, whose tickets are numbered from T-2001. */
export interface SampleTickets {
  readonly open: (request: SampleRequest) => SampleAnswer;
}

/** A help desk without a ticket yet. */
export function createTickets(): SampleTickets {
  let opened = 0;
  return {
    open: ({ body }) => {
      const read = readJson(body);
      if (!read.ok) return problem(400, 'Not JSON', 'The body has to be a JSON object.');
      const text = memberText(read.value, 'text');
      if (text === '') return problem(422, 'No text', 'What is the ticket about? Send a text.');
      opened += 1;
      const reply_to = memberText(read.value, 'reply_to');
      return answer({ number: `T-${String(2000 + opened)}`, status: 'open', text, reply_to }, 201);
    },
  };
}
