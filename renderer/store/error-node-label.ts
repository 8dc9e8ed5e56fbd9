/** What menus call the command that makes a node the error node of its flow, or no longer. */
export function errorNodeLabel(isErrorNode: boolean): string {
  return isErrorNode ? 'No longer the error node' : 'Make it the error node';
}
