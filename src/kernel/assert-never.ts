/** Stops the program at a case that the types say cannot exist. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${String(value)}`);
}
