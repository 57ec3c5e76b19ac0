// The commonest cause of codes that are right and yet refused.
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {notice} from './parts.js';

const SECONDS = 60;

/** That the clock of a device is wrong, and what helps: told to its user, or of `name` to somebody else. */
export function clockNotice(clock, name) {
  if (!clock) return nothing;
  const count = Math.max(1, Math.round(Math.abs(clock.offsetSeconds) / SECONDS));
  const key = `${name === undefined ? 'own' : 'user'}.${clock.offsetSeconds < 0 ? 'behind' : 'ahead'}`;
  const help = t(name === undefined ? 'clock.own.help' : 'clock.user.help');
  return notice('warn', t(`clock.${key}`, {count, name}), html`<p>${help}</p>`);
}
