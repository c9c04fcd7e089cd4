import { type HTTPReceiver, HTTPReceiverDeferredRequestError } from '@slack/bolt';

type Unroutable = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]>['dispatchErrorHandler']>
>[0];

/** Answers a request that led nowhere. Bolt's own takes an address that nobody can decode, `/%zz`, for a fault of ours. */
export function answerUnroutable({ error, logger, request, response }: Unroutable): void {
  const status = statusOf(error);
  if (status === 500) {
    logger.error(`a request (${request.method}) failed before it was routed`, error);
  }
  response.writeHead(status);
  response.end();
}

function statusOf(error: unknown): number {
  if (error instanceof HTTPReceiverDeferredRequestError) {
    return 404;
  }
  return error instanceof URIError || isInvalidUrl(error) ? 400 : 500;
}

function isInvalidUrl(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_URL';
}
