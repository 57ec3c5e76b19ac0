import {addressOf, get, path} from './api.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, keyed, nothing} from './lit.js';
import {empty, loading, pageHead, problemNotice, when} from './parts.js';

const EVERY = 3000;

/** Demo only: the mails that would have been sent, newest first, and one of them as its reader sees it. */
class Mails extends Element {
  mailId = '';
  mails = null;
  problem = null;

  begin() {
    this.load();
    this.polling = setInterval(this.load, EVERY);
    addEventListener('resize', this.#fitAgain);
  }

  end() {
    clearInterval(this.polling);
    removeEventListener('resize', this.#fitAgain);
  }

  load = async () => {
    try {
      this.update({mails: await get('/demo/mails'), problem: null});
    } catch (problem) {
      this.update({problem});
    }
  };

  #fitAgain = () => fit(this.querySelector('iframe'));

  view() {
    return html`
      ${pageHead(t('mails.title'), t('mails.lead'))} ${problemNotice(this.problem, this.load)}
      ${this.mails ? this.#all() : this.problem ? nothing : loading()}`;
  }

  #all() {
    if (this.mails.length === 0) return html`<div class="card">${empty(t('mails.empty'))}</div>`;
    const open = this.mails.find((mail) => mail.id === this.mailId);
    return html`
      <div class="mails ${open ? 'reading' : ''}">
        <nav class="card" aria-label=${t('mails.list')}><ul class="rows">${this.mails.map((mail) => this.#line(mail))}</ul></nav>
        ${open ? this.#mail(open) : html`<p class="card empty">${t('mails.choose')}</p>`}
      </div>`;
  }

  #line(mail) {
    return html`<li><a class="mail" href=${`#/mails/${mail.id}`} aria-current=${mail.id === this.mailId ? 'true' : nothing}>
      <strong>${mail.subject}</strong><span class="fine">${mail.to} · ${when(mail.sentAt)}</span></a></li>`;
  }

  // The mail may not run anything; its links open in place of this page, like those of a mail program.
  #mail(mail) {
    return html`
      <article class="card letter" aria-labelledby="subject">
        <p class="only-narrow"><a href="#/mails">${t('mails.back')}</a></p>
        <h2 id="subject">${mail.subject}</h2>
        <p class="fine">${t('mails.to', {to: mail.to})} · ${when(mail.sentAt)}</p>
        ${keyed(mail.id, html`<iframe title=${mail.subject} src=${addressOf(path`/demo/mails/${mail.id}`)}
          sandbox="allow-same-origin allow-top-navigation-by-user-activation" @load=${(event) => fit(event.target)}></iframe>`)}
      </article>`;
  }
}

/** As high as its mail, so that the page scrolls and not the frame. */
function fit(frame) {
  const mail = frame?.contentDocument;
  if (!mail) return;
  mail.querySelectorAll('a').forEach((link) => link.setAttribute('target', '_top'));
  frame.height = '0';
  frame.height = String(mail.documentElement.scrollHeight + 16);
}

customElements.define('lr-mails', Mails);
