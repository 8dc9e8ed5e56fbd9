import { withEndpointTexts } from '../endpoint/with-endpoint-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { isSecretValue, type Environment } from '../environment/environment.ts';
import type { Fixture } from '../fixture/fixture.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { Matcher } from '../scenario/matcher.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import { withFlowFindTexts, type FindTextKind, type FlowTextPlace } from './flow-find-texts.ts';

/** Where a text of a document stands that can be found; `value` is text that is taken as it is. */
export interface DocumentTextPlace extends Omit<FlowTextPlace, 'kind'> {
  readonly kind: FindTextKind | 'value';
}

export interface DocumentText extends DocumentTextPlace {
  readonly text: string;
}

type Change = (text: string, place: DocumentTextPlace) => string;

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
export function withDocumentFindTexts(document: WorkspaceDocument, change: Change): WorkspaceDocument {
  let changes = 0;
  const counted: Change = (text, place) => {
    const next = change(text, place);
    if (next !== text) changes += 1;
    return next;
  };
  const after = changed(document, counted);
  return changes === 0 ? document : after;
}

function changed(document: WorkspaceDocument, change: Change): WorkspaceDocument {
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
      return scenario(document, change);
    default:
      return assertNever(document);
  }
}

const at = (
  kind: DocumentTextPlace['kind'],
  field: string,
  row: DocumentTextPlace['row'] = null,
): DocumentTextPlace => ({ kind, nodeId: null, groupId: null, field, tab: null, row });

/** A cell of a table, by its row from 0. */
const cellOf = (index: number, cell: string) => ({ number: index + 1, cell });

function endpoint(before: Endpoint, change: Change): Endpoint {
  const name = change(before.name, at('name', 'Name of the API endpoint'));
  const description = change(before.description, at('note', 'Description'));
  const after = withEndpointTexts(before, (text, { field, isCredential, row }) =>
    isCredential ? text : change(text, at('template', field, row === null ? null : cellOf(row - 1, 'Value'))),
  );
  const headers = after.headers.map((header, index) => ({
    ...header,
    name: change(header.name, at('value', 'Headers', cellOf(index, 'Name'))),
  }));
  return { ...after, name, description, headers };
}

function environment(before: Environment, change: Change): Environment {
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

function fixture(before: Fixture, change: Change): Fixture {
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

function scenario(before: Scenario, change: Change): Scenario {
  const name = change(before.name, at('name', 'Name of the scenario'));
  const description = change(before.description, at('note', 'Description'));
  const answers = before.answers.map((answer, index) => ({
    ...answer,
    text: change(answer.text, at('value', 'Answers', cellOf(index, 'Text'))),
  }));
  const expect = before.expect.map((each, index) => {
    if (each.type !== 'message') return each;
    return {
      ...each,
      text: matcherText(each.text, change, at('value', 'Expectations', cellOf(index, 'Text'))),
    };
  });
  return { ...before, name, description, answers, expect };
}

function matcherText(matcher: Matcher, change: Change, place: DocumentTextPlace): Matcher {
  return matcher.text === undefined ? matcher : { ...matcher, text: change(matcher.text, place) };
}
