// The languages of the console. English is the reference: what another catalogue lacks is said in English.
export const LANGUAGES = {en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語'};
const CHOICE = 'lifering.language';

let language = 'en';
let english = {};
let messages = {};

const wanted = () => [localStorage.getItem(CHOICE), ...navigator.languages].filter(Boolean);

const load = async (name) => (await fetch(new URL(`messages/${name}.json`, import.meta.url))).json();

/** Takes the language chosen before, or the browser's. */
export async function startLanguages() {
  english = await load('en');
  const known = wanted().map((tag) => tag.split('-')[0]).find((tag) => tag in LANGUAGES);
  await speak(known ?? 'en');
}

/** Changes the language, and remembers it for the next visit when it was chosen by hand. */
export async function speak(name, {remember = false} = {}) {
  messages = name === 'en' ? english : await load(name);
  language = name;
  document.documentElement.lang = name;
  if (remember) localStorage.setItem(CHOICE, name);
}

export const currentLanguage = () => language;

/** The reader's own way of writing dates, where it is one of this language: British readers get no American ones. */
const locale = () => navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;

/** The text for this key. A number `count` picks between `key.one` and `key.other` as the language has it. */
export function t(key, values = {}) {
  return fill(lookUp(key, values.count) ?? key, values);
}

/** The same, or what is given where the catalogue has nothing. */
export function tOr(key, otherwise, values = {}) {
  const text = lookUp(key);
  return text === undefined ? otherwise : fill(text, values);
}

function lookUp(key, count) {
  if (typeof count === 'number') {
    const form = new Intl.PluralRules(language).select(count);
    const text = messages[`${key}.${form}`] ?? messages[`${key}.other`] ?? english[`${key}.other`];
    if (text !== undefined) return text;
  }
  return messages[key] ?? english[key];
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export function dateTime(value) {
  return new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(value));
}

export function date(value) {
  return new Intl.DateTimeFormat(locale(), {dateStyle: 'long'}).format(new Date(value));
}

export function timeOfDay(value) {
  return new Intl.DateTimeFormat(locale(), {timeStyle: 'short'}).format(new Date(value));
}

/** Today as the time, other days with their date. */
export function moment(value) {
  const sameDay = new Date(value).toDateString() === new Date(Date.now()).toDateString();
  return sameDay ? timeOfDay(value) : dateTime(value);
}
