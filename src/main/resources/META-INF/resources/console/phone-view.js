import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {icon} from './parts.js';
import {codeAt, phone, stepOf} from './phone.js';
import {session} from './session.js';
import {say} from './toast.js';

/** The demo phone in the corner: folded to a button, or open with the codes of the user who is signed in. */
class PhoneView extends Element {
  open = false;
  codes = [];

  begin() {
    this.redraw = () => this.#read();
    phone.addEventListener('change', this.redraw);
    session.addEventListener('change', this.redraw);
    this.ticking = setInterval(this.redraw, 1000);
    this.#read();
  }

  end() {
    clearInterval(this.ticking);
    phone.removeEventListener('change', this.redraw);
    session.removeEventListener('change', this.redraw);
  }

  async #read() {
    if (!crypto.subtle) return; // neither localhost nor https
    const mine = phone.entries.filter((entry) => entry.user === session.user?.id);
    const codes = await Promise.all(mine.map(async (entry) => ({entry, code: await codeAt(entry, stepOf(entry))})));
    this.update({codes});
  }

  view() {
    return html`
      <button class="demo" type="button" aria-label=${t('phone.title')} title=${t('phone.title')}
        aria-expanded=${String(this.open)} aria-controls="phone-screen"
        @click=${() => this.update({open: !this.open})}>${icon('phone')}</button>
      <div id="phone-screen" class="phone" role="group" aria-label=${t('phone.title')} ?hidden=${!this.open}>
        ${this.codes.length === 0 ? html`<p>${t('phone.empty')}</p>` : html`<ul>${this.codes.map((each) => this.#entry(each))}</ul>`}
      </div>`;
  }

  #entry({entry, code}) {
    const left = entry.period - (Math.floor(Date.now() / 1000) % entry.period);
    return html`
      <li>
        <span class="fine">${entry.name}</span>
        <span class="totp"><output>${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}</output>
          <svg class="clock" width="24" height="24" viewBox="0 0 24 24" role="img" aria-label=${t('phone.left', {count: left})}>
            <circle cx="12" cy="12" r="9" class="face"/>
            <circle cx="12" cy="12" r="9" class="hand" pathLength="100" stroke-dasharray="${(left * 100) / entry.period} 100"/>
          </svg></span>
        <span class="row-actions">
          <button class="link" type="button" @click=${() => this.#copy(code)}>${t('copy')}</button>
          <button class="link bad" type="button" @click=${() => phone.lose(entry)}>${t('phone.lose')}</button>
        </span>
      </li>`;
  }

  async #copy(code) {
    await navigator.clipboard.writeText(code);
    say(t('copied'));
  }
}

customElements.define('lr-phone', PhoneView);
