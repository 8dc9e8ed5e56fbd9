import { bodyDocument, type BodyDocument } from './body-document.ts';
import type { BodyAnswer, BodyRequest } from './body-messages.ts';

/** Holds a body away from the page's thread: parsing, folding and searching happen here, and only rows in view cross over. */
let text = '';
let body: BodyDocument = bodyDocument('', 'raw');

/** Places of a search that are given back. */
const mostPlaces = 1000;

self.addEventListener('message', ({ data }: MessageEvent<BodyRequest>) => {
  const answer = answered(data);
  self.postMessage(answer);
});

function answered(request: BodyRequest): BodyAnswer {
  switch (request.type) {
    case 'load':
      text = new TextDecoder().decode(request.bytes);
      body = bodyDocument(text, request.view);
      return { type: 'ready', rowCount: body.rowCount() };
    case 'view':
      body = bodyDocument(text, request.view);
      return { type: 'ready', rowCount: body.rowCount() };
    case 'rows':
      return {
        type: 'rows',
        from: request.from,
        rows: body.rows(request.from, request.to),
        rowCount: body.rowCount(),
      };
    case 'fold':
      body.toggleFold(request.line);
      return { type: 'ready', rowCount: body.rowCount() };
    case 'find':
      return { type: 'found', places: request.text === '' ? [] : body.find(request.text, mostPlaces) };
  }
}
