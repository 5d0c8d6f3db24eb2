/** A failure that the server told, or status 0 when it did not answer at all. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type Problem = { title?: string; detail?: string };

/** Sends a request to the gateway; failures come as {@link HttpError}. */
export async function send(
  method: string,
  path: string,
  options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Response> {
  const answer = await ask(method, path, options);
  if (!answer.ok) {
    const problem = await read<Problem>(answer);
    throw new HttpError(answer.status, problem?.detail ?? problem?.title ?? answer.statusText);
  }
  return answer;
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await send('GET', path, { signal });
  return (await answer.json()) as T;
}

async function ask(
  method: string,
  path: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new HttpError(0, 'no answer');
  }
}

async function read<T>(answer: Response): Promise<T | undefined> {
  try {
    return (await answer.json()) as T;
  } catch {
    return undefined;
  }
}
