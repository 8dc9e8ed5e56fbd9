/** Which variables of a flow are set when a run comes to a node. */
export interface NamesAtNode {
  /** Set on every way from Start to here. */
  readonly always: ReadonlySet<string>;
  /** Set on some ways only. */
  readonly perhaps: ReadonlySet<string>;
  /** Whether any way leads here. Where none does, every variable of the flow counts as set: somebody is still drawing. */
  readonly reached: boolean;
}
