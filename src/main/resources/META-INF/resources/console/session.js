import {get, post, useToken} from './api.js';
import {signInAt} from './oidc.js';

const PERSONA = 'lifering.persona';

/**
 * Who is signed in. The token lives in memory: closing or reloading the page ends the session. The demo remembers the
 * persona's name, which is no secret, and gets another token.
 */
class Session extends EventTarget {
  settings = {demo: false};
  user = null;
  persona = null;

  async start() {
    this.settings = await get('/console/settings.json');
    const persona = this.settings.demo ? sessionStorage.getItem(PERSONA) : null;
    if (persona) await this.play(persona).catch(() => this.signOut());
  }

  /** Becomes a persona of the demo. */
  async play(persona) {
    const {token} = await post('/demo/tokens', {persona});
    sessionStorage.setItem(PERSONA, persona);
    this.#begin(token, persona);
  }

  /** Signs in at the platform's identity provider. */
  async signIn() {
    this.#begin(await signInAt(this.settings.oidc), null);
  }

  signOut() {
    sessionStorage.removeItem(PERSONA);
    this.#set(null, null);
    useToken(null);
  }

  has(role) {
    return this.user?.roles.includes(role) ?? false;
  }

  #begin(token, persona) {
    const claims = JSON.parse(decode(token.split('.')[1]));
    useToken(token, () => this.signOut());
    this.#set(userOf(claims, this.settings.accountClaim), persona);
  }

  #set(user, persona) {
    this.user = user;
    this.persona = persona;
    this.dispatchEvent(new Event('change'));
  }
}

// The claims only decide what the page offers; what is allowed, the API decides.
function userOf(claims, accountClaim) {
  const roles = [claims.groups ?? []].flat();
  return {
    id: claims.sub,
    name: claims.name ?? claims.preferred_username ?? claims.email ?? claims.sub,
    account: claims[accountClaim] ?? null,
    roles,
    reseller: roles.some((role) => /reseller/i.test(role)),
  };
}

/** The text in a part of a JWT (base64url of UTF-8). */
export function decode(part) {
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

export const session = new Session();
