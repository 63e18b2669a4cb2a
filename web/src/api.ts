// Questions to the server. Its errors have one shape: {"error": {code, message, hint, parameter, suggestions}}.
export interface Problem { code: string; message: string; hint?: string; parameter?: string; suggestions?: unknown[] }

export class ApiError extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(problem.message);
  }
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  let problem: Problem = { code: 'http', message: `${answer.status} ${answer.statusText}` };
  try {
    const body = (await answer.json()) as { error?: Problem };
    if (body.error) problem = body.error;
  } catch { /* no JSON: the status has to do */ }
  throw new ApiError(answer.status, problem);
}

export async function get_json<T>(address: string, signal?: AbortSignal): Promise<T> {
  return (await checked(await fetch(address, signal ? { signal } : {}))).json() as Promise<T>;
}

export async function get_text(address: string, signal?: AbortSignal): Promise<string> {
  return (await checked(await fetch(address, signal ? { signal } : {}))).text();
}

export async function post(address: string, body: string, media_type: string, accept: string, signal?: AbortSignal): Promise<Response> {
  return checked(await fetch(address, { method: 'POST', body, headers: { 'content-type': media_type, accept }, ...(signal ? { signal } : {}) }));
}

export function with_query(address: string, query: Record<string, string | number | null | undefined>): string {
  const out = new URL(address);
  for (const [key, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') out.searchParams.set(key, String(value));
  return out.href;
}
