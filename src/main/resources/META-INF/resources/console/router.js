// The pages live behind the hash, so that one document, and with it what is in memory, serves them all.
const routes = new EventTarget();

let current = '';
let guard = null;

// Before anything else is loaded.
let arrived = takeToken();

export const here = () => current;

export const onRoute = (listener) => routes.addEventListener('route', listener);

export const goTo = (hash) => {
  location.hash = hash;
};

/** While this is set, leaving the page asks first: `ask` resolves with true when it may be left. Null lifts it. */
export function guardLeaving(ask) {
  guard = ask;
}

/** Begins to follow the address. `tokenArrived` gets what a mailed link carried in its fragment. */
export function startRouter(tokenArrived) {
  addEventListener('hashchange', () => follow(tokenArrived));
  addEventListener('beforeunload', (event) => guard && event.preventDefault());
  follow(tokenArrived);
}

async function follow(tokenArrived) {
  const token = arrived ?? takeToken();
  arrived = null;
  if (token) tokenArrived(token);
  const wanted = location.hash.replace(/^#/, '') || '/';
  if (wanted === current) return;
  if (guard && !(await mayLeave())) return;
  current = wanted;
  routes.dispatchEvent(new Event('route'));
}

async function mayLeave() {
  const wanted = location.hash;
  history.replaceState(null, '', `#${current}`);
  if (!(await guard())) return false;
  guard = null;
  history.replaceState(null, '', wanted);
  return true;
}

/** Takes the token out of the address bar and the history at once, and puts the address of the page in its place. */
function takeToken() {
  const home = new URL('./', import.meta.url).pathname;
  const page = location.pathname.slice(home.length);
  const [, name, value] = /^#(token|repudiation|cancellation)=(.+)$/.exec(location.hash) ?? [];
  if (!name && page === '') return null;
  const hash = name || page === 'recover' ? '#/recover' : page === 'users' ? '#/users' : location.hash;
  history.replaceState(null, '', home + hash);
  return name ? {kind: name, value} : null;
}
