/**
 * PostgreSQL refuses a text that holds a zero character, and with it the whole change; neither engine gives half of a
 * surrogate pair back. Both store the sign for what cannot be shown instead, so that they hold the same.
 */
export function storable(parameter: unknown): unknown {
  return typeof parameter === 'string' ? parameter.replaceAll('\0', '\ufffd').toWellFormed() : parameter;
}
