/** Whether a status code is a success: any 2xx, or a code that the node lists; the list adds and never takes away. */
export function isSuccessCode(statusCode: number, successCodes: readonly number[]): boolean {
  return (statusCode >= 200 && statusCode <= 299) || successCodes.includes(statusCode);
}
