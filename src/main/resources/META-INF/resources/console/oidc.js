// Sign-in at the platform's identity provider: OpenID Connect's authorization code flow with PKCE (RFC 7636), in a window
// of its own. So this page, with a recovery link's token in its memory, stays where it is, and verifier, state and
// tokens never touch storage.
const CHANNEL = 'lifering.sign-in';
const random = (bytes) => base64url(crypto.getRandomValues(new Uint8Array(bytes)));

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const callback = () => new URL('./', import.meta.url).href;

/** Resolves with an access token; must be called from a click, or the browser blocks the window. */
export async function signInAt(oidc) {
  const popup = window.open('', '_blank', 'popup,width=480,height=720');
  if (!popup) throw new Error('popup');
  const flow = {state: random(24), verifier: random(48)};
  const provider = await endpoints(oidc);
  popup.location = await authorizationUrl(oidc, provider, flow);
  const answer = await returned(flow.state);
  if (answer.error) throw new Error(answer.error);
  // RFC 9207 §2.4
  if (answer.iss && answer.iss !== oidc.issuer) throw new Error('issuer');
  return exchange(oidc, provider, flow, answer.code);
}

/** In the window that the identity provider has sent back: hands the answer to the page that waits. True if it is one. */
export function handOverSignIn() {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) return false;
  history.replaceState(null, '', callback());
  new BroadcastChannel(CHANNEL).postMessage(Object.fromEntries(answer));
  window.close();
  return true;
}

async function endpoints(oidc) {
  if (oidc.authorizationEndpoint) {
    return {authorization_endpoint: oidc.authorizationEndpoint, token_endpoint: oidc.tokenEndpoint};
  }
  const response = await fetch(`${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    credentials: 'omit',
  });
  const provider = await response.json();
  // OpenID Connect Discovery 1.0 §4.3
  if (provider.issuer !== oidc.issuer) throw new Error('issuer');
  return provider;
}

async function authorizationUrl(oidc, provider, flow) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(flow.verifier));
  const url = new URL(provider.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: oidc.clientId,
    redirect_uri: callback(),
    scope: oidc.scope,
    state: flow.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
  return url.href;
}

// Not watched for being closed: an identity provider that cuts the tie to its opener looks closed from here.
function returned(state) {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({data}) => {
      if (data.state !== state) return;
      channel.close();
      resolve(data);
    };
  });
}

async function exchange(oidc, provider, flow, code) {
  const response = await fetch(provider.token_endpoint, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: oidc.clientId,
      redirect_uri: callback(),
      code,
      code_verifier: flow.verifier,
    }),
  });
  const answer = await response.json();
  if (!answer.access_token) throw new Error(answer.error ?? 'token');
  return answer.access_token;
}
