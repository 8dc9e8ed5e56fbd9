/** How a run came to the error node of its flow: a node was left by an exit of trouble that is connected to nothing. */
export interface ErrorJump {
  /** The node that was left. */
  readonly nodeId: string;
  readonly exit: string;
}

/** Why a run went on at the error node: `error of Get order is not connected`. */
export function jumpInWords({ exit }: Pick<ErrorJump, 'exit'>, nodeName: string): string {
  return `${exit} of ${nodeName} is not connected`;
}
