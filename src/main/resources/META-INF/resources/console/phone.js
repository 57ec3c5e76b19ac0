// The demo's phone: an authenticator app in the browser. It knows what the demo's users have scanned, so that the story
// can be played without any app. Only demo mode has it; tabs tell each other, nothing is sent to a server.
const KEPT = 'lifering.demo-phone';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

class Phone extends EventTarget {
  entries = [];
  #shown = new Map();

  /** Begins with what this tab or another one has scanned. */
  start() {
    this.entries = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    this.channel = new BroadcastChannel(KEPT);
    this.channel.onmessage = ({data}) => (data === 'who?' ? this.#tell() : this.#hear(data));
    this.channel.postMessage('who?');
  }

  has(user) {
    return this.entries.some((entry) => entry.user === user);
  }

  /** Takes over a key URI, as an app does with a QR code. */
  scan(user, otpauthUri) {
    const uri = new URL(otpauthUri);
    const said = uri.searchParams;
    const entry = {
      user,
      name: decodeURIComponent(uri.pathname.split('/').pop()),
      secret: said.get('secret'),
      hash: (said.get('algorithm') ?? 'SHA1').replace('SHA', 'SHA-'),
      digits: Number(said.get('digits') ?? 6),
      period: Number(said.get('period') ?? 30),
    };
    this.#keep([...this.entries.filter((each) => each.secret !== entry.secret), entry]);
    this.#tell();
  }

  lose(entry) {
    this.#keep(this.entries.filter((each) => each.secret !== entry.secret));
  }

  /** A code of the user's newest entry that was not handed out yet; the service takes one step ahead. */
  async nextCode(user) {
    const entry = this.entries.filter((each) => each.user === user).pop();
    const now = stepOf(entry);
    const step = Math.max(now, Math.min((this.#shown.get(entry.secret) ?? 0) + 1, now + 1));
    this.#shown.set(entry.secret, step);
    return codeAt(entry, step);
  }

  #keep(entries) {
    this.entries = entries;
    sessionStorage.setItem(KEPT, JSON.stringify(entries));
    this.dispatchEvent(new Event('change'));
  }

  #tell() {
    if (this.entries.length > 0) this.channel.postMessage(this.entries);
  }

  #hear(others) {
    const known = new Set(this.entries.map((entry) => entry.secret));
    const more = others.filter((entry) => !known.has(entry.secret));
    if (more.length > 0) this.#keep([...this.entries, ...more]);
  }
}

export const stepOf = (entry) => Math.floor(Date.now() / 1000 / entry.period);

/** The TOTP of a time step (RFC 6238 §4, RFC 4226 §5.3). */
export async function codeAt(entry, step) {
  const key = await crypto.subtle.importKey('raw', fromBase32(entry.secret), {name: 'HMAC', hash: entry.hash}, false, [
    'sign',
  ]);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter));
  const offset = mac.getUint8(mac.byteLength - 1) & 0xf;
  const number = (mac.getUint32(offset) & 0x7fffffff) % 10 ** entry.digits;
  return String(number).padStart(entry.digits, '0');
}

function fromBase32(text) {
  const bits = [...text].map((symbol) => BASE32.indexOf(symbol).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g), (byte) => parseInt(byte, 2));
}

export const phone = new Phone();
