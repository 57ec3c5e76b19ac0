import {get, remove} from './api.js';
import {ask} from './dialog.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, icon, loading, problemNotice, when} from './parts.js';
import {say} from './toast.js';

/**
 * The devices on which a user needs no code for a while. `from` is the address of the list. Most accounts allow none, so
 * his `own` page is silent until there is one.
 */
class Devices extends Element {
  from = '';
  own = false;
  mayRevoke = false;
  devices = null;
  problem = null;
  seen = false;

  begin() {
    this.load();
  }

  load = async () => {
    try {
      const {items} = await get(this.from);
      await this.update({devices: items, problem: null, seen: this.seen || items.length > 0});
    } catch (problem) {
      await this.update({problem});
    }
  };

  view() {
    if (this.own && !this.seen && !this.problem) return nothing;
    return html`
      <section class="card" aria-labelledby="devices-title">
        <h2 id="devices-title" tabindex="-1">${t('devices.title')}</h2>
        <p class="fine">${t(this.own ? 'devices.lead' : 'devices.lead.user')}</p>
        ${problemNotice(this.problem, this.load)} ${this.devices ? this.#list() : this.problem ? nothing : loading()}
      </section>`;
  }

  #list() {
    if (this.devices.length === 0) return empty(t('devices.empty'));
    return html`
      <ul class="rows">${this.devices.map((device) => this.#device(device))}</ul>
      ${this.own && this.devices.length > 1
        ? html`<p><button class="quiet bad" type="button" @click=${this.#revokeAll}>${t('devices.all')}</button></p>` : nothing}`;
  }

  #device(device) {
    return html`
      <li class="row" data-device=${device.id}>
        ${icon('laptop')}
        <div class="row-text"><strong>${device.label}</strong>
          <span class="fine">${t('security.apps.used')} ${when(device.lastUsedAt)}</span>
          <span class="fine">${t('devices.until')} ${when(device.expiresAt)}</span></div>
        ${this.mayRevoke
          ? html`<div class="row-actions">
              <button class="link bad" type="button" aria-label=${t('devices.revoke.of', {label: device.label})}
                @click=${() => this.#revoke(device)}>${t('devices.revoke')}</button></div>` : nothing}
      </li>`;
  }

  #revoke = (device) =>
    this.#end({
      title: t('devices.revoke.title', {label: device.label}),
      body: t('devices.revoke.body'),
      action: t('devices.revoke'),
      danger: true,
      run: () => remove(`${this.from}/${device.id}`).catch(unlessGone),
    }, t('devices.revoked', {label: device.label}));

  #revokeAll = () =>
    this.#end({
      title: t('devices.all.title'),
      body: t('devices.all.body'),
      action: t('devices.all'),
      danger: true,
      run: () => remove(this.from),
    }, t('devices.all.done'));

  async #end(question, text) {
    if ((await ask(question)) === undefined) return;
    await this.load();
    this.dispatchEvent(new Event('revoked'));
    this.querySelector('h2').focus();
    say(text);
  }
}

/** Somebody else may have been faster, or its time was over. */
function unlessGone(problem) {
  if (problem.status !== 404) throw problem;
}

customElements.define('lr-devices', Devices);
