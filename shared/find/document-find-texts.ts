import { withEndpointTexts } from '../endpoint/with-endpoint-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { isSecretValue, type Environment } from '../environment/environment.ts';
import type { Fixture } from '../fixture/fixture.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import { withFlowFindTexts } from './flow-find-texts.ts';
import { withScenarioFindTexts } from './scenario-find-texts.ts';
import { at, cellOf, type DocumentTextPlace, type TextChange } from './text-place.ts';

/** A text of a document that can be found, and where it stands. */
export interface DocumentText extends DocumentTextPlace {
  readonly text: string;
}

/**
 * The texts of a document that can be found, in the order of its form: names, descriptions, templates, values in plain
 * sight, headers and bodies. Secrets, tokens, keys, passwords, ids and settings that are no text are never among them.
 */
export function documentFindTexts(document: WorkspaceDocument): readonly DocumentText[] {
  const texts: DocumentText[] = [];
  withDocumentFindTexts(document, (text, place) => {
    texts.push({ ...place, text });
    return text;
  });
  return texts;
}

/** The document with texts that can be found changed, the same one where none is: the one walk through all of them. */
export function withDocumentFindTexts(document: WorkspaceDocument, change: TextChange): WorkspaceDocument {
  let changes = 0;
  const counted: TextChange = (text, place) => {
    const next = change(text, place);
    if (next !== text) changes += 1;
    return next;
  };
  const after = changed(document, counted);
  return changes === 0 ? document : after;
}

function changed(document: WorkspaceDocument, change: TextChange): WorkspaceDocument {
  switch (document.format) {
    case 'flowbench.flow':
      return withFlowFindTexts(document, change);
    case 'flowbench.endpoint':
      return endpoint(document, change);
    case 'flowbench.environment':
      return environment(document, change);
    case 'flowbench.fixture':
      return fixture(document, change);
    case 'flowbench.scenario':
      return withScenarioFindTexts(document, change);
    default:
      return assertNever(document);
  }
}

function endpoint(before: Endpoint, change: TextChange): Endpoint {
  const name = change(before.name, at('name', 'Name of the API endpoint'));
  const description = change(before.description, at('note', 'Description'));
  const after = withEndpointTexts(before, (text, { field, isCredential, row }) =>
    isCredential ? text : change(text, at('template', field, row === null ? null : cellOf(row - 1, 'Value'))),
  );
  const headers = after.headers.map((header, index) => ({
    ...header,
    name: change(header.name, at('value', 'Headers', cellOf(index, 'Name'))),
  }));
  const allowedHosts = after.allowedHosts.map((host, index) =>
    change(host, at('host', 'Allowed hosts', cellOf(index, 'Host'))),
  );
  return { ...after, name, description, headers, allowedHosts };
}

function environment(before: Environment, change: TextChange): Environment {
  const name = change(before.name, at('name', 'Name of the environment'));
  const values = before.values.map((value, index) => {
    const named = change(value.name, at('variable', 'Values', cellOf(index, 'Name')));
    if (isSecretValue(value)) return { ...value, name: named };
    return {
      ...value,
      name: named,
      value: change(value.value, at('value', 'Values', cellOf(index, 'Value'))),
    };
  });
  return { ...before, name, values };
}

function fixture(before: Fixture, change: TextChange): Fixture {
  const name = change(before.name, at('name', 'Name of the fixture'));
  const headers = before.headers.map((header, index) => ({
    ...header,
    name: change(header.name, at('value', 'Headers', cellOf(index, 'Name'))),
    value: change(header.value, at('value', 'Headers', cellOf(index, 'Value'))),
  }));
  const { body } = before;
  const changedBody = 'text' in body ? { text: change(body.text, at('value', 'Body')) } : body;
  return { ...before, name, headers, body: changedBody };
}
