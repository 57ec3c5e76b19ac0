// Demo only: the service that signs people in. It alone may say that a device is to be trusted.
import {path, post} from './api.js';

/** Has this user's code checked, and the browser trusted where the account allows that. */
export async function verifiedByService(user, {code, audience}, label) {
  const {token} = await post('/demo/tokens', {persona: 'login-service'});
  return post(path`/v1/users/${user.id}/verifications`, {code, audience, trustDevice: {label}}, token);
}
