import { errorCodes, type ErrorCode } from './bindings';

/**
 * What the core answers when it refuses. Codes are a closed list; the sentence stands in the
 * catalogue.
 */
export interface WireError {
  code: ErrorCode;
  params: Record<string, unknown>;
  retryable: boolean;
}

/**
 * Anything thrown by a call, in the shape of an error of the core. Never loses the original text.
 */
export function asWireError(thrown: unknown): WireError {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) {
    const { code, params, retryable } = thrown as Partial<WireError>;
    const known = errorCodes.find((one) => one === code);
    if (known) return { code: known, params: params ?? {}, retryable: retryable ?? false };
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', params: { detail }, retryable: false };
}
