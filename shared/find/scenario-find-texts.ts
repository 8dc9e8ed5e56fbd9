import { assertNever } from '../outcome/assert-never.ts';
import type { Expectation, ExpectationOf } from '../scenario/expectation.ts';
import type { Matcher } from '../scenario/matcher.ts';
import type { Scenario, ScenarioAnswer, ScenarioStandIn } from '../scenario/scenario.ts';
import { at, cellOf, type DocumentTextPlace, type TextChange } from './text-place.ts';

/**
 * The scenario with its texts changed, in the order of its form. What it names of others (inputs, variables, columns) is
 * told as names of variables; nodes, exits, fixtures and the columns that values are taken from are picked, and no texts.
 */
export function withScenarioFindTexts(before: Scenario, change: TextChange): Scenario {
  const { persona, snapshot } = before;
  return {
    ...before,
    name: change(before.name, at('name', 'Name of the scenario')),
    description: change(before.description, at('note', 'Description')),
    tags: before.tags.map((tag, index) => change(tag, at('name', 'Tags', cellOf(index, 'Tag')))),
    inputs: before.inputs.map((input) => inputTexts(input, change)),
    answers: before.answers.map((answer, index) => answerTexts(answer, change, index)),
    standIns: before.standIns.map((standIn, index) => standInTexts(standIn, change, index)),
    expect: before.expect.map((each, index) =>
      expectationTexts(each, change, (kind, cell) => at(kind, 'Expectations', cellOf(index, cell))),
    ),
    ...(snapshot !== undefined && { snapshot: snapshotTexts(snapshot, change) }),
    data: dataTexts(before.data, change),
    ...(persona !== undefined && { persona: personaTexts(persona, change) }),
  };
}

function inputTexts({ name, value }: Scenario['inputs'][number], change: TextChange) {
  const field = `Input ${name}`;
  return { name: change(name, at('variable', field)), value: change(value, at('value', field)) };
}

function answerTexts(answer: ScenarioAnswer, change: TextChange, index: number): ScenarioAnswer {
  const place = (cell: string) => at('value', 'Answers', cellOf(index, cell));
  const { column, text, when } = answer;
  return {
    ...answer,
    ...(when !== undefined && { when: matcherTexts(when, change, place('Expected question')) }),
    text: column === undefined ? change(text, place('Text')) : text,
  };
}

function standInTexts(standIn: ScenarioStandIn, change: TextChange, index: number): ScenarioStandIn {
  const { use } = standIn;
  if (use === 'live' || use.type !== 'fault' || !('body' in use.fault)) return standIn;
  const body = change(use.fault.body, at('value', 'Stand-ins', cellOf(index, 'Body')));
  return { ...standIn, use: { ...use, fault: { ...use.fault, body } } };
}

type PlaceOf = (kind: DocumentTextPlace['kind'], cell: string) => DocumentTextPlace;

function expectationTexts(expectation: Expectation, change: TextChange, place: PlaceOf): Expectation {
  switch (expectation.type) {
    case 'message':
      return {
        ...expectation,
        text: matcherTexts(expectation.text, change, place('value', 'Expected text')),
      };
    case 'variable':
      return {
        ...expectation,
        path: change(expectation.path, place('variable', 'Variable, or a part of it')),
        value: matcherTexts(expectation.value, change, place('value', 'Expected value')),
      };
    case 'call':
      return callTexts(expectation, change, place);
    case 'end':
      return endTexts(expectation, change, place);
    case 'exit':
    case 'path':
    case 'calls':
    case 'call-order':
    case 'duration':
      return expectation;
    default:
      return assertNever(expectation);
  }
}

function callTexts(expectation: ExpectationOf<'call'>, change: TextChange, place: PlaceOf): Expectation {
  const { body, headers, method, url } = expectation;
  return {
    ...expectation,
    ...(method !== undefined && { method: change(method, place('value', 'Method')) }),
    ...(url !== undefined && { url: matcherTexts(url, change, place('value', 'Expected url')) }),
    ...(body !== undefined && { body: matcherTexts(body, change, place('value', 'Expected body')) }),
    headers: headers.map(({ name, value }, index) => {
      const inRow = (label: string) => place('value', `Header ${String(index + 1)}, ${label}`);
      return {
        name: change(name, inRow('Name of the header')),
        value: matcherTexts(value, change, inRow('Expected value')),
      };
    }),
  };
}

function endTexts(expectation: ExpectationOf<'end'>, change: TextChange, place: PlaceOf): Expectation {
  const { message, result } = expectation;
  return {
    ...expectation,
    ...(message !== undefined && {
      message: matcherTexts(message, change, place('value', 'Expected reason')),
    }),
    ...(result !== undefined && { result: matcherTexts(result, change, place('value', 'Expected result')) }),
  };
}

/** Only what a matcher goes by is a text of it: no form shows the others. */
function matcherTexts(matcher: Matcher, change: TextChange, place: DocumentTextPlace): Matcher {
  const { column, is, json, text } = matcher;
  if (is === 'present' || is === 'missing' || column !== undefined) return matcher;
  if (json !== undefined) return { ...matcher, json: change(json, { ...place, isJson: true }) };
  if (text === undefined) return matcher;
  const kind = is === 'matches' ? 'pattern' : place.kind;
  return { ...matcher, text: change(text, { ...place, kind }) };
}

function snapshotTexts(snapshot: NonNullable<Scenario['snapshot']>, change: TextChange) {
  return snapshot.map(({ text, who }, index) => ({
    who,
    text: change(text, at('value', 'Snapshot', cellOf(index, who === 'bot' ? 'Bot' : 'Person'))),
  }));
}

function dataTexts({ columns, rows }: Scenario['data'], change: TextChange): Scenario['data'] {
  return {
    columns: columns.map((name, index) =>
      change(name, at('variable', `Name of column ${String(index + 1)}`)),
    ),
    // Cells beyond the columns are shown nowhere.
    rows: rows.map((cells, row) =>
      cells.map((cell, index) => {
        const column = columns[index];
        return column === undefined ? cell : change(cell, at('value', 'Data', cellOf(row, column)));
      }),
    ),
  };
}

function personaTexts({ platform, user }: NonNullable<Scenario['persona']>, change: TextChange) {
  return {
    platform: change(platform, at('value', 'Platform')),
    user: user.map(({ name, value }, index) => ({
      name: change(name, at('value', 'User', cellOf(index, 'Name'))),
      value: change(value, at('value', 'User', cellOf(index, 'Value'))),
    })),
  };
}
