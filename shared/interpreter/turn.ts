import type { Outcome } from '../outcome/outcome.ts';
import type { NodeId } from '../ids/ids.ts';
import { renderTemplate } from '../template/render-template.ts';
import type { Rendered, TemplateWarning } from '../template/rendered.ts';
import type { TemplateFailure } from '../template/template-failure.ts';
import type { TemplateField } from '../template/template-field.ts';
import type { TemplateScope } from '../template/template-scope.ts';
import { encodeValue, type PlainJson } from '../value/value-codec.ts';
import type { Value } from '../value/value.ts';
import type { EventDraft } from './event-draft.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Program } from './program.ts';
import { randomSource, type RandomSource } from './random-state.ts';
import type { RunEffect } from './run-input.ts';
import { runScope } from './run-scope.ts';
import { currentNodeId, type PlainVariables, type RunState, type Waiting } from './run-state.ts';
import { withoutVariable, withVariable } from './variable-reader.ts';
import { warningSentence } from './warning-sentence.ts';

/**
 * One call of `advance` while it is under way: it gathers what comes of an input, so that steps can be written in the
 * order in which things happen. Nothing of it outlives the call but the state, events and effects it gives.
 */
export class Turn {
  readonly events: EventDraft[] = [];
  readonly effects: RunEffect[] = [];
  readonly program: Program;
  readonly random: RandomSource;
  #state: RunState;
  #known: { variables: PlainVariables; graph: FlowGraph; scope: TemplateScope } | null = null;

  constructor(program: Program, state: RunState, at: string) {
    this.program = program;
    this.random = randomSource(state.random);
    this.#state = { ...state, clock: { ...state.clock, now: at } };
  }

  /** The state as it would be if the turn ended now. */
  get state(): RunState {
    const random = this.random.state();
    // Asked for several times at each step, and drawn from seldom.
    if (random.some((part, at) => part !== this.#state.random[at])) this.change({ random });
    return this.#state;
  }

  /** The graph of the flow that the run is in. */
  get graph(): FlowGraph {
    const flowId = this.#state.flowStack.at(-1)?.flowId ?? this.program.entry;
    const graph = this.program.flows.get(flowId);
    if (graph === undefined) throw new Error(`The program does not hold the flow ${flowId}.`);
    return graph;
  }

  /** The one reading of the clock that everything in this turn sees. */
  get now(): string {
    return this.#state.clock.now;
  }

  change(patch: Partial<RunState>): void {
    this.#state = { ...this.#state, ...patch };
  }

  waitFor(waiting: Waiting): void {
    this.change({ waiting });
  }

  /** Adds an event of the node at hand. */
  tell(event: EventDraft): void {
    const nodeId = currentNodeId(this.#state);
    this.events.push(nodeId === null ? event : { ...event, nodeId });
  }

  /** Adds an event of another node than the one at hand. */
  tellOf(nodeId: NodeId, event: EventDraft): void {
    this.events.push({ ...event, nodeId });
  }

  want(effect: RunEffect): void {
    this.effects.push(effect);
  }

  /** Renders a template of the node at hand; what a person should look at becomes events. */
  render(source: string, field: TemplateField): Outcome<Rendered, TemplateFailure> {
    const rendered = this.renderSilently(source, field);
    if (rendered.ok) this.warn(rendered.value.warnings);
    return rendered;
  }

  /**
   * Renders a template and leaves it to the caller to tell of warnings.
   *
   * @param asks whether unknown names are what it asks for, so that they are no exception in strict mode either
   */
  renderSilently(source: string, field: TemplateField, asks = false): Outcome<Rendered, TemplateFailure> {
    const scope = this.#scope();
    return renderTemplate(source, field, asks ? { ...scope, strict: false } : scope);
  }

  /** What templates can read now: the same for all of a node until it sets a variable. */
  #scope(): TemplateScope {
    const { clock, variables } = this.#state;
    const known = this.#known;
    if (known !== null && known.variables === variables && known.graph === this.graph) return known.scope;
    const scope = runScope(this.program, this.graph, this.#state, clock, () => this.random.uuid());
    this.#known = { variables, graph: this.graph, scope };
    return scope;
  }

  /** Tells of what a person should look at in a template. */
  warn(warnings: readonly TemplateWarning[]): void {
    for (const warning of warnings)
      this.tell({ type: 'warned', code: warning.code, message: warningSentence(warning) });
  }

  setVariable(name: string, value: Value): void {
    this.setPlainVariable(name, encodeValue(value));
  }

  /** Sets a variable that comes encoded, as the result of a call does. */
  setPlainVariable(name: string, json: PlainJson): void {
    const variables = withVariable(this.#state.variables, name, json);
    this.change({ variables });
    this.tell({ type: 'variable-set', name, value: this.program.readVariables(variables)[name] ?? null });
  }

  /** The value of a variable; `undefined` where it is not set. */
  variable(name: string): Value | undefined {
    const values = this.program.readVariables(this.#state.variables);
    return Object.hasOwn(values, name) ? values[name] : undefined;
  }

  /** Takes a variable away, so that a value of the environment of its name shows again. */
  unsetVariable(name: string): void {
    if (this.variable(name) === undefined) return;
    this.change({ variables: withoutVariable(this.#state.variables, name) });
    this.tell({ type: 'variable-set', name, value: null, unset: true });
  }

  /** What the flow at hand was given, by input. */
  get inputs(): PlainVariables {
    return this.#state.flowStack.at(-1)?.inputs ?? {};
  }

  get nodeId(): NodeId | null {
    return currentNodeId(this.#state);
  }
}
