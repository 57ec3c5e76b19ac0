// Speaks with Lifering's public API, and nothing else.
const BASE = new URL('../', import.meta.url);

let token = null;
let onUnauthenticated = () => {};

/** A refusal in the API's own words (RFC 9457); `slug` is the end of its type. */
export class Problem extends Error {
  constructor(document) {
    super(document.title);
    Object.assign(this, document);
    this.slug = (document.type ?? '').split(':').pop();
    this.since = Date.now();
  }
}

/** The token goes into the header Authorization and is kept in this variable only. */
export function useToken(value, whenRefused) {
  token = value;
  onUnauthenticated = whenRefused ?? (() => {});
}

export const get = (path) => call('GET', path);
export const post = (path, body = {}, as = token) => call('POST', path, body, as);
export const patch = (path, body) => call('PATCH', path, body);
export const remove = (path, body) => call('DELETE', path, body);

/** A path of the API with each value in it escaped: path`/v1/accounts/${id}`. */
export const path = (texts, ...values) =>
  texts.reduce((whole, text, index) => whole + encodeURIComponent(values[index - 1]) + text);

/** The parameters that have a value, as a query. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export const addressOf = (target) => new URL(target.replace(/^\//, ''), BASE).href;

async function call(method, target, body, as = token) {
  const response = await send(method, target, body, as);
  if (response.status === 204) return void (await response.text()); // read to its end, or the browser calls it off
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  if (response.status === 401 && token !== null) onUnauthenticated();
  throw new Problem({status: response.status, title: response.statusText, detail: '', ...answer});
}

async function send(method, target, body, as) {
  const headers = {Accept: 'application/json, application/problem+json'};
  if (as !== null) headers.Authorization = `Bearer ${as}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(addressOf(target), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
  } catch {
    throw new Problem({type: 'lifering:offline', status: 0, title: '', detail: ''});
  }
}
