import './activity.js';
import './backup-codes.js';
import './cases.js';
import './countdown.js';
import './demo.js';
import './devices.js';
import './mails.js';
import './personas.js';
import './phone-view.js';
import './readiness.js';
import './recover.js';
import './security.js';
import './set-up.js';
import './user.js';
import './users.js';
import './verify.js';
import {Element, updateAll} from './element.js';
import {currentLanguage, LANGUAGES, speak, startLanguages, t} from './i18n.js';
import {html, keyed, nothing} from './lit.js';
import {handOverSignIn} from './oidc.js';
import {icon, lifeRing, notice, pageHead, problemNotice} from './parts.js';
import {phone} from './phone.js';
import {goTo, here, onRoute, startRouter} from './router.js';
import {session} from './session.js';
import {hush} from './toast.js';

/** Every page: its address, who is offered it, and what draws it. */
const PAGES = [
  {at: '/security', sign: 'shield', for: () => session.has('user') || session.has('admin') || session.has('support'),
    draw: () => html`<lr-security></lr-security>`},
  {at: '/users', sign: 'users', for: () => session.has('admin') || session.user?.reseller || session.has('support'),
    draw: ([account]) => html`<lr-users .account=${account ?? ''}></lr-users>`},
  {at: '/user', hidden: true, within: '/users', for: () => session.has('admin') || session.user?.reseller || session.has('support'),
    draw: ([account, id]) => html`<lr-user .account=${account ?? ''} .userId=${id ?? ''}></lr-user>`},
  {at: '/verify', sign: 'key', for: () => session.has('user') || session.has('admin'), draw: () => html`<lr-verify></lr-verify>`},
  {at: '/cases', sign: 'case', for: () => session.has('support') && !session.user.reseller,
    draw: ([id]) => html`<lr-cases .caseId=${id ?? ''}></lr-cases>`},
  {at: '/mails', sign: 'mail', demo: true, for: () => true, draw: ([id]) => html`<lr-mails .mailId=${id ?? ''}></lr-mails>`},
  {at: '/demo', sign: 'play', demo: true, for: () => true, draw: () => html`<lr-demo></lr-demo>`},
  {at: '/recover', hidden: true, open: true, for: () => true, draw: (_, link) => html`<lr-recover .link=${link}></lr-recover>`},
];

/** The frame round the pages. */
class Console extends Element {
  link = null;
  menu = false;
  problem = null;

  async begin() {
    this.replaceChildren();
    await startLanguages();
    if (handOverSignIn()) return;
    try {
      await session.start();
    } catch (problem) {
      return this.update({problem, ready: true});
    }
    if (session.settings.demo) phone.start();
    startRouter((link) => this.update({link}));
    onRoute(() => this.#arrive());
    session.addEventListener('change', () => this.update());
    ['online', 'offline'].forEach((type) => addEventListener(type, () => this.update()));
    await this.update({ready: true});
    this.#title();
  }

  view() {
    if (!this.ready) return nothing;
    const page = this.#page();
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('skip')}</a>
      <header class="no-print">
        ${session.settings.demo ? html`<p class="demo-bar">${t('demo.bar')}</p>` : nothing}
        <div class="top">
          <a class="brand" href="#/">${lifeRing(32)} <span>Lifering</span></a>
          ${session.user || session.settings.demo
            ? html`<button class="quiet menu" type="button" aria-expanded=${String(this.menu)} aria-controls="nav"
                @click=${() => this.update({menu: !this.menu})}>${icon('menu')} ${t('menu')}</button>` : nothing}
          <nav id="nav" class=${this.menu ? 'open' : ''} aria-label=${t('nav')}>${this.#nav(page)}</nav>
          ${session.settings.demo && session.user ? html`<lr-phone></lr-phone>` : nothing}
          <div class="who">${this.#who()} ${this.#languages()}</div>
        </div>
        <div role="status">${navigator.onLine ? nothing : html`<p class="offline">${icon('warning')} ${t('offline')}</p>`}</div>
      </header>
      <main id="main" tabindex="-1">${this.#content(page)}</main>
      <div id="toast" class="toast no-print" role="status"></div>`;
  }

  #nav(page) {
    const offered = PAGES.filter((each) => !each.hidden && (each.demo ? session.settings.demo : session.user && each.for()));
    return html`<ul>${offered.map((each) => html`
      <li><a href="#${each.at}" aria-current=${each === page ? 'page' : each.at === page?.within ? 'true' : nothing}>${icon(each.sign)}
        ${t(`nav.${each.at.slice(1)}`)}</a></li>`)}</ul>`;
  }

  #who() {
    if (!session.user) {
      return session.settings.demo || this.problem ? nothing
        : html`<button class="primary" type="button" @click=${this.#signIn}>${t('signIn')}</button>`;
    }
    return html`<span class="me"><strong>${session.user.name}</strong>
        ${session.user.account ? html`<span class="fine">${session.user.account}</span>` : nothing}</span>
      <button class="link" type="button" @click=${this.#signOut}>${t('signOut')}</button>`;
  }

  #languages() {
    return html`<select class="language" aria-label=${t('language')} @change=${this.#speak}>
      ${Object.entries(LANGUAGES).map(([name, own]) => html`
        <option value=${name} lang=${name} ?selected=${name === currentLanguage()}>${own}</option>`)}
    </select>`;
  }

  #content(page) {
    if (this.problem) return problemNotice(this.problem, () => location.reload());
    if (!page) return html`${pageHead(t('lost.title'), t('lost.body'))}<p><a href="#/">${t('lost.home')}</a></p>`;
    if (!page.open && !page.demo && !session.user) return this.#welcome();
    if (!page.for()) return html`${pageHead(t(`nav.${page.at.slice(1)}`))}${notice('warn', t('notYours'))}`;
    // Another user, or another address, gets a page that begins anew; one that is open to all goes on when he signs in.
    return keyed(page.open ? page.at : `${session.user?.id} ${here()}`, page.draw(this.#arguments(), this.link));
  }

  #welcome() {
    return html`
      <div class="welcome">${lifeRing(120)}
        ${pageHead(t('welcome.title'), t('welcome.body'))}
        <button class="primary" type="button" @click=${this.#signIn}>${t('signIn')}</button>
        ${this.refused ? notice('bad', t('signIn.failed')) : nothing}
      </div>`;
  }

  #page() {
    const [, name] = here().split('/');
    return PAGES.find((each) => each.at === `/${name || this.#home()}` && (!each.demo || session.settings.demo));
  }

  #arguments = () => here().split('/').slice(2).map(decodeURIComponent);

  #home() {
    if (!session.user) return session.settings.demo ? 'demo' : 'security';
    return session.has('support') ? 'cases' : 'security';
  }

  async #arrive() {
    this.menu = false;
    hush();
    await this.update();
    this.#title();
    scrollTo(0, 0);
    (this.querySelector('h1') ?? this.querySelector('main')).focus();
  }

  #title() {
    const page = this.#page();
    document.title = page ? `${t(`nav.${page.at.slice(1)}`)} – Lifering` : 'Lifering';
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };

  #signIn = async () => {
    if (session.settings.demo) return goTo('/demo');
    try {
      await session.signIn();
      this.update({refused: false});
    } catch {
      this.update({refused: true});
    }
  };

  #signOut = () => {
    session.signOut();
    goTo('/');
  };

  #speak = async (event) => {
    await speak(event.target.value, {remember: true});
    updateAll();
    this.#title();
  };
}

customElements.define('lr-console', Console);
