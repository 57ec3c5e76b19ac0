import {t} from './i18n.js';
import {Element} from './element.js';

/** Counts down to `until`, in milliseconds since 1970, and says "over" when it gets there. */
class Countdown extends Element {
  until = 0;

  begin() {
    this.setAttribute('role', 'timer');
    this.ticking = setInterval(() => this.#tick(), 1000);
  }

  end() {
    clearInterval(this.ticking);
  }

  #tick() {
    this.update();
    if (this.until > Date.now()) return;
    clearInterval(this.ticking);
    this.dispatchEvent(new Event('over', {bubbles: true}));
  }

  view() {
    return remaining(this.until - Date.now());
  }
}

/** How long that is, as people write it: 0:29, 12:05, 23:59:10. */
export function remaining(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
  return seconds === 0 ? t('now') : parts[0] > 0 ? `${parts[0]}:${minutes}:${rest}` : `${Number(minutes)}:${rest}`;
}

customElements.define('lr-countdown', Countdown);
